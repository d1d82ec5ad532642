import type { RecommendationStep } from '../../src/capabilities/supervision/recommendations/contract.ts';
import { limits } from '../../src/capabilities/supervision/recommendations/limits.ts';
import type { RecommendationView } from '../../src/capabilities/supervision/recommendations/view.ts';
import type { ShortField } from '../shell/short-form.tsx';
import { keysOf, type Words } from '../words/words.ts';

type Say = Words['recommendations'];

const area = { kind: 'area', required: true, limit: limits.words } as const;
const chosen = <K extends string>(names: Readonly<Record<K, string>>) =>
  keysOf(names).map((value) => ({ value, label: names[value] }));

/** What a recommendation says; the same when it is drafted and when it is written anew. */
const said = ({ label, help }: Say, first?: RecommendationView): readonly ShortField[] => [
  {
    name: 'subject',
    kind: 'text',
    label: label.subject,
    help: help.subject,
    required: true,
    limit: limits.subject,
    ...(first && { first: first.subject }),
  },
  {
    ...area,
    name: 'reasons',
    label: label.reasons,
    help: help.reasons,
    ...(first && { first: first.reasons }),
  },
  { ...area, name: 'proposal', label: label.proposal, ...(first && { first: first.proposal }) },
];

/** What a recommendation is drafted from. */
export const draftFields = (
  say: Say,
  number: string,
  standsAlready: boolean,
): readonly ShortField[] => [
  {
    name: 'kind',
    kind: 'choice',
    label: say.label.kind,
    required: true,
    options: chosen(say.kind),
  },
  { name: 'unit', kind: 'unit', label: say.label.unit, required: true },
  ...said(say),
  {
    name: 'numbers',
    kind: 'area',
    label: say.label.numbers,
    help: standsAlready ? say.help.numbersAlready : say.help.numbers,
    first: number,
  },
];

const paperFor = (
  { papers, status }: RecommendationView,
  step: RecommendationStep,
  say: Say,
): ShortField => {
  const options = papers
    .filter(({ steps }) => steps.includes(step))
    .map(({ id, number }) => ({ value: id, label: number ?? say.status[status] }));
  const [only] = options;
  return {
    name: 'paperId',
    kind: 'choice',
    label: say.label.paperId,
    required: true,
    options,
    ...(only !== undefined && options.length === 1 && { first: only.value }),
  };
};

/**
 * What a step of a recommendation asks for.
 * @param writesDown whether an answer is written down for the body that gave it on paper
 */
export function stepFields(
  step: RecommendationStep,
  recommendation: RecommendationView,
  say: Say,
  writesDown: boolean,
): readonly ShortField[] {
  const { label, help } = say;
  switch (step) {
    case 'redraft':
      return said(say, recommendation);
    case 'dropDraft':
      return [{ ...area, name: 'reason', label: label.reason }];
    case 'checkPaper':
    case 'signPaper':
    case 'sealPaper':
    case 'issuePaper':
      return [paperFor(recommendation, step, say)];
    case 'returnPaper':
      return [
        paperFor(recommendation, step, say),
        { ...area, name: 'reason', label: label.reason },
      ];
    case 'servePaper':
      return [
        paperFor(recommendation, step, say),
        {
          name: 'way',
          kind: 'choice',
          label: label.way,
          required: true,
          options: chosen(say.serveWay),
        },
        { name: 'servedOn', kind: 'date', label: label.servedOn, required: true },
        { name: 'proof', kind: 'text', label: label.proof, required: true },
      ];
    case 'answerRecommendation':
      return [
        {
          name: 'adoption',
          kind: 'choice',
          label: label.adoption,
          ...(writesDown && { help: help.recorded }),
          required: true,
          options: chosen(say.adoption),
        },
        { ...area, name: 'text', label: label.answer, help: help.answer },
        { name: 'doneBy', kind: 'date', label: label.doneBy, help: help.doneBy },
      ];
    case 'reportAdoption':
      return [
        { ...area, name: 'text', label: label.report },
        { name: 'uploads', kind: 'uploads', label: label.uploads },
      ];
    case 'verifyAdoption':
      return [{ ...area, name: 'text', label: label.verified }];
    case 'sendBackAdoption':
      return [
        { ...area, name: 'text', label: label.sentBack },
        { name: 'doneBy', kind: 'date', label: label.doneBy, required: true },
      ];
  }
}

/** Where a step is sent, under the record's own address. */
export const stepAddresses: Readonly<Record<RecommendationStep, string>> = {
  redraft: 'drafts',
  dropDraft: 'dropping',
  checkPaper: 'paper-checks',
  signPaper: 'paper-signatures',
  sealPaper: 'paper-seals',
  issuePaper: 'paper-issues',
  returnPaper: 'paper-returns',
  servePaper: 'paper-services',
  answerRecommendation: 'answers',
  reportAdoption: 'adoption-reports',
  verifyAdoption: 'verifications',
  sendBackAdoption: 'send-backs',
};
