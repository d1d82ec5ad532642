import type { PaperData } from '../../papers/index.ts';
import { common, read, readOr } from './facts.ts';
import type { PaperSource } from './source.ts';

/** Reg. 29: the answer to a suggestion. */
export function suggestionAnswer(source: PaperSource): PaperData<'suggestion-answer'> {
  const { effect, text } = source.paper;
  const measure = read(source, text, 'measure');
  return {
    ...common(source),
    adoption: effect?.kind === 'answer-suggestion' ? effect.adoption : 'not-adopted',
    study: read(source, text, 'study') || readOr(source, text),
    reason: readOr(source, text),
    ...(measure === '' ? {} : { measure }),
  };
}

export const enquiryAnswer = (source: PaperSource): PaperData<'enquiry-answer'> => ({
  ...common(source),
  answer: readOr(source, source.paper.text),
});
