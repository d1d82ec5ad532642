import { localDate, startOfDay } from '../src/kernel/local-date.ts';
import { calendar } from '../src/capabilities/petitions/life.test-data.ts';
import type { DayCommand, DayCommandType } from '../src/capabilities/reception-days/command.ts';
import { decideDay } from '../src/capabilities/reception-days/decide/index.ts';
import { planDay } from '../src/capabilities/reception-days/decide/plan.ts';
import type { DayEvent } from '../src/capabilities/reception-days/events.ts';
import { evolve } from '../src/capabilities/reception-days/evolve.ts';
import { isThinkable, receptionLifecycle } from '../src/capabilities/reception-days/lifecycle.ts';
import {
  receptionStates,
  type DayPlan,
  type ReceptionDay,
  type ReceptionState,
} from '../src/capabilities/reception-days/reception-day.ts';
import { replaceSection } from './readme-section.ts';

/** A step that was seen to lead from one state to another; null: into the record. */
export interface DayTransition {
  readonly from: ReceptionState | null;
  readonly step: string;
  readonly to: ReceptionState;
}

const steps = Object.keys(receptionLifecycle) as DayCommandType[];
const planned = localDate('2026-11-02');
const held = localDate('2026-11-16');
const moment = (day: typeof planned): number => startOfDay(day).getTime() + 36_000_000;

const planOf = (kind: DayPlan['kind']): DayPlan => ({
  kind,
  way: 'in-person',
  on: held,
  from: '09:00',
  to: '12:00',
  place: 'hall',
  regionCode: '430000',
  leaders: [
    { id: 'l', userId: null, name: 'n', post: 'p', unitId: 'u', topics: [], portfolio: '' },
  ],
  theme: '',
  topics: [],
  slotMinutes: null,
});

const item = { id: 'i', hash: 'h' };

/** What can be tried on a day, as whoever runs it would. */
const attempts = ({ plan, minutes }: ReceptionDay): readonly DayCommand[] => [
  { type: 'changeDay', plan: { ...plan, place: 'another hall' }, reason: 'r' },
  { type: 'publishNotice' },
  { type: 'writePreparation', id: 'p', petitionId: null, sheet: item },
  { type: 'openDay' },
  { type: 'closeDay', openTickets: 0 },
  { type: 'cancelDay', reason: 'r', carryTo: null, openTickets: 0 },
  { type: 'draftMinutes', content: item },
  ...(minutes === null
    ? []
    : [
        {
          type: 'issueMinutes' as const,
          number: 'N',
          paper: { paperId: 'p', verifyCode: 'C', document: item },
        },
      ]),
];

const after = (day: ReceptionDay | null, events: readonly DayEvent[], at: number, actor: string) =>
  events.reduce<ReceptionDay | null>(
    (before, event) =>
      evolve('day', before, { ...event, seq: (before?.version ?? 0) + 1, at, actor, unitId: 'u' }),
    day,
  );

const placeOf = ({ state, notice, preparations, minutes }: ReceptionDay): string =>
  JSON.stringify([state, notice === null, preparations.length > 0, minutes?.issued ?? minutes]);

/** Walks through the rules with one kind of plan, before the day and on it. */
function exploreKind(kind: DayPlan['kind']): readonly DayTransition[] {
  const context = { now: moment(planned), calendar, actor: 'drafter' };
  const born = planDay('u', planOf(kind), context);
  const first = born.ok ? after(null, born.value, context.now, 'drafter') : null;
  if (first === null) throw new Error(`No plan of a day that is ${kind}`);
  const found: DayTransition[] = [{ from: null, step: 'beginDay', to: first.state }];
  const seen = new Set<string>();
  const waiting = [first];
  for (let day = waiting.pop(); day !== undefined; day = waiting.pop()) {
    if (seen.has(placeOf(day))) continue;
    seen.add(placeOf(day));
    for (const now of [moment(planned), moment(held)]) {
      for (const command of attempts(day)) {
        const actor = command.type === 'issueMinutes' ? 'head' : 'drafter';
        const done = decideDay(day, command, { now, calendar, actor });
        const next = done.ok ? after(day, done.value, now, actor) : null;
        if (next === null) continue;
        found.push({ from: day.state, step: command.type, to: next.state });
        waiting.push(next);
      }
    }
  }
  // What leaves the state as it is stands in the table alone.
  return found.filter(({ from, to }) => from !== to);
}

const keyOf = ({ from, step, to }: DayTransition): string => `${from} ${step} ${to}`;

/** The arrows of all kinds; those that an open day has not say so. */
export function exploreDays(): readonly DayTransition[] {
  const open = exploreKind('open');
  const known = new Set(open.map(keyOf));
  const others = (['invited', 'with-case'] as const)
    .flatMap(exploreKind)
    .filter((arrow) => !known.has(keyOf(arrow)))
    .map((arrow) => ({ ...arrow, step: `${arrow.step} (no open day)` }));
  return [...open, ...others];
}

function arrowLines(): string[] {
  const transitions = exploreDays();
  return [null, ...receptionStates].flatMap((from) =>
    receptionStates.flatMap((to) => {
      const along = transitions.filter((each) => each.from === from && each.to === to);
      const names = [...new Set(along.map(({ step }) => step))].toSorted().join(', ');
      return names === '' ? [] : [`  ${from ?? '[*]'} --> ${to}: ${names}`];
    }),
  );
}

/**
 * The life of a reception day: what may come in each state as `lifecycle` has it, and the arrows
 * that the rules really lead along.
 * @returns Markdown, without the markers around it
 */
export const generateReceptionDiagram = (): string =>
  [
    '| State | Steps that may come |',
    '| --- | --- |',
    ...receptionStates.map((state) => {
      const open = steps.filter((step) => isThinkable(step, state));
      return `| \`${state}\` | ${open.map((step) => `\`${step}\``).join(' ')} |`;
    }),
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...arrowLines(),
    '```',
  ].join('\n');

/** The README of the capability with table and diagram as they are now. */
export const replaceReceptionDiagram = (readme: string): string =>
  replaceSection(readme, 'lifecycle', generateReceptionDiagram());
