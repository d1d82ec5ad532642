import { z } from 'zod';
import type { StaffActor } from '../../../kernel/actor.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import {
  idempotencyKeyOf,
  named,
  operation,
  sendRefusal,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { deriveId, newId } from '../../../platform/vault/index.ts';
import { requireStaff } from '../../identity-organisation/index.ts';
import {
  joinGroup,
  mergePetition,
  relatePetitions,
  runCommand,
  splitPetition,
  undoMerge,
  undoRelation,
  type CommandAnswer,
  type PetitionDeps,
} from '../commands/index.ts';
import {
  commandSchemas,
  type CommandInput,
  type PublicCommandType,
  type SingleCommandType,
} from '../contract.ts';
import { openLookupCode } from '../queries/index.ts';
import { commandExamples, officeCommandTypes } from './examples.ts';

export const tag = 'petitions';

const uuid = z.uuid();

/** One petition's command from a person at the console, whatever its kind. */
export function doCommand<T extends PublicCommandType>(
  deps: PetitionDeps,
  actor: StaffActor,
  asked: {
    readonly petitionId: string;
    readonly type: T;
    readonly input: CommandInput<T>;
    readonly expectedVersion?: number | undefined;
    readonly key: string | undefined;
  },
): Promise<Result<CommandAnswer, Refusal>> {
  const { petitionId, type, input, key, expectedVersion } = asked;
  const options = {
    actor,
    commandId:
      key === undefined ? newId() : deriveId(deps.keys, `staff:${actor.userId}`, petitionId, key),
    uploadOwner: `staff:${actor.userId}`,
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
  if (type === 'merge') {
    return mergePetition(deps, petitionId, input as CommandInput<'merge'>, options);
  }
  if (type === 'split') {
    return splitPetition(deps, petitionId, input as CommandInput<'split'>, options);
  }
  if (type === 'relate') {
    return relatePetitions(deps, petitionId, input as CommandInput<'relate'>, options);
  }
  if (type === 'undoRelation') {
    return undoRelation(deps, petitionId, input as CommandInput<'undoRelation'>, options);
  }
  if (type === 'undoMerge') {
    return undoMerge(deps, petitionId, input as CommandInput<'undoMerge'>, options);
  }
  if (type === 'joinGroup') {
    return joinGroup(deps, petitionId, input as CommandInput<'joinGroup'>, options);
  }
  return runCommand(deps, petitionId, type, input as CommandInput<SingleCommandType>, options);
}

/** `decideObjection` → `decide-objection`, as addresses are written. */
export const kebab = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Beside these each rule of a command has codes of its own; all are in docs/refusals.md. */
const commandRefusals = [
  'version-conflict',
  'idempotency-key-reused',
  'petition-not-in-status',
  'petition-concluded',
  'official-withdrawn',
] as const;

/** One operation for every command of the office. */
export function commandRoutes(app: HttpServer, deps: PetitionDeps): void {
  for (const type of officeCommandTypes) {
    app.post(
      `/petitions/:id/commands/${kebab(type)}`,
      {
        schema: operation(
          {
            tag,
            operationId: `${type}Petition`,
            summary: `Command: ${kebab(type).replaceAll('-', ' ')}`,
            request: {
              as: commandExamples[type].as,
              params: { id: named('petition', type) },
              headers: { 'idempotency-key': `example-${kebab(type)}` },
              body: { input: commandExamples[type].input },
            },
            refusals: commandRefusals,
          },
          {
            params: z.object({ id: uuid }),
            body: z.object({
              expectedVersion: z.int().optional(),
              input: commandSchemas[type] as z.ZodType,
            }),
            response: {
              200: z.object({
                version: z.int(),
                paperId: z.string().optional(),
                parts: z.array(uuid).optional(),
                lookupCode: z.string().optional(),
              }),
            },
          },
        ),
      },
      async (request, reply) => {
        const staff = requireStaff(request);
        if (!staff.ok) return sendRefusal(reply, staff.refusal);
        const key = idempotencyKeyOf(request);
        if (!key.ok) return sendRefusal(reply, key.refusal);
        const body = request.body as { expectedVersion?: number; input: CommandInput<typeof type> };
        const { id } = request.params;
        const done = await doCommand(deps, staff.value, {
          petitionId: id,
          type,
          input: body.input,
          expectedVersion: body.expectedVersion,
          key: key.value,
        });
        if (!done.ok) return sendRefusal(reply, done.refusal);
        if (type !== 'replaceLookupCode') return done.value;
        void reply.header('cache-control', 'no-store');
        const code = await openLookupCode(deps, staff.value, id);
        return { ...done.value, ...(code === null ? {} : { lookupCode: code }) };
      },
    );
  }
}
