import { z } from 'zod';
import { getInstallation } from '../../capabilities/identity-organisation/index.ts';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import { operation, sendRefusal, type HttpServer } from '../../platform/http/index.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Core } from '../core.ts';
import { demoPassword } from './county/people.ts';
import { createDemo, findDemo, type DemoProgress } from './create.ts';

export interface DemoRoutesOptions {
  readonly core: Core;
  readonly log?: Log;
  /** Petitions; 2,000 unless told. */
  readonly size?: number;
}

const stateSchema = z.object({
  running: z.boolean(),
  finished: z.boolean(),
  done: z.int(),
  total: z.int(),
  petitions: z.int(),
  /** Seconds still to go, as far as it can be said. */
  secondsLeft: z.int().nullable(),
  /** Everybody's password; only of a demonstration. */
  password: z.string().optional(),
  problem: z.object({ code: z.string() }).optional(),
});

type State = z.infer<typeof stateSchema>;

/** Begins the demo county from the first page, and says how far it is. */
export const demoRoutes = async (app: HttpServer, options: DemoRoutesOptions): Promise<void> => {
  const { core, log } = options;
  let running: Promise<void> | undefined;
  let progress: DemoProgress | undefined;
  let problem: Refusal | undefined;

  const make = async (): Promise<void> => {
    problem = undefined;
    try {
      const made = await createDemo({
        core,
        now: Date.now(),
        ...(options.size === undefined ? {} : { size: options.size }),
        onProgress: (each) => (progress = each),
      });
      if (!made.ok) problem = made.refusal;
    } catch (error) {
      problem = refuse('internal-error').refusal;
      log?.error({ err: error }, 'demo');
    } finally {
      running = undefined;
    }
  };

  const stateOf = async (): Promise<State> => {
    const found = await findDemo(core);
    const left = progress?.left ?? null;
    return {
      running: running !== undefined,
      finished: found === 'finished',
      done: progress?.done ?? 0,
      total: progress?.total ?? 0,
      petitions: progress?.petitions ?? 0,
      secondsLeft: left === null ? null : Math.ceil(left / 1_000),
      ...(found === 'none' ? {} : { password: demoPassword }),
      ...(problem === undefined ? {} : { problem: { code: problem.code } }),
    };
  };

  app.post(
    '/setup/demo',
    {
      schema: operation(
        {
          tag: 'demo',
          operationId: 'createDemo',
          summary: 'Begin the demo county, or go on with one that was interrupted',
          access: 'anyone',
        },
        { response: { 202: stateSchema } },
      ),
    },
    async (_, reply) => {
      if ((await findDemo(core)) === 'none' && (await getInstallation(core.identity)).setUp) {
        return sendRefusal(reply, refuse('already-set-up').refusal);
      }
      running ??= make();
      return reply.code(202).send(await stateOf());
    },
  );

  app.get(
    '/setup/demo',
    {
      schema: operation(
        {
          tag: 'demo',
          operationId: 'getDemo',
          summary: 'How far the demo county is',
          access: 'anyone',
        },
        { response: { 200: stateSchema } },
      ),
    },
    stateOf,
  );
  // A server that stops lets the step under way end; the rest goes on at the next start.
  app.addHook('onClose', async () => running);
};
