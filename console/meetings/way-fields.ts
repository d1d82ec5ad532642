import type { WayStep } from '../../src/capabilities/case-sponsorship/ways-out/contract.ts';
import { limits } from '../../src/capabilities/case-sponsorship/ways-out/limits.ts';
import type {
  WaysOfPetition,
  WayView,
} from '../../src/capabilities/case-sponsorship/ways-out/view.ts';
import type { ShortField } from '../shell/short-form.tsx';
import { fill, keysOf, type Words } from '../words/words.ts';
import { rowsUpTo } from './rows.tsx';
import { linesOf, textOf, type Typed } from './typed.ts';

type Say = Words['waysOut'];
type Way = WayView['way'];
const required = true;

const area = (name: string, label: string, limit: number): ShortField => ({
  name,
  kind: 'area',
  label,
  required,
  limit,
});
const text = (name: string, label: string, more: Partial<ShortField> = {}): ShortField => ({
  name,
  kind: 'text',
  label,
  required,
  ...more,
});
const date = (name: string, label: string): ShortField => ({ name, kind: 'date', label, required });

const pathFields = ({ label, help }: Say, steps: number): readonly ShortField[] =>
  rowsUpTo(steps).flatMap((at): ShortField[] => [
    area(`step-${at}`, fill(label.stepText, { at }), limits.reason),
    date(`due-${at}`, fill(label.stepDue, { at })),
    text(`expert-${at}`, fill(label.expertName, { at }), { required: false, help: help.expert }),
    text(`expertUnit-${at}`, fill(label.expertUnit, { at }), { required: false }),
    text(`expertField-${at}`, fill(label.expertField, { at }), { required: false }),
  ]);

const aidFields = ({ label, help, kind }: Say): readonly ShortField[] => [
  {
    name: 'kind',
    kind: 'choice',
    label: label.kind,
    required,
    options: keysOf(kind).map((value) => ({ value, label: kind[value] })),
  },
  area('circumstances', label.circumstances, limits.words),
  area('basis', label.basis, limits.words),
  text('amount', label.amount, { help: help.amount }),
];

/** Fields by which a way is chosen. */
export const chooseFields = (
  way: Way,
  say: Say,
  { demands }: Pick<WaysOfPetition, 'demands'>,
  steps: number,
): readonly ShortField[] => [
  {
    name: 'demandId',
    kind: 'choice',
    label: say.label.demandId,
    help: say.help.demand,
    options: demands.map((demand) => ({ value: demand.id, label: demand.text })),
  },
  area('reason', say.label.reason, limits.words),
  ...(way === 'policy' ? pathFields(say, steps) : way === 'aid' ? aidFields(say) : []),
];

/** An expert whose name is not known yet is called by unit or field: what was typed is kept. */
const expertOf = (name: string, unit: string, field: string) => {
  if (name !== '') return { name, unit, field };
  if (unit !== '') return { name: unit, unit: '', field };
  return field === '' ? null : { name: field, unit: '', field: '' };
};

/** The body of a choice. */
export function chooseInput(way: Way, typed: Typed, steps: number): object {
  const common = {
    way,
    demandId: textOf(typed, 'demandId') || null,
    reason: textOf(typed, 'reason'),
  };
  if (way === 'law') return common;
  if (way === 'aid') return { ...typed, ...common };
  return {
    ...common,
    steps: rowsUpTo(steps).map((at) => {
      const [name = '', unit = '', field = ''] = ['expert', 'expertUnit', 'expertField'].map(
        (each) => textOf(typed, `${each}-${at}`),
      );
      return {
        text: textOf(typed, `step-${at}`),
        dueDate: textOf(typed, `due-${at}`),
        expert: expertOf(name, unit, field),
      };
    }),
  };
}

/** The fields of a step's form. */
export function stepFields(step: WayStep, say: Say, way: WayView): readonly ShortField[] {
  const { label, help } = say;
  switch (step) {
    case 'recordStep': {
      const open = way.steps.filter(({ doneOn }) => doneOn === null);
      return [
        {
          name: 'stepId',
          kind: 'choice',
          label: label.stepId,
          required,
          options: open.map((each) => ({ value: each.id, label: each.text })),
          ...(open[0] === undefined ? {} : { first: open[0].id }),
        },
        date('on', label.done),
        { ...area('note', label.note, limits.words), required: false },
      ];
    }
    case 'explainLaw':
      return [
        date('on', label.told),
        {
          name: 'how',
          kind: 'choice',
          label: label.how,
          required,
          first: 'talk',
          options: keysOf(say.how).map((value) => ({ value, label: say.how[value] })),
        },
        text('byName', label.byName),
        text('byPost', label.byPost, { required: false }),
        {
          name: 'provisions',
          kind: 'area',
          label: label.provisions,
          help: help.provisions,
          required,
        },
        area('words', label.explained, limits.words),
        area('answer', label.answer, limits.words),
      ];
    case 'approveAid':
      return [area('words', label.opinion, limits.reason)];
    case 'refuseAid':
      return [{ ...area('words', label.refusal, limits.reason), help: help.refusal }];
    case 'payAid':
      return [
        date('on', label.paidOn),
        area('proof', label.proof, limits.reason),
        { name: 'uploads', kind: 'uploads', label: label.uploads },
      ];
    case 'finishWay':
      return [area('words', label.result, limits.words)];
    case 'changeWay':
      return [area('reason', label.change, limits.reason)];
  }
}

/** The body of a step from what its form gives. */
export const stepInput = (step: WayStep, typed: Typed): object =>
  step === 'explainLaw' ? { ...typed, provisions: linesOf(textOf(typed, 'provisions')) } : typed;
