import { z } from 'zod';
import { consentWays, disputeStatuses, endings } from './case.ts';
import { limits } from './limits.ts';

export { consentWays, endings };

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).min(1);
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const day = z.iso.date();

export const partySchema = z.object({
  name: required(limits.name),
  contact: words(limits.contact).optional(),
});

/** What is asked when a dispute is recorded: few questions, on a phone. */
export const newDisputeSchema = z.object({
  regionCode: code,
  place: required(limits.place),
  kind: code,
  about: required(limits.about),
  tried: words(limits.explanation).optional(),
  parties: z.array(partySchema).max(limits.parties).default([]),
});
export type NewDisputeInput = z.infer<typeof newDisputeSchema>;

/** What is done with a dispute; a petition is made of it by `promoteSchema`. */
export const stepSchemas = {
  settle: z.object({ agreed: required(limits.explanation) }),
  passUp: z.object({ reason: required(limits.explanation) }),
  acknowledge: z.object({}),
  followUp: z.object({ kept: z.enum(['yes', 'no']), words: required(limits.explanation) }),
  noteAttempt: z.object({ words: required(limits.explanation) }),
  passDown: z.object({ to: code, reason: required(limits.explanation) }),
  takeBack: z.object({ reason: required(limits.explanation) }),
  endDispute: z.object({ how: z.enum(endings), words: required(limits.explanation) }),
} as const;
export type DisputeStep = keyof typeof stepSchemas;
export type DisputeStepInput<T extends DisputeStep> = z.infer<(typeof stepSchemas)[T]>;

/** The steps in the order in which forms offer them. */
export const disputeSteps = Object.keys(stepSchemas) as readonly DisputeStep[];

/**
 * D-1: a petition out of a dispute, at the wish of the person concerned. `ownWish` says that they
 * asked for it themselves; nobody else may.
 */
export const promoteSchema = z.object({
  ownWish: z.literal(true),
  way: z.enum(consentWays),
  saidOn: day,
  /** Their wish in their own words. */
  wish: required(limits.explanation),
  title: required(80),
  text: required(5_000),
  demand: words(500).optional(),
  name: required(limits.name),
  mobile: z.string().max(30).optional(),
  address: words(200).optional(),
});
export type PromoteInput = z.infer<typeof promoteSchema>;

export const listQuerySchema = z.object({
  /** `waiting`: my unit must act; `line`: all that my unit sees. */
  whose: z.enum(['waiting', 'line']).default('line'),
  region: code.optional(),
  kind: code.optional(),
  status: z.enum(disputeStatuses).optional(),
  after: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListQuery = z.infer<typeof listQuerySchema>;

const named = z.object({ zh: z.string().min(1).max(limits.kind), en: z.string().min(1).max(120) });
const source = z.string().min(1).max(limits.source);
const limit = z.object({ days: z.int().min(1).max(limits.days), source });
const unique = <T extends { readonly code: string }>(items: readonly T[]): boolean =>
  new Set(items.map((item) => item.code)).size === items.length;

/** The whole sheet of an office, with the version that it was read at. */
export const settingsSchema = z.object({
  expectedVersion: z.int().min(0),
  kinds: z
    .array(
      z.object({
        code,
        name: named,
        topics: z.array(z.string().min(1).max(60)).max(60),
        retired: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(60)
    .refine(unique)
    .refine((kinds) => kinds.some(({ retired }) => retired !== true)),
  limits: z.object({ handling: limit, receipt: limit, followUp: limit }),
  lookBackMonths: z.int().min(1).max(limits.lookBackMonths),
  checklist: z
    .array(
      z.object({
        code,
        name: named,
        question: z.object({ zh: z.string().min(1).max(300), en: z.string().min(1).max(300) }),
        source,
      }),
    )
    .min(1)
    .max(40)
    .refine(unique),
});
export type SettingsInput = z.infer<typeof settingsSchema>;
