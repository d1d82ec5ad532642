import type { Calendar } from '../../../kernel/calendar.ts';
import { countClock } from '../../../kernel/case-clocks.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { isGranted, type Jurisdiction } from '../../../kernel/permissions.ts';
import { addDays, localDateOf, type LocalDate } from '../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { FlowPaper } from '../../../kernel/paper-flow.ts';

/*
 * A visit before a festival (节日慰问) to somebody who is helped in hardship: chosen by a person from
 * aid that was granted, never drawn up by the system, and never a list of who petitions.
 */

/** Days off as the yearly notice of the State Council arranges them. */
export interface Festival {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** In the notice's words. */
  readonly name: string;
}

/** The festivals of the calendar that end on or after a day, in their order. */
export function festivalsOf(calendar: Calendar, today: LocalDate): readonly Festival[] {
  const found = new Map<string, Festival>();
  for (const { year, restDays } of calendar.years.values()) {
    for (const [day, called] of restDays) {
      // Days given for those that fell on a weekend belong to their festival.
      const name = called.replace(/（补假）$/, '');
      const key = `${year} ${name}`;
      const before = found.get(key);
      found.set(key, {
        name,
        from: before === undefined || day < before.from ? day : before.from,
        to: before === undefined || day > before.to ? day : before.to,
      });
    }
  }
  return [...found.values()]
    .filter(({ to }) => to >= today)
    .toSorted((one, other) => one.from.localeCompare(other.from));
}

/** As far as anybody plans visits: the calendar goes on for decades. */
const daysAhead = 400;

/** The festivals for which visits are planned now, the next first: more than a year of them. */
export const comingFestivals = (calendar: Calendar, today: LocalDate): readonly Festival[] =>
  festivalsOf(calendar, today).filter(({ from }) => from <= addDays(today, daysAhead));

export const festivalVisitStatuses = ['planned', 'done', 'cancelled'] as const;
export type FestivalVisitStatus = (typeof festivalVisitStatuses)[number];

/** One visit; who is visited stands in the petition alone. */
export interface FestivalVisit {
  readonly id: string;
  readonly petitionId: string;
  readonly version: number;
  readonly calendarVersion: string;
  readonly status: FestivalVisitStatus;
  readonly wayOutId: string;
  /** Names the list: unit and festival. */
  readonly listId: string;
  readonly festival: Festival;
  readonly unit: string;
  readonly office: string;
  readonly plannedAt: number;
  readonly plannedOn: LocalDate;
  readonly goes: SealedText;
  readonly made: {
    readonly at: number;
    readonly userId: string;
    readonly on: LocalDate;
    readonly brought: SealedText;
    readonly words: SealedText | null;
  } | null;
  readonly cancelled: {
    readonly at: number;
    readonly userId: string;
    readonly reason: SealedText;
  } | null;
  readonly papers: readonly FlowPaper[];
}

interface Commands {
  planVisit: Pick<
    FestivalVisit,
    'petitionId' | 'wayOutId' | 'listId' | 'unit' | 'office' | 'plannedOn' | 'goes'
  > & { readonly festival: Festival | null; readonly aidGranted: boolean };
  recordVisit: {
    readonly on: LocalDate;
    readonly brought: SealedText;
    readonly words: SealedText | null;
  };
  cancelVisit: { readonly reason: SealedText };
  succeedUnit: { readonly from: string; readonly to: string };
}
export type VisitCommandType = keyof Commands;
export type VisitCommand = {
  [T in VisitCommandType]: { readonly type: T } & Commands[T];
}[VisitCommandType];

interface Events {
  FestivalVisitPlanned: Omit<Commands['planVisit'], 'festival' | 'aidGranted'> & {
    readonly festival: Festival;
    readonly userId: string;
  };
  FestivalVisitMade: Commands['recordVisit'] & { readonly userId: string };
  FestivalVisitCancelled: Commands['cancelVisit'] & { readonly userId: string };
  FestivalVisitSucceeded: Commands['succeedUnit'];
}
export type VisitEvent = {
  [T in keyof Events]: { readonly type: T; readonly data: Events[T] };
}[keyof Events];
export type RecordedVisitEvent = VisitEvent & {
  readonly seq: number;
  readonly at: number;
  readonly calendarVersion: string;
};
export const visitEventVersion = 1;

/** What the rules are told besides the visit. */
export interface VisitContext {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly petition: { readonly accusation: boolean };
}

/** Decides what a command does to a festival visit; `visit` is null when it is being planned. */
export function decideVisit(
  visit: FestivalVisit | null,
  command: VisitCommand,
  { actor, now, petition }: VisitContext,
): Result<readonly VisitEvent[], Refusal> {
  if (petition.accusation && actor.kind !== 'system') return refuse('way-out-accusation');
  const userId = actor.kind === 'staff' ? actor.userId : '';
  if (command.type === 'planVisit') {
    if (visit !== null) return refuse('version-conflict');
    const { type: _type, aidGranted, festival, ...data } = command;
    if (!aidGranted) return refuse('festival-aid');
    if (festival === null) return refuse('festival-unknown', {}, 'festival');
    return ok([{ type: 'FestivalVisitPlanned', data: { ...data, festival, userId } }]);
  }
  if (visit === null) return refuse('not-found');
  if (command.type === 'succeedUnit') {
    const { from, to } = command;
    return ok([{ type: 'FestivalVisitSucceeded', data: { from, to } }]);
  }
  if (visit.status !== 'planned') return refuse('festival-not-in-status');
  if (command.type === 'cancelVisit') {
    const { reason } = command;
    return ok([{ type: 'FestivalVisitCancelled', data: { reason, userId } }]);
  }
  const { on, brought, words } = command;
  if (on > localDateOf(now)) return refuse('way-out-date', {}, 'on');
  return ok([{ type: 'FestivalVisitMade', data: { on, brought, words, userId } }]);
}

/** Carries a festival visit over one recorded event. */
export function evolveVisit(
  id: string,
  before: FestivalVisit | null,
  event: RecordedVisitEvent,
): FestivalVisit {
  const { seq, at, calendarVersion } = event;
  if (event.type === 'FestivalVisitPlanned') {
    const { userId: _userId, ...data } = event.data;
    return {
      id,
      version: seq,
      calendarVersion,
      ...data,
      status: 'planned',
      plannedAt: at,
      made: null,
      cancelled: null,
      papers: [],
    };
  }
  if (before === null) throw new Error(`Stream ${id} begins with ${event.type}`);
  const after = { ...before, version: seq, calendarVersion };
  switch (event.type) {
    case 'FestivalVisitMade':
      return { ...after, status: 'done', made: { at, ...event.data } };
    case 'FestivalVisitCancelled':
      return { ...after, status: 'cancelled', cancelled: { at, ...event.data } };
    case 'FestivalVisitSucceeded': {
      const { from, to } = event.data;
      const heirOf = (unit: string): string => (unit === from ? to : unit);
      return { ...after, unit: heirOf(before.unit), office: heirOf(before.office) };
    }
  }
}

/** Staff of the unit that visits and of the office alone. */
export const isVisitVisible = (actor: Actor, { unit, office }: FestivalVisit): boolean =>
  actor.kind === 'staff'
    ? actor.readingUnits.includes(unit) || actor.readingUnits.includes(office)
    : actor.kind === 'system';

/** Whether an actor may try a command on a visit that they see. */
export function mayVisit(
  actor: Actor,
  command: VisitCommandType,
  { unit, office }: { readonly unit: string; readonly office: string },
): boolean {
  if (command === 'succeedUnit') return actor.kind === 'system';
  if (actor.kind !== 'staff') return false;
  const relations = new Set<Jurisdiction>(['unit']);
  if (unit === actor.unitId) relations.add('holder');
  if (office === actor.unitId) relations.add('office');
  return isGranted(actor.roles, 'festival-visit.plan', relations);
}

/** What lists and the scope of readers need of a visit, and on whose desk it waits. */
export const projectVisit = (visit: FestivalVisit, calendar: Calendar) => ({
  row: {
    state: visit.status,
    open: visit.status === 'planned',
    subject: visit.listId,
    holder: visit.unit,
    readers: [...new Set([visit.unit, visit.office])],
    openedAt: visit.plannedAt,
  },
  items:
    visit.status === 'planned'
      ? [
          {
            unit: visit.unit,
            tasks: ['festival-visit' as const],
            officer: null,
            clock: countClock(
              {
                key: 'festival-visit',
                period: 'commitment',
                holder: visit.unit,
                startedAt: visit.plannedAt,
                givenDue: visit.plannedOn,
                extensionDays: 0,
                stoppedAt: null,
              },
              calendar,
            ),
          },
        ]
      : [],
});
