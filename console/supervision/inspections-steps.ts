import { limits } from '../../src/capabilities/supervision/inspections/limits.ts';
import type {
  InspectionView,
  ProgrammeView,
} from '../../src/capabilities/supervision/inspections/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import type { ShortField } from '../shell/short-form.tsx';
import { keysOf, type Words } from '../words/words.ts';

type Say = Words['inspections'];
export type ProgrammeStep = keyof Say['programmeStep'];
export type InspectionStep = keyof Say['step'];

const area = { kind: 'area', required: true, limit: limits.words } as const;
const chosen = (values: readonly string[], names: Readonly<Record<string, string>>) =>
  values.map((value) => ({ value, label: names[value] ?? value }));

/** What a programme is written from. */
export const programmeFields = (say: Say, first?: ProgrammeView): readonly ShortField[] => [
  {
    name: 'theme',
    kind: 'text',
    label: say.label.theme,
    help: say.help.theme,
    required: true,
    ...(first === undefined ? {} : { first: first.theme }),
  },
  {
    name: 'basis',
    kind: 'text',
    label: say.label.basis,
    required: true,
    ...(first === undefined ? {} : { first: first.basis }),
  },
  {
    name: 'from',
    kind: 'date',
    label: say.label.from,
    required: true,
    ...(first && { first: first.from }),
  },
  {
    name: 'to',
    kind: 'date',
    label: say.label.to,
    required: true,
    ...(first && { first: first.to }),
  },
  { ...area, name: 'focus', label: say.label.focus, ...(first && { first: first.focus }) },
  ...groupFields(say, first),
];

const groupFields = (say: Say, first?: ProgrammeView): readonly ShortField[] => [
  {
    name: 'teams',
    kind: 'area',
    label: say.label.teams,
    help: say.help.teams,
    required: true,
    ...(first && {
      first: first.teams.map(({ name, members }) => `${name}：${members.join('、')}`).join('\n'),
    }),
  },
  {
    name: 'rounds',
    kind: 'area',
    label: say.label.rounds,
    help: say.help.rounds,
    ...(first && {
      first: first.rounds.map(({ name, from, to }) => `${name} ${from} ${to}`).join('\n'),
    }),
  },
];

/** What a step of a programme asks for. */
export function programmeStepFields(
  step: ProgrammeStep,
  programme: ProgrammeView,
  say: Say,
): readonly ShortField[] {
  switch (step) {
    case 'changeProgramme':
      return programmeFields(say, programme);
    case 'changeTeams':
      return groupFields(say, programme);
    case 'freezeList':
      return [
        { name: 'take', kind: 'text', label: say.label.take, help: say.help.take, required: true },
        { name: 'from', kind: 'date', label: say.label.from, required: true },
        { name: 'to', kind: 'date', label: say.label.to, required: true },
        { name: 'unit', kind: 'unit', label: say.label.unit },
        { name: 'seedText', kind: 'text', label: say.label.seedText, help: say.help.seedText },
        { name: 'seedFrom', kind: 'date', label: say.label.seedFrom },
      ];
    case 'drawFromList':
      return [
        {
          name: 'drawId',
          kind: 'choice',
          label: say.label.drawId,
          required: true,
          options: programme.draws
            .filter(({ drawn }) => drawn === null)
            .map(({ id, size, frozenAt }) => ({
              value: id,
              label: `${frozenAt.slice(0, 10)} · ${size}`,
            })),
        },
        { name: 'seed', kind: 'text', label: say.label.seed, help: say.help.seed },
      ];
    case 'approveProgramme':
    case 'closeProgramme':
      return [];
  }
}

/** What an inspection is planned from. */
export const inspectionFields = (say: Say, programme: ProgrammeView): readonly ShortField[] => [
  {
    name: 'team',
    kind: 'choice',
    label: say.label.team,
    required: true,
    options: programme.teams.map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    name: 'round',
    kind: 'choice',
    label: say.label.round,
    options: programme.rounds.map(({ id, name }) => ({ value: id, label: name })),
  },
  { name: 'unit', kind: 'unit', label: say.column.unit, required: true },
  {
    name: 'way',
    kind: 'choice',
    label: say.label.way,
    required: true,
    options: chosen(keysOf(say.way), say.way),
  },
  { name: 'on', kind: 'date', label: say.label.on, required: true },
  { name: 'numbers', kind: 'area', label: say.label.numbers, help: say.help.numbers },
  {
    name: 'draw',
    kind: 'choice',
    label: say.label.draw,
    options: programme.draws
      .filter(({ drawn }) => drawn !== null)
      .map(({ id, frozenAt, take }) => ({
        value: id,
        label: `${frozenAt.slice(0, 10)} · ${take}`,
      })),
  },
  { ...area, name: 'task', label: say.label.task },
];

const findingIn = (
  { findings }: InspectionView,
  status: 'open' | 'answered',
  say: Say,
): ShortField => ({
  name: 'findingId',
  kind: 'choice',
  label: say.label.findingId,
  required: true,
  options: findings
    .filter((finding) => finding.status === status)
    .map(({ id, kind, text }) => ({
      value: id,
      label: `${say.finding.kind[kind]}：${text.slice(0, 30)}`,
    })),
});

const paperFor = ({ papers }: InspectionView, step: InspectionStep, say: Say): ShortField => ({
  name: 'paperId',
  kind: 'choice',
  label: say.label.paperId,
  required: true,
  options: papers
    .filter(({ steps }) => steps.includes(step))
    .map(({ id, number, stage }) => ({ value: id, label: number ?? say.paperStage[stage] })),
});

/** What a step of an inspection asks for. */
export function inspectionStepFields(
  step: InspectionStep,
  inspection: InspectionView,
  say: Say,
): readonly ShortField[] {
  const { label } = say;
  switch (step) {
    case 'carryOut':
      return [
        { name: 'on', kind: 'date', label: label.on, required: true },
        { ...area, name: 'checked', label: label.checked },
      ];
    case 'recordFinding':
      return [
        {
          name: 'kind',
          kind: 'choice',
          label: label.kind,
          required: true,
          options: chosen(keysOf(say.finding.kind), say.finding.kind),
        },
        {
          name: 'petitionId',
          kind: 'choice',
          label: label.petitionId,
          options: inspection.petitions.map(({ id, number }) => ({
            value: id,
            label: displayPetitionNumber(number),
          })),
        },
        { ...area, name: 'text', label: label.text },
        { name: 'basis', kind: 'text', label: label.basis },
        {
          name: 'demand',
          kind: 'area',
          label: label.demand,
          help: say.help.demand,
          limit: limits.words,
        },
        { name: 'dueOn', kind: 'date', label: label.dueOn },
        { name: 'uploads', kind: 'uploads', label: label.uploads },
      ];
    case 'answerFinding':
      return [
        findingIn(inspection, 'open', say),
        { ...area, name: 'text', label: label.answer },
        { name: 'uploads', kind: 'uploads', label: label.uploads },
      ];
    case 'verifyFinding':
      return [
        findingIn(inspection, 'answered', say),
        { ...area, name: 'text', label: label.verified },
      ];
    case 'reopenFinding':
      return [
        findingIn(inspection, 'answered', say),
        { ...area, name: 'text', label: label.reopened },
        { name: 'dueOn', kind: 'date', label: label.dueOn, required: true },
      ];
    case 'superviseFinding':
      return [
        {
          name: 'findingId',
          kind: 'choice',
          label: label.findingId,
          required: true,
          options: inspection.findings
            .filter(({ maySupervise }) => maySupervise)
            .map(({ id, kind, text }) => ({
              value: id,
              label: `${say.finding.kind[kind]}：${text.slice(0, 30)}`,
            })),
        },
        { ...area, name: 'words', label: label.supervised, help: say.help.supervised },
        { name: 'dueDate', kind: 'date', label: label.answerBy, required: true },
      ];
    case 'draftOrder':
      return [{ ...area, name: 'text', label: label.remark }];
    case 'checkPaper':
    case 'signPaper':
    case 'sealPaper':
    case 'issuePaper':
      return [paperFor(inspection, step, say)];
    case 'returnPaper':
      return [paperFor(inspection, step, say), { ...area, name: 'reason', label: label.reason }];
    case 'servePaper':
      return [
        paperFor(inspection, step, say),
        {
          name: 'way',
          kind: 'choice',
          label: label.serveWay,
          required: true,
          options: chosen(keysOf(say.serveWay), say.serveWay),
        },
        { name: 'servedOn', kind: 'date', label: label.servedOn, required: true },
        { name: 'proof', kind: 'text', label: label.proof, required: true },
      ];
    case 'closeInspection':
      return [];
    case 'cancelInspection':
      return [{ ...area, name: 'reason', label: label.reason }];
  }
}

/** Where a step is sent, under the record's own address. */
export const programmeAddresses: Readonly<Record<ProgrammeStep, string>> = {
  changeProgramme: 'plan',
  approveProgramme: 'approval',
  changeTeams: 'teams',
  freezeList: 'draws',
  drawFromList: 'drawings',
  closeProgramme: 'closing',
};
export const inspectionAddresses: Readonly<Record<InspectionStep, string>> = {
  carryOut: 'carrying-out',
  recordFinding: 'findings',
  answerFinding: 'answers',
  verifyFinding: 'verifications',
  reopenFinding: 'reopenings',
  superviseFinding: 'supervision',
  draftOrder: 'orders',
  checkPaper: 'paper-checks',
  signPaper: 'paper-signatures',
  sealPaper: 'paper-seals',
  issuePaper: 'paper-issues',
  returnPaper: 'paper-returns',
  servePaper: 'paper-services',
  closeInspection: 'closing',
  cancelInspection: 'cancelling',
};
