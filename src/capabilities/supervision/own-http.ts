import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Refusal, RefusalCode } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import {
  named,
  operation,
  sendRefusal,
  type ExampleKind,
  type HttpServer,
} from '../../platform/http/index.ts';
import { asSender } from '../identity-organisation/index.ts';
import { tag } from './case-http.ts';
import type { OwnOptions, SupervisionDeps } from './commands/deps.ts';

type StaffOptions = OwnOptions & { readonly actor: StaffActor };

/**
 * Runs a command of whoever is signed in; the same Idempotency-Key does it once.
 * @param about what the key is for: another step with the same key is another command
 */
export async function asStaff<T>(
  deps: SupervisionDeps,
  request: FastifyRequest,
  about: string,
  work: (options: StaffOptions) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return asSender(request, deps, ({ actor, commandIdFor, uploadOwner }) =>
    work({ actor, commandId: commandIdFor(about), uploadOwner }),
  );
}

/** One step on a record that hangs on no petition, as it stands in the API. */
export interface OwnStepRoute {
  readonly type: string;
  /** Below `/…/:id/`. */
  readonly at: string;
  readonly operationId: string;
  readonly summary: string;
  /** Who does it on the demo county, and what they send. */
  readonly as: string;
  readonly body: object;
  readonly refusals: readonly RefusalCode[];
  readonly input: z.ZodType;
  readonly run: (
    id: string,
    input: unknown,
    options: StaffOptions,
  ) => Promise<Result<{ readonly version: number; readonly made: string }, Refusal>>;
}

const params = z.object({ id: z.uuid() });

/**
 * Adds the route of one step.
 * @param records where the kind of record stands, the name of its examples, the words in which a key of
 * an example says what it is for, and the refusal of a step that does not fit its status
 */
export function addOwnStep(
  app: HttpServer,
  deps: SupervisionDeps,
  records: {
    readonly path: string;
    readonly example: ExampleKind;
    readonly keys: string;
    readonly notInStatus: RefusalCode;
  },
  { type, at, operationId, summary, as, body, refusals, input, run }: OwnStepRoute,
): void {
  app.post(
    `${records.path}/:id/${at}`,
    {
      schema: operation(
        {
          tag,
          operationId,
          summary,
          request: {
            as,
            params: { id: named(records.example, type) },
            headers: { 'idempotency-key': `${records.keys}-${type}` },
            body: { input: body },
          },
          refusals: [
            'version-conflict',
            'idempotency-key-reused',
            records.notInStatus,
            ...refusals,
          ],
        },
        {
          params,
          body: z.object({ expectedVersion: z.int().optional(), input }),
          response: { 200: z.object({ version: z.int(), made: z.uuid() }) },
        },
      ),
    },
    async (request, reply) => {
      const { id } = request.params;
      const { expectedVersion, input: said } = request.body;
      const done = await asStaff(deps, request, `${type}-${id}`, (options) =>
        run(id, said, {
          ...options,
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        }),
      );
      return done.ok
        ? { version: done.value.version, made: done.value.made }
        : sendRefusal(reply, done.refusal);
    },
  );
}
