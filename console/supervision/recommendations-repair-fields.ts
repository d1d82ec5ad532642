import type { RepairStep } from '../../src/capabilities/supervision/recommendations/contract.ts';
import { limits } from '../../src/capabilities/supervision/recommendations/limits.ts';
import type {
  GapView,
  RepairView,
} from '../../src/capabilities/supervision/recommendations/view.ts';
import type { ShortField } from '../shell/short-form.tsx';
import { keysOf, type Words } from '../words/words.ts';

type Say = Words['policyRepairs'];

const area = { kind: 'area', required: true, limit: limits.words } as const;

/** Gaps that wait for a repair, to be chosen by field and words. */
const gapsField = ({ label }: Say, waiting: readonly GapView[], required: boolean): ShortField => ({
  name: 'gaps',
  kind: 'many',
  label: label.gaps,
  required,
  options: waiting.map(({ id, topic, missing }) => ({
    value: id,
    label: `${topic}：${missing.slice(0, 40)}`,
  })),
});

const planFields = ({ label, help }: Say, first?: RepairView): readonly ShortField[] => [
  {
    name: 'title',
    kind: 'text',
    label: label.title,
    help: help.title,
    required: true,
    ...(first && { first: first.title }),
  },
  {
    name: 'large',
    kind: 'text',
    label: label.large,
    required: true,
    ...(first && { first: first.topic.large }),
  },
  {
    name: 'small',
    kind: 'text',
    label: label.small,
    ...(first && { first: first.topic.small }),
  },
  { ...area, name: 'goal', label: label.goal, ...(first && { first: first.goal }) },
  {
    name: 'leader',
    kind: 'text',
    label: label.leader,
    help: help.leader,
    required: true,
    ...(first && { first: first.leader }),
  },
  {
    name: 'departments',
    kind: 'units',
    label: label.departments,
    required: true,
    ...(first && { first: first.departments.map(({ id }) => id).join(',') }),
  },
];

/** What a repair is begun from. */
export const beginFields = (say: Say, waiting: readonly GapView[]): readonly ShortField[] => [
  ...planFields(say),
  gapsField(say, waiting, false),
];

/** What a step of a repair asks for. */
export function repairStepFields(
  step: RepairStep,
  repair: RepairView,
  waiting: readonly GapView[],
  say: Say,
): readonly ShortField[] {
  const { label } = say;
  switch (step) {
    case 'changeRepair':
      return planFields(say, repair);
    case 'addGaps':
      return [gapsField(say, waiting, true)];
    case 'addStep':
      return [
        { ...area, name: 'text', label: label.text },
        { name: 'unit', kind: 'unit', label: label.unit, required: true },
        { name: 'dueDate', kind: 'date', label: label.dueDate, required: true },
      ];
    case 'recordResult':
      return [
        {
          name: 'kind',
          kind: 'choice',
          label: label.kind,
          required: true,
          options: keysOf(say.resultKind).map((value) => ({
            value,
            label: say.resultKind[value],
          })),
        },
        { name: 'documentNumber', kind: 'text', label: label.documentNumber, required: true },
        { name: 'on', kind: 'date', label: label.on, required: true },
        { ...area, name: 'text', label: label.outcome },
      ];
    case 'dropRepair':
      return [{ ...area, name: 'reason', label: label.reason }];
    case 'tellPetitioners':
      return [];
  }
}

/** Where a step is sent, under the record's own address. */
export const repairAddresses: Readonly<Record<RepairStep, string>> = {
  changeRepair: 'plan',
  addGaps: 'gaps',
  addStep: 'commitments',
  recordResult: 'result',
  dropRepair: 'dropping',
  tellPetitioners: 'telling',
};
