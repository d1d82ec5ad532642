import { limits } from '../limits.ts';
import { besides, explain, sealWords, type Compose } from './composing.ts';

type PathTypes =
  | 'decideSuggestion'
  | 'answerBriefly'
  | 'honourContribution'
  | 'startSimple'
  | 'switchToOrdinary';

/** How what is typed on the short paths becomes commands of the rules. */
export const pathComposers: { readonly [T in PathTypes]: Compose<T> } = {
  decideSuggestion: (input, with_) => ({
    type: 'decideSuggestion',
    adoption: input.adoption,
    reason: sealWords(
      with_,
      input.reason,
      'reason',
      limits.explanation,
      besides({ study: input.study, measure: input.measure }),
    ),
    paperId: with_.nextId(),
  }),
  answerBriefly: (input, with_) => ({
    type: 'answerBriefly',
    answer: explain(with_, input.answer, 'answer'),
    onPaper: input.onPaper,
    paperId: with_.nextId(),
  }),
  honourContribution: (input, with_) => ({
    type: 'honourContribution',
    text: explain(with_, input.text, 'text'),
  }),
  startSimple: (input) => ({ type: 'startSimple', ...input }),
  switchToOrdinary: (input, with_) => ({
    type: 'switchToOrdinary',
    reason: explain(with_, input.reason, 'reason'),
    paperId: with_.nextId(),
  }),
};
