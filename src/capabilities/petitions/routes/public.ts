import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parsePetitionNumber } from '../../../kernel/petition-number.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import {
  idempotencyKeyOf,
  named,
  operation,
  sendRefusal,
  type GuessThrottle,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { runCommand, type PetitionDeps } from '../commands/index.ts';
import { commandSchemas } from '../contract.ts';
import { openProgress, type OpenedProgress, type PetitionReads } from '../queries/index.ts';
import { publicProgressSchema } from '../view-schemas.ts';
import { tag } from './commands.ts';

export interface PublicRoutesOptions {
  readonly deps: PetitionDeps & PetitionReads;
  readonly now?: () => number;
  /** Slows guesses down; the portal shares it. */
  readonly guesses: GuessThrottle;
}

const params = z.object({ number: z.string().max(60) });

/** What a petitioner does with number and code, and the last part of its address. */
const steps = {
  addMaterial: 'material',
  withdraw: 'withdraw',
  revokeWithdrawal: 'revoke-withdrawal',
  rate: 'rating',
  contest: 'contest',
} as const;

type Step = keyof typeof steps;

const schemas = {
  addMaterial: commandSchemas.addMaterial.omit({ uploads: true }),
  withdraw: commandSchemas.withdraw.omit({ signed: true }),
  revokeWithdrawal: commandSchemas.revokeWithdrawal,
  rate: commandSchemas.rate,
  contest: commandSchemas.contest.omit({ signed: true }),
} as const;

const bodies: Readonly<Record<Step, object>> = {
  addMaterial: { text: '补充：缴费单原件可以随时提供。' },
  withdraw: { reason: '问题已经解决。' },
  revokeWithdrawal: {},
  rate: {
    office: 'satisfied',
    unit: 'not',
    demands: [{ demandId: named('demand', 'ratePublicly'), solved: 'partly' }],
  },
  contest: { reasons: '我反映的是另一件事。' },
};

const exampleOf = (of: string) => ({
  params: { number: named('number', of) },
  headers: { 'x-lookup-code': named('lookup-code', of) },
});

const refusals = ['number-or-code-wrong', 'too-many-tries'] as const;

/** The petitioner's own door: progress and its commands by number and code (P-3). */
export function publicRoutes(app: HttpServer, options: PublicRoutesOptions): void {
  const { deps, guesses, now = Date.now } = options;

  /** Guesses are slowed down and told nothing: a wrong number is answered as a wrong code. */
  const open = async (request: FastifyRequest): Promise<Result<OpenedProgress, Refusal>> => {
    const { number: typed } = request.params as { number: string };
    const parsed = parsePetitionNumber(typed);
    const number = parsed.ok ? parsed.value : typed;
    const guess = await guesses.begin(request.ip, number);
    if (guess.wait > 0) return refuse('too-many-tries', { seconds: guess.wait });
    const code = request.headers['x-lookup-code'];
    const opened = await openProgress(deps, number, typeof code === 'string' ? code : '', now());
    if (opened.ok) await guess.succeeded();
    else if (opened.refusal.code === 'number-or-code-wrong') await guess.failed();
    return opened;
  };

  app.get(
    '/public/petitions/:number',
    {
      config: { rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: operation(
        {
          tag,
          operationId: 'getProgress',
          summary: 'Progress of an own petition by number and code',
          access: 'look-up-code',
          request: exampleOf('getProgress'),
          refusals,
        },
        { params, response: { 200: publicProgressSchema } },
      ),
    },
    async (request, reply) => {
      const opened = await open(request);
      if (!opened.ok) return refused(reply, opened.refusal);
      // The progress is readonly all through; the schema's type is not.
      return reply.header('cache-control', 'no-store').send(opened.value as never);
    },
  );

  for (const step of Object.keys(steps) as Step[]) {
    app.post(
      `/public/petitions/:number/${steps[step]}`,
      {
        config: { rateLimit: { max: 60, timeWindow: 60_000 } },
        schema: operation(
          {
            tag,
            operationId: `${step}Publicly`,
            summary: `The petitioner: ${steps[step].replace('-', ' ')}`,
            access: 'look-up-code',
            request: {
              ...exampleOf(`${step}Publicly`),
              headers: {
                ...exampleOf(`${step}Publicly`).headers,
                'idempotency-key': `example-public-${steps[step]}`,
              },
              body: bodies[step],
            },
            refusals: [...refusals, 'petition-not-in-status', 'idempotency-key-reused'],
          },
          {
            params,
            body: schemas[step] as z.ZodType,
            response: { 200: z.object({ version: z.int() }) },
          },
        ),
      },
      async (request, reply) => {
        const key = idempotencyKeyOf(request);
        if (!key.ok) return sendRefusal(reply, key.refusal);
        const opened = await open(request);
        if (!opened.ok) return refused(reply, opened.refusal);
        const { id } = opened.value;
        const input = {
          ...(request.body as object),
          ...(step === 'addMaterial' ? none : unsigned),
        };
        const done = await runCommand(deps, id, step, input as never, {
          actor: { kind: 'petitioner', petitionId: id },
          commandId: deriveId(deps.keys, `petitioner:${id}`, step, key.value ?? randomUUID()),
          uploadOwner: '',
        });
        return done.ok ? { version: done.value.version } : sendRefusal(reply, done.refusal);
      },
    );
  }
}

/** Files come through the portal, which inspects them; nobody signs on a petitioner's behalf. */
const none = { uploads: [] };
const unsigned = { signed: false };

const refused = (reply: FastifyReply, refusal: Refusal): FastifyReply => {
  const { seconds } = refusal.params;
  if (seconds !== undefined) void reply.header('retry-after', String(seconds));
  return sendRefusal(reply, refusal);
};
