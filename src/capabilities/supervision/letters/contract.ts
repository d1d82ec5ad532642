import { z } from 'zod';
import { lettersStatuses } from './case.ts';
import { limits } from './limits.ts';
import { letterKinds } from './settings.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).min(1);
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const uuid = z.uuid();
const paper = { paperId: uuid };
const place = z
  .int()
  .min(0)
  .max(letterKinds.length - 1);
const uploads = z.array(uuid).max(limits.files).default([]);
const reason = required(limits.reason);

const draft = {
  words: required(limits.words),
  addressee: code.optional().meta({ description: 'Of the last letter: the body that is asked' }),
  copies: z.array(code).max(limits.copies).default([]),
};

export const beginSchema = z.object({
  ...draft,
  unit: code,
  step: place.default(0).meta({ description: 'Which letter of the ladder, from 0' }),
  reason: words(limits.reason)
    .optional()
    .meta({ description: 'Why letters before it are left out' }),
  item: uuid.optional().meta({ description: 'The supervision item that gives rise to it' }),
});
export type BeginInput = z.infer<typeof beginSchema>;

/** How a letter can reach a unit. */
export const letterServiceWays = ['electronic', 'hand', 'post'] as const;

export const lettersStepSchemas = {
  draftLetter: z.object(draft),
  raiseLetter: z.object({ ...draft, to: place, reason }),
  answerLetter: z.object({ words: required(limits.words), uploads }),
  recordAnswer: z.object({ words: required(limits.words), uploads, receivedOn: z.iso.date() }),
  acceptAnswer: z.object({ words: reason }),
  returnAnswer: z.object({ words: reason }),
  withdrawLetters: z.object({ reason }),
  checkPaper: z.object(paper),
  signPaper: z.object(paper),
  sealPaper: z.object(paper),
  issuePaper: z.object(paper),
  returnPaper: z.object({ ...paper, reason }),
  servePaper: z.object({
    ...paper,
    way: z.enum(letterServiceWays),
    servedOn: z.iso.date(),
    proof: words(limits.reason).optional(),
    mailNumber: words(60).optional(),
  }),
} as const;

export type LettersStep = keyof typeof lettersStepSchemas;
export type LettersStepInput<T extends LettersStep> = z.infer<(typeof lettersStepSchemas)[T]>;

/** In the order in which forms offer them. */
export const lettersSteps = Object.keys(lettersStepSchemas) as readonly LettersStep[];

/** One step with its input, as it is sent. */
export const lettersStepSchema = z.discriminatedUnion(
  'type',
  lettersSteps.map((type) =>
    z.object({ type: z.literal(type), input: lettersStepSchemas[type] }),
  ) as unknown as [
    z.ZodObject<{
      type: z.ZodLiteral<LettersStep>;
      input: (typeof lettersStepSchemas)[LettersStep];
    }>,
  ],
);

export const whoseLetters = ['all', 'to-answer'] as const;

export const lettersQuerySchema = z.object({
  whose: z.enum(whoseLetters).default('all'),
  status: z.enum(lettersStatuses).optional(),
  unit: code.optional(),
  after: z
    .string()
    .regex(/^\d{1,13}\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type LettersQuery = z.infer<typeof lettersQuerySchema>;

export const lettersSettingsSchema = z.object({
  expectedVersion: z.int().min(0),
  steps: z
    .array(
      z.object({
        kind: z.enum(letterKinds),
        name: z.string().trim().min(1).max(limits.name),
        days: z.int().min(1).max(limits.days),
        source: z.string().trim().min(1).max(limits.source),
      }),
    )
    .min(1)
    .max(letterKinds.length),
});
export type LettersSettingsInput = z.infer<typeof lettersSettingsSchema>;
