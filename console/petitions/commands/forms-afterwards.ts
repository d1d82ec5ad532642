import type { afterwardsSchemas } from '../../../src/capabilities/petitions/afterwards/contract.ts';
import { limits } from '../../../src/capabilities/petitions/limits.ts';
import type { FieldOf } from './field-spec.ts';

type Forms = { readonly [T in keyof typeof afterwardsSchemas]: readonly FieldOf<T>[] };

const area = { kind: 'area', limit: limits.explanation, required: true } as const;
const heldOn = { name: 'heldOn', kind: 'date', label: 'heldOn', required: true } as const;

/** Forms of the steps around and after the conclusion. */
export const afterwardsForms: Forms = {
  noteMaterial: [],
  // Only the petitioner rates; the step stands in the menu with the reason why not here.
  rate: [],
  logRatingContact: [
    { ...heldOn, help: 'heldOn' },
    { name: 'record', label: 'contactRecord', help: 'contactRecord', ...area },
  ],
  recordFollowUp: [
    {
      name: 'way',
      kind: 'choice',
      group: 'followUpWay',
      label: 'followUpWay',
      required: true,
    },
    { ...heldOn, help: 'heldOn' },
    {
      name: 'result',
      kind: 'choice',
      group: 'followUpResult',
      label: 'followUpResult',
      required: true,
    },
    { name: 'words', label: 'words', help: 'words', ...area, required: false },
  ],
  contest: [
    { name: 'reasons', label: 'contestReasons', help: 'contestReasons', ...area, required: false },
    { name: 'signed', kind: 'check', label: 'signed', help: 'contestSigned' },
  ],
  decideContest: [
    {
      name: 'decision',
      kind: 'choice',
      group: 'contestDecision',
      label: 'contestDecision',
      required: true,
    },
    { name: 'reasons', label: 'contestAnswer', help: 'contestAnswer', ...area },
  ],
  noteRating: [{ name: 'note', label: 'note', ...area }],
};
