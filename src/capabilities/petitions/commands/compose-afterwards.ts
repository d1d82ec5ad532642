import { startOfDay } from '../../../kernel/local-date.ts';
import type { afterwardsSchemas } from '../afterwards/contract.ts';
import { limits } from '../limits.ts';
import { dateOf, explain, optional, sealWords, type Compose } from './composing.ts';

const dayOf = (value: string): number => startOfDay(dateOf(value)).getTime();

/** How what is typed around and after the conclusion becomes a command of the rules. */
export const afterwardsComposers: { readonly [T in keyof typeof afterwardsSchemas]: Compose<T> } = {
  noteMaterial: () => ({ type: 'noteMaterial' }),
  rate: (input, with_) => ({
    type: 'rate',
    office: input.office,
    unit: input.unit,
    demands: input.demands,
    reason: optional(with_, input.reason, 'reason'),
  }),
  logRatingContact: (input, with_) => ({
    type: 'logRatingContact',
    record: sealWords(with_, input.record, 'record', limits.explanation),
    heldAt: dayOf(input.heldOn),
  }),
  recordFollowUp: (input, with_) => ({
    type: 'recordFollowUp',
    way: input.way,
    heldAt: dayOf(input.heldOn),
    result: input.result,
    words: optional(with_, input.words, 'words'),
  }),
  contest: (input, with_) => ({
    type: 'contest',
    contestId: with_.nextId(),
    reasons: optional(with_, input.reasons, 'reasons'),
    signed: input.signed,
  }),
  decideContest: (input, with_) => ({
    type: 'decideContest',
    upheld: input.decision === 'upheld',
    reasons: explain(with_, input.reasons, 'reasons'),
    paperId: with_.nextId(),
  }),
  noteRating: (input, with_) => ({ type: 'noteRating', note: explain(with_, input.note, 'note') }),
};
