import { refuse, type Refused } from '../../../../kernel/refusals.ts';
import type { SealedText } from '../../../../kernel/sealed.ts';

/** Reasons shorter than this tell nobody anything. */
const shortestExplanation = 5;

export const findWordsFault = ({ length }: SealedText, field: string): Refused | null =>
  length >= shortestExplanation
    ? null
    : refuse('explanation-required', { limit: shortestExplanation }, field);
