import {
  consentWays,
  talkPartners,
  visitOutcomes,
} from '../../src/capabilities/case-sponsorship/visits/code-names.ts';
import { visitLimits as limits } from '../../src/capabilities/case-sponsorship/visits/limits.ts';
import type { VisitView } from '../../src/capabilities/case-sponsorship/visits/view.ts';
import type { ShortField } from '../shell/short-form.tsx';
import type { Words } from '../words/words.ts';

type Step = VisitView['steps'][number];
type Say = Words['visits'];
type Typed = Readonly<Record<string, unknown>>;

const textOf = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
};

const talkFields = (say: Say, visit: VisitView): readonly ShortField[] =>
  talkPartners
    // In an accusation neighbours are never asked: the field is not there.
    .filter((partner) => !visit.accusation || partner !== 'neighbour')
    .map((partner) => ({
      name: `talk-${partner}`,
      kind: 'text',
      label: `${say.talks}：${say.partner[partner]}`,
      help: say.talksHelp,
    }));

const account = (say: Say, visit: VisitView, words: string): readonly ShortField[] => [
  { name: 'visitedOn', kind: 'date', label: say.visitedOn, required: true, first: visit.day },
  ...talkFields(say, visit),
  { name: 'words', kind: 'area', label: words, limit: limits.words },
  { name: 'uploads', kind: 'uploads', label: say.files },
];

/** Fields of a step other than a change of the plan. */
export function stepFields(step: Step, say: Say, visit: VisitView): readonly ShortField[] {
  switch (step) {
    case 'changeVisit':
    case 'withdrawConsent':
      return [];
    case 'cancelVisit':
      return [{ name: 'reason', kind: 'area', label: say.reason, limit: limits.purpose }];
    case 'noteConsent':
      return [
        { name: 'on', kind: 'date', label: say.consent.on, required: true },
        {
          name: 'way',
          kind: 'choice',
          label: say.consent.way,
          required: true,
          options: consentWays.map((value) => ({ value, label: say.way[value] })),
        },
      ];
    case 'recordVisit':
      return [
        {
          name: 'outcome',
          kind: 'choice',
          label: say.outcome.title,
          required: true,
          first: 'made',
          options: visitOutcomes.map((value) => ({ value, label: say.outcome[value] })),
        },
        ...account(say, visit, say.words),
        { name: 'promise', kind: 'area', label: say.promise, help: say.promiseHelp },
        { name: 'promiseDue', kind: 'date', label: say.promiseDue },
      ];
    case 'addToVisit':
      return account(say, visit, say.addedWords);
  }
}

const talksOf = (typed: Typed): readonly object[] =>
  talkPartners.flatMap((partner) =>
    textOf(typed, `talk-${partner}`)
      .split(/[、，,;；]/)
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => ({ partner, name })),
  );

/** The body of a step from what its form gives. */
export function stepInput(step: Step, typed: Typed): object {
  if (step !== 'recordVisit' && step !== 'addToVisit') return typed;
  const notes = {
    visitedOn: typed['visitedOn'],
    talks: talksOf(typed),
    words: textOf(typed, 'words'),
    uploads: typed['uploads'] ?? [],
  };
  if (step === 'addToVisit') return notes;
  const text = textOf(typed, 'promise');
  return {
    outcome: typed['outcome'],
    ...notes,
    promise: text === '' ? null : { text, dueDate: typed['promiseDue'] },
  };
}
