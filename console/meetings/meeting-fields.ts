import type { MeetingStep } from '../../src/capabilities/case-sponsorship/meetings/contract.ts';
import { limits } from '../../src/capabilities/case-sponsorship/meetings/limits.ts';
import type { MeetingView } from '../../src/capabilities/case-sponsorship/meetings/view.ts';
import type { ShortField } from '../shell/short-form.tsx';
import { fill, type Words } from '../words/words.ts';
import { rowsUpTo } from './rows.tsx';
import { linesOf, listOf, peopleOf, textOf, type Typed } from './typed.ts';

type Say = Words['meetings'];
type Option = { readonly value: string; readonly label: string };
interface Person {
  readonly userId: string;
  readonly name: string;
  readonly unit: { readonly id: string };
}

/** How many agreed actions and open points the form asks for. */
interface Counts {
  readonly actions: number;
  readonly open: number;
}

const whenFields = (
  { label, help }: Say,
  before: Partial<Pick<MeetingView, 'time' | 'place'>> = {},
): readonly ShortField[] => [
  { name: 'on', kind: 'date', label: label.on, required: true },
  {
    name: 'time',
    kind: 'time',
    label: label.time,
    help: help.time,
    required: true,
    first: before.time ?? '',
  },
  { name: 'place', kind: 'text', label: label.place, required: true, first: before.place ?? '' },
];

/** Fields by which a meeting is planned. */
export const planFields = (
  say: Say,
  people: { readonly leaders: readonly Option[]; readonly staff: readonly Option[] },
): readonly ShortField[] => {
  const { label, help } = say;
  return [
    ...whenFields(say),
    { name: 'agenda', kind: 'area', label: label.agenda, help: help.agenda },
    {
      name: 'petitioner',
      kind: 'area',
      label: label.petitioner,
      help: help.petitioner,
      required: true,
    },
    {
      name: 'leader',
      kind: 'many',
      label: label.leader,
      help: help.leader,
      options: people.leaders,
    },
    { name: 'unit', kind: 'many', label: label.unit, options: people.staff },
    { name: 'enterprise', kind: 'area', label: label.enterprise, help: help.outside },
    { name: 'expert', kind: 'area', label: label.expert, help: help.outside },
  ];
};

/** The body of a plan. */
export function planInput(typed: Typed, people: readonly Person[]): object {
  const outside = (side: string) =>
    peopleOf(textOf(typed, side)).map((who) => ({ side, ...who, unit: null, userId: null }));
  const staff = (side: string) =>
    listOf(typed, side).flatMap((userId) => {
      const found = people.find((each) => each.userId === userId);
      return found === undefined
        ? []
        : [{ side, name: found.name, post: '', unit: found.unit.id, userId }];
    });
  return {
    on: textOf(typed, 'on'),
    time: textOf(typed, 'time'),
    place: textOf(typed, 'place'),
    agenda: linesOf(textOf(typed, 'agenda')),
    participants: [
      ...outside('petitioner'),
      ...staff('leader'),
      ...staff('unit'),
      ...outside('enterprise'),
      ...outside('expert'),
    ],
  };
}

const sidesAt = ({ participants }: MeetingView) => [
  ...new Set(participants.map(({ side }) => side)),
];

function recordFields(say: Say, meeting: MeetingView, counts: Counts): readonly ShortField[] {
  const { label } = say;
  const required = true;
  const area = { kind: 'area', required, limit: limits.reason } as const;
  return [
    {
      name: 'came',
      kind: 'many',
      label: label.came,
      required,
      options: meeting.participants.map(({ id, name, side }) => ({
        value: id,
        label: `${name} · ${say.side[side]}`,
      })),
    },
    ...sidesAt(meeting).map((side): ShortField => ({
      name: `position-${side}`,
      kind: 'area',
      label: fill(label.position, { side: say.side[side] }),
      limit: limits.words,
    })),
    ...rowsUpTo(counts.actions).flatMap((at): ShortField[] => [
      {
        ...area,
        name: `action-${at}`,
        label: fill(label.actionText, { at }),
      },
      { name: `unit-${at}`, kind: 'unit', label: fill(label.actionUnit, { at }), required },
      { name: `who-${at}`, kind: 'text', label: fill(label.actionResponsible, { at }), required },
      { name: `due-${at}`, kind: 'date', label: fill(label.actionDue, { at }), required },
    ]),
    ...rowsUpTo(counts.open).flatMap((at): ShortField[] => [
      { ...area, name: `matter-${at}`, label: fill(label.openMatter, { at }) },
      { ...area, name: `reason-${at}`, label: fill(label.openReason, { at }) },
    ]),
  ];
}

/** The fields of a step's form. */
export function stepFields(
  step: MeetingStep,
  say: Say,
  meeting: MeetingView,
  counts: Counts,
): readonly ShortField[] {
  const { label, help } = say;
  const why: readonly ShortField[] = [
    { name: 'reason', kind: 'area', label: label.reason, required: true, limit: limits.reason },
    {
      name: 'told',
      kind: 'area',
      label: label.told,
      help: help.told,
      limit: limits.reason,
      // Whoever the program does not reach is told by people.
      required: meeting.participants.some(({ side }) => side === 'enterprise' || side === 'expert'),
    },
  ];
  switch (step) {
    case 'postponeMeeting':
      return [...whenFields(say, meeting), ...why];
    case 'cancelMeeting':
      return why;
    case 'recordMeeting':
      return recordFields(say, meeting, counts);
    case 'issueMinutes':
      return [];
  }
}

/** The body of a step from what its form gives. */
export function stepInput(step: MeetingStep, typed: Typed, meeting: MeetingView, counts: Counts) {
  if (step !== 'recordMeeting') return typed;
  return {
    came: listOf(typed, 'came'),
    positions: sidesAt(meeting).flatMap((side) => {
      const words = textOf(typed, `position-${side}`);
      return words === '' ? [] : [{ side, words }];
    }),
    actions: rowsUpTo(counts.actions).map((at) => ({
      text: textOf(typed, `action-${at}`),
      unit: textOf(typed, `unit-${at}`),
      responsible: textOf(typed, `who-${at}`),
      dueDate: textOf(typed, `due-${at}`),
    })),
    openPoints: rowsUpTo(counts.open).map((at) => ({
      matter: textOf(typed, `matter-${at}`),
      reason: textOf(typed, `reason-${at}`),
    })),
  };
}
