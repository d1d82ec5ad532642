import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { cleanText, lengthOf } from '../../../kernel/clean-text.ts';
import { refuse, sentenceOf } from '../../../kernel/refusals.ts';
import type { Fault } from '../../../portal/components.tsx';
import type { SentForm } from '../../../portal/form.ts';
import { limits } from '../limits.ts';
import type { ReviewChoice } from '../view.ts';
import type { ReviewReading } from './reading.ts';

/** One question per page; which ones are asked depends on what is contested. */
export const askSteps = ['body', 'grounds', 'late', 'files', 'check'] as const;
export type AskStep = (typeof askSteps)[number];

export const isAskStep = (text: string): text is AskStep => askSteps.some((step) => step === text);

/** The body where two are lawful, the delay where there is one. */
export const stepsFor = (choice: ReviewChoice): readonly AskStep[] =>
  askSteps.filter(
    (step) => (step !== 'body' || choice.bodies.length > 1) && (step !== 'late' || choice.late),
  );

export const firstOf = (choice: ReviewChoice): AskStep => stepsFor(choice)[0] ?? 'grounds';

const draftSchema = z.object({
  /** The same key with the same content asks once. */
  key: z.string(),
  body: z.string(),
  grounds: z.string(),
  lateReason: z.string(),
  uploads: z.array(
    z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.number() }),
  ),
});
/** What was typed so far. */
export type AskDraft = z.infer<typeof draftSchema>;

/** What a draft was kept as; an empty one when there is none. */
export function readAskDraft(kept: unknown): AskDraft {
  const parsed = draftSchema.safeParse(kept);
  return parsed.success
    ? parsed.data
    : { key: randomUUID(), body: '', grounds: '', lateReason: '', uploads: [] };
}

const typedIn: Readonly<Record<AskStep, 'body' | 'grounds' | 'lateReason' | null>> = {
  body: 'body',
  grounds: 'grounds',
  late: 'lateReason',
  files: null,
  check: null,
};

/** The draft with what was typed on one page. */
export function withAnswer(draft: AskDraft, step: AskStep, form: SentForm): AskDraft {
  const field = typedIn[step];
  if (field === null || (field !== 'body' && !form.has(field))) return draft;
  return { ...draft, [field]: cleanText(form.text(field)).text.trim() };
}

const textFault = (
  { reading, tell }: ReviewReading,
  field: 'grounds' | 'lateReason',
  text: string,
  limit: number,
): Fault[] => {
  const length = lengthOf(text);
  const refusal =
    length < limits.shortest
      ? refuse('explanation-required', { limit: limits.shortest }).refusal
      : length > limit
        ? refuse('text-too-long', { field: tell(`ask.${field}`), limit, length }).refusal
        : null;
  return refusal === null ? [] : [{ field, sentence: sentenceOf(refusal, reading.language) }];
};

/** What is wrong with the answer to one question. */
export function faultsOfStep(
  step: AskStep,
  draft: AskDraft,
  choice: ReviewChoice,
  reader: ReviewReading,
): Fault[] {
  switch (step) {
    case 'body':
      return choice.bodies.some(({ id }) => id === draft.body)
        ? []
        : [{ field: 'body', sentence: reader.tell('ask.bodyMissing') }];
    case 'grounds':
      return textFault(reader, 'grounds', draft.grounds, limits.grounds);
    case 'late':
      return textFault(reader, 'lateReason', draft.lateReason, limits.explanation);
    default:
      return [];
  }
}

/** The first question that still needs an answer; null when the request can be sent. */
export const missingStep = (
  draft: AskDraft,
  choice: ReviewChoice,
  reader: ReviewReading,
): AskStep | null =>
  stepsFor(choice).find((step) => faultsOfStep(step, draft, choice, reader).length > 0) ?? null;
