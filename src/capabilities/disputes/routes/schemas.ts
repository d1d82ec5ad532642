import { z } from 'zod';
import { consentWays, disputeLevels, disputeStatuses, endings } from '../case.ts';
import { stepSchemas } from '../contract.ts';
import { likenesses, verdicts } from '../matches/case.ts';

export const tag = 'disputes';

const unit = z.object({ id: z.string(), name: z.string() });
const place = z.object({ code: z.string(), name: z.string() });
const named = z.object({ zh: z.string(), en: z.string() });
const colour = z.enum(['green', 'blue', 'yellow', 'red']);
const status = z.enum(disputeStatuses);
const level = z.enum(disputeLevels);

export const disputeLineSchema = z.object({
  id: z.uuid(),
  status,
  kind: z.object({ code: z.string(), name: named }),
  region: place,
  place: z.string(),
  about: z.string(),
  level,
  holder: unit,
  waitingAt: unit.nullable(),
  dueAt: z.number().nullable(),
  colour: colour.nullable(),
  recordedAt: z.number(),
  recordedBy: unit,
});

export const disputePageSchema = z.object({
  items: z.array(disputeLineSchema),
  next: z.string().nullable(),
  mayRecord: z.boolean(),
});

const refused = z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable();

export const disputeViewSchema = disputeLineSchema.extend({
  version: z.int(),
  partyCount: z.int(),
  line: z.array(z.object({ level, unit })),
  passing: z.object({ from: unit, to: unit, at: z.number(), reason: z.string() }).nullable(),
  attempts: z.array(z.object({ at: z.number(), unit: z.string(), words: z.string() })),
  settlements: z.array(z.object({ at: z.number(), level, unit: z.string(), agreed: z.string() })),
  followUps: z.array(z.object({ at: z.number(), kept: z.boolean(), words: z.string() })),
  promotion: z
    .object({
      at: z.number(),
      way: z.enum(consentWays),
      saidOn: z.string(),
      wish: z.string(),
      petition: z.object({ id: z.uuid(), number: z.string() }).nullable(),
    })
    .nullable(),
  ended: z.object({ at: z.number(), how: z.enum(endings), words: z.string() }).nullable(),
  clock: z
    .object({
      period: z.string(),
      holder: unit,
      startedAt: z.number(),
      dueAt: z.number(),
      dueDate: z.string(),
      days: z.int(),
      source: z.string(),
      colour,
      remainingDays: z.int(),
    })
    .nullable(),
  allowances: z.array(z.object({ step: z.string(), allowed: z.boolean(), reason: refused })),
  timeline: z.array(
    z.object({
      seq: z.int(),
      at: z.number(),
      type: z.string(),
      actor: z.string(),
      unit: z.string(),
      words: z.string(),
    }),
  ),
});

export const besideSchema = z.object({
  origin: z
    .object({
      id: z.uuid().nullable(),
      kind: named,
      recordedAt: z.number(),
      recordedBy: z.string(),
      promotedAt: z.number(),
      way: z.enum(consentWays),
    })
    .nullable(),
  matches: z.array(
    z.object({
      disputeId: z.uuid(),
      verdict: z.enum(verdicts),
      score: z.int(),
      likenesses: z.array(z.enum(likenesses)),
      kind: named,
      region: z.string(),
      about: z.string(),
      status,
      level,
      recordedAt: z.number(),
      judgedBy: z.string(),
      judgedAt: z.number().nullable(),
    }),
  ),
  version: z.int(),
  mayJudge: z.boolean(),
});

const steps = Object.entries(stepSchemas).map(([type, input]) =>
  z.object({ type: z.literal(type), input: input as z.ZodType }),
);

/** `{type, input}` of any step, each input by its own schema. */
export function stepSchema() {
  const [first, ...more] = steps;
  if (first === undefined) throw new Error('no steps');
  return z.discriminatedUnion('type', [first, ...more]);
}

/** The views are readonly all through; the schemas' types are not. */
export const plain = <T>(view: T): never => view as never;
