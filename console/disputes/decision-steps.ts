import {
  assessmentResults,
  checkAnswers,
  consultationKinds,
  legalities,
} from '../../src/capabilities/disputes/decisions/contract.ts';
import type { AssessmentStep } from '../../src/capabilities/disputes/decisions/contract.ts';
import { limits } from '../../src/capabilities/disputes/decisions/limits.ts';
import type { AssessmentView } from '../../src/capabilities/disputes/decisions/view.ts';
import type { Named } from '../../src/kernel/facts.ts';
import type { ShortField } from '../shell/short-form.tsx';
import type { Words } from '../words/words.ts';

type Say = Words['decisions'];

const choice = <K extends string>(
  name: string,
  label: string,
  values: readonly K[],
  words: Readonly<Record<K, string>>,
): ShortField => ({
  name,
  kind: 'choice',
  label,
  required: true,
  first: '',
  options: values.map((value) => ({ value, label: words[value] })),
});

/** What a step asks for, in the words of the reader; the reviewer is chosen by a form of its own. */
export function fieldsOf(
  step: Exclude<AssessmentStep, 'nameReviewer'>,
  decision: AssessmentView,
  say: Say,
  named: (name: Named) => string,
): readonly ShortField[] {
  const { label } = say;
  const area = (name: string, text: string): ShortField => ({
    name,
    kind: 'area',
    label: text,
    required: true,
    limit: limits.explanation,
  });
  const validUntil: ShortField = {
    name: 'validUntil',
    kind: 'date',
    label: label.validUntil,
    required: true,
  };
  switch (step) {
    case 'answerCheck':
      return [
        {
          name: 'code',
          kind: 'choice',
          label: label.code,
          required: true,
          first: decision.checks.find(({ answer }) => answer === null)?.code ?? '',
          options: decision.checks.map(({ code, name, question }) => ({
            value: code,
            label: `${named(name)}：${named(question)}`,
          })),
        },
        choice('answer', label.answer, checkAnswers, say.answer),
        area('words', label.words),
      ];
    case 'recordConsultation':
      return [
        choice('kind', label.consultation, consultationKinds, say.consultation),
        { name: 'heldOn', kind: 'date', label: label.heldOn, required: true },
        { name: 'people', kind: 'text', label: label.people, required: true },
        area('opinions', label.opinions),
        area('answer', label.answered),
      ];
    case 'addMeasure':
      return [
        area('words', say.measures),
        {
          name: 'unit',
          kind: 'unit',
          label: label.unit,
          required: true,
          first: decision.unit.id,
        },
      ];
    case 'reviewLegality':
      return [
        choice('opinion', label.opinion, legalities, say.legality),
        area('words', label.words),
        validUntil,
      ];
    case 'conclude':
      return [
        choice('result', label.result, assessmentResults, say.result),
        area('words', label.words),
        validUntil,
      ];
    case 'reopen':
    case 'withdraw':
      return [area('reason', label.reason)];
  }
}
