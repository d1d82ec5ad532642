import {
  letterServiceWays,
  type LettersStep,
} from '../../src/capabilities/supervision/letters/contract.ts';
import { limits } from '../../src/capabilities/supervision/letters/limits.ts';
import type { LettersView } from '../../src/capabilities/supervision/letters/view.ts';
import type { ShortField } from '../shell/short-form.tsx';
import type { Words } from '../words/words.ts';

const area = { kind: 'area', required: true, limit: limits.words } as const;

/** What a step asks for; a draft begins with what the last one said. */
export function fieldsOf(
  step: LettersStep,
  view: LettersView,
  { supervisionLetters: say }: Words,
  today: string,
): readonly ShortField[] {
  const { label, help } = say;
  const last = view.letters.at(-1);
  const drafting: readonly ShortField[] = [
    {
      ...area,
      name: 'words',
      label: label.words,
      help: help.words,
      first: last?.paper.words ?? '',
    },
    { name: 'addressee', kind: 'unit', label: label.addressee, help: help.addressee },
  ];
  const reason: ShortField = { ...area, name: 'reason', label: label.reason, limit: limits.reason };
  const judged: ShortField = { ...area, name: 'words', label: label.judged, limit: limits.reason };
  const files: ShortField = { name: 'uploads', kind: 'uploads', label: label.files };
  switch (step) {
    case 'draftLetter':
      return drafting;
    case 'raiseLetter':
      return [
        {
          name: 'to',
          kind: 'choice',
          label: label.to,
          required: true,
          options: view.steps.flatMap(({ name }, place) =>
            place > (last?.step ?? 0) ? [{ value: String(place), label: name }] : [],
          ),
        },
        { ...reason, help: help.reason },
        ...drafting.map((field) => (field.name === 'words' ? { ...field, first: '' } : field)),
      ];
    case 'answerLetter':
      return [{ ...area, name: 'words', label: label.answer, help: help.answer }, files];
    case 'recordAnswer':
      return [
        { name: 'receivedOn', kind: 'date', label: label.receivedOn, required: true },
        { ...area, name: 'words', label: label.answer },
        files,
      ];
    case 'acceptAnswer':
    case 'returnAnswer':
      return [judged];
    case 'withdrawLetters':
    case 'returnPaper':
      return [reason];
    case 'servePaper':
      return serviceFields(say, today);
    default:
      return [];
  }
}

/** How a paper reached a unit, and when. */
export const serviceFields = (
  { label, way }: Words['supervisionLetters'],
  today: string,
): readonly ShortField[] => [
  {
    name: 'way',
    kind: 'choice',
    label: label.way,
    required: true,
    first: 'electronic',
    options: letterServiceWays.map((value) => ({ value, label: way[value] })),
  },
  { name: 'servedOn', kind: 'date', label: label.servedOn, required: true, first: today },
  { name: 'proof', kind: 'text', label: label.proof, limit: limits.reason },
  { name: 'mailNumber', kind: 'text', label: label.mailNumber, limit: 60 },
];
