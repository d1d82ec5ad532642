import { countClock } from '../../kernel/case-clocks.ts';
import type { Calendar } from '../../kernel/calendar.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import type { RecordedPetitionEvent } from '../petitions/events.ts';
import { fold } from '../petitions/evolve.ts';

/*
 * Every measure once more, from the raw events by plain loops: as of a day it reads the events until
 * that day and nothing else. It knows neither facts nor tables; only the clocks are those of the
 * petitions' own rules, whose counting has tests of its own.
 */

/** One part of a measure: which matter gives how much, on which day, under which codes. */
export interface Part {
  readonly measure: string;
  readonly part: 'numerator' | 'denominator';
  readonly amount: number;
  readonly day: string;
  readonly region: string;
  readonly unit: string;
  readonly channel: string;
  readonly topic: string;
}

export interface RawStream {
  readonly id: string;
  readonly events: readonly RecordedPetitionEvent[];
}

const dayOf = (at: number): string => localDateOf(at);
const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const good = new Set(['satisfied', 'mostly']);
const handled = new Set(['opinion', 'route-result', 'answered']);

interface Window {
  day: string;
  unit: string;
  rating: { office: string; unit: string; bad: boolean; solved: boolean } | null;
}

/** What a reader of the raw events of one matter would write down. */
function notesOf(events: readonly RecordedPetitionEvent[]) {
  let region = '';
  let topic = 'none';
  let purpose: string | null = null;
  let holder = '';
  let office = '';
  let channel = '';
  let persons = 0;
  let registered = '';
  let concludedNow = false;
  let judged = false;
  let settled = false;
  let reviews = 0;
  let relapsed = false;
  const repeats = new Set<string>();
  const conclusions: { day: string; form: string; unit: string; round: number }[] = [];
  const rounds: { day: string; unit: string }[] = [];
  const passed: { day: string; mode: string; unit: string }[] = [];
  const windows: Window[] = [];
  const released: number[] = [];
  const topicOf = (
    category: { first: string; second: string | null; third: string | null } | null,
  ) => (category === null ? 'none' : (category.third ?? category.second ?? category.first));
  for (const event of events) {
    const day = dayOf(event.at);
    switch (event.type) {
      case 'PetitionRegistered':
        region = event.data.regionCode;
        topic = topicOf(event.data.category);
        purpose = event.data.purpose;
        holder = event.data.holder;
        office = event.data.office;
        channel = event.data.channel;
        persons = event.data.personCount;
        registered = day;
        break;
      case 'PetitionClassified':
        region = event.data.regionCode;
        topic = topicOf(event.data.category);
        purpose = event.data.purpose;
        break;
      case 'PetitionHanded':
        holder = event.data.to;
        if (
          event.data.toOffice &&
          event.data.mode !== 'hand-over' &&
          event.data.mode !== 'pass-down'
        )
          office = event.data.to;
        else if (event.data.toOffice) office = event.data.to;
        passed.push({ day, mode: event.data.mode, unit: event.data.to });
        break;
      case 'ObjectionUpheld':
        holder = event.data.superior ?? event.data.returnTo;
        judged = event.data.superior != null;
        released.push(event.at);
        break;
      case 'HandOverReturned':
        holder = event.data.superior ?? event.data.returnTo;
        judged = event.data.superior != null;
        released.push(event.at);
        break;
      case 'ObjectionClimbed':
        holder = event.data.superior;
        judged = true;
        released.push(event.at);
        break;
      case 'CompetenceDecided':
        // A joint meeting may leave it with the unit that objected: nothing is passed on then.
        if (judged || holder !== event.data.unit) {
          passed.push({ day, mode: 'refer', unit: event.data.unit });
        }
        holder = event.data.unit;
        judged = false;
        break;
      case 'PetitionRaised':
      case 'PetitionLowered': {
        const { from, to, handler } = event.data;
        const mode = passed.findLast(({ unit }) => unit === holder)?.mode;
        office = to;
        if (holder === from) holder = to;
        if (handler !== null) {
          holder = handler;
          passed.push({ day, mode: mode === 'assign' ? 'assign' : 'refer', unit: handler });
        }
        break;
      }
      case 'HeadFollowed':
        if (concludedNow) rounds.push({ day, unit: event.data.holder });
        concludedNow = false;
        if (holder !== event.data.holder)
          passed.push({ day, mode: 'refer', unit: event.data.holder });
        holder = event.data.holder;
        break;
      case 'HolderSucceeded':
        if (holder === event.data.from) holder = event.data.to;
        if (office === event.data.from) office = event.data.to;
        for (const link of passed) {
          if (
            (link.mode === 'assign' || link.mode === 'pass-down') &&
            link.unit === event.data.from
          )
            link.unit = event.data.to;
        }
        break;
      case 'PetitionConcluded':
        concludedNow = true;
        conclusions.push({ day, form: event.data.form, unit: holder, round: rounds.length + 1 });
        if (['merged', 'split', 'withdrawn'].includes(event.data.form)) released.push(event.at);
        break;
      case 'MergeUndone':
        concludedNow = false;
        conclusions.pop();
        break;
      case 'RoundOpened':
        concludedNow = false;
        if (event.data.at === 'triage') holder = office;
        rounds.push({ day, unit: holder });
        break;
      case 'ReportReturned':
        concludedNow = false;
        rounds.push({ day, unit: holder });
        break;
      case 'RatingOpened':
        windows.push({ day, unit: event.data.unit, rating: null });
        break;
      case 'PetitionRated': {
        const window = windows.at(-1);
        if (window !== undefined) {
          window.rating = {
            office: event.data.office,
            unit: event.data.unit,
            bad: event.data.bad,
            solved: event.data.demands.every(({ solved }) => solved === 'solved'),
          };
        }
        break;
      }
      case 'OutcomeRecorded':
        settled = event.data.matterSettled === 'settled';
        break;
      case 'FollowUpRecorded':
        if (event.data.result === 'relapsed' || event.data.result === 'dissatisfied')
          relapsed = true;
        break;
      case 'ReviewNoted':
        reviews += 1;
        break;
      case 'PetitionRelated':
        if (event.data.kind === 'repeat-of' && event.data.side === 'from')
          repeats.add(event.data.relationId);
        break;
      case 'RelationUndone':
        repeats.delete(event.data.relationId);
        break;
      default:
    }
  }
  return {
    region,
    topic,
    purpose,
    holder,
    channel,
    persons,
    registered,
    concludedNow,
    settled,
    reviews,
    relapsed,
    repeat: repeats.size > 0,
    conclusions,
    rounds,
    passed,
    windows,
    released,
  };
}

/**
 * All that one matter gives to all measures, as known at the end of a day.
 * @param today whether that day is not over yet: what is due today may still be kept
 */
export function partsOf(
  stream: RawStream,
  asOf: string,
  calendar: (version: string) => Calendar,
  today: boolean,
): readonly Part[] {
  if (notesOf(stream.events).purpose === 'accusation') return [];
  const events = stream.events.filter(({ at }) => dayOf(at) <= asOf);
  if (events.length === 0) return [];
  const notes = notesOf(events);
  if (notes.purpose === 'accusation') return [];
  const parts: Part[] = [];
  const { region, channel, topic } = notes;
  const add = (
    measure: string,
    part: Part['part'],
    day: string,
    unit: string,
    amount = 1,
  ): void => {
    parts.push({ measure, part, amount, day, unit, region, channel, topic });
  };
  const { registered, holder, persons } = notes;
  add('batches', 'numerator', registered, holder);
  add('persons', 'numerator', registered, holder, persons);
  add('repeat-share', 'denominator', registered, holder);
  if (notes.repeat) add('repeat-share', 'numerator', registered, holder);
  if ((channel === 'visit' || channel === 'reception-day') && persons >= 5) {
    add('group-visits', 'numerator', registered, holder);
    add('group-visit-persons', 'numerator', registered, holder, persons);
  }
  for (const { day, mode, unit } of notes.passed) {
    if (mode === 'refer') add('referred', 'numerator', day, unit);
    if (mode === 'assign') add('assigned', 'numerator', day, unit);
  }
  for (const { day, unit } of notes.conclusions) {
    add('concluded', 'numerator', day, unit);
    add('redo-share', 'denominator', day, unit);
    add('days-per-case', 'denominator', day, unit);
    add('days-per-case', 'numerator', day, unit, daysFrom(registered, day));
  }
  for (const { day, unit } of notes.rounds) {
    add('redo-rounds', 'numerator', day, unit);
    add('redo-share', 'numerator', day, unit);
  }
  for (const { day, unit, rating } of notes.windows) {
    add('participation', 'denominator', day, unit);
    if (rating === null) continue;
    add('participation', 'numerator', day, unit);
    add('satisfaction-office', 'denominator', day, unit);
    add('satisfaction-unit', 'denominator', day, unit);
    if (good.has(rating.office)) add('satisfaction-office', 'numerator', day, unit);
    if (good.has(rating.unit)) add('satisfaction-unit', 'numerator', day, unit);
  }
  const answer = notes.conclusions.find(({ round, form }) => round === 1 && handled.has(form));
  if (answer !== undefined && !notes.repeat) {
    add('resolved-first', 'denominator', answer.day, answer.unit);
    const rating = notes.windows.at(-1)?.rating ?? null;
    const said = rating === null ? notes.settled : !rating.bad && rating.solved;
    const quiet = notes.rounds.length === 0 && notes.reviews === 0 && !notes.relapsed;
    if (said && quiet) add('resolved-first', 'numerator', answer.day, answer.unit);
  }
  addPeriods({ ...stream, events }, { asOf, calendar, today, notes }, add);
  if (!notes.concludedNow) add('open', 'numerator', registered, holder);
  return parts;
}

const rates: Readonly<Record<string, readonly string[]>> = {
  'timely-triage': ['triage'],
  'timely-acceptance': ['acceptance', 'direct-notice'],
  'on-time-conclusion': ['handling', 'redo'],
  'on-time-report': ['assignment'],
  'carried-out': ['execution'],
};

function addPeriods(
  stream: RawStream,
  known: {
    readonly asOf: string;
    readonly calendar: (version: string) => Calendar;
    readonly today: boolean;
    readonly notes: ReturnType<typeof notesOf>;
  },
  add: (measure: string, part: Part['part'], day: string, unit: string) => void,
): void {
  const { asOf, today, notes } = known;
  const isOver = (day: string): boolean => (today ? day < asOf : day <= asOf);
  const petition = fold(stream.id, stream.events);
  if (petition === null) return;
  const calendar = known.calendar(petition.calendarVersion);
  const all = Object.values(rates).flat();
  let first: { at: number; day: string; unit: string } | null = null;
  for (const state of petition.clocks) {
    if (!all.includes(state.period)) continue;
    const clock = countClock(state, calendar);
    const { stoppedAt, dueAt, dueDate, holder } = clock;
    if (stoppedAt === null && (first === null || dueAt < first.at)) {
      first = { at: dueAt, day: dueDate, unit: holder };
    }
    const inTime = stoppedAt !== null && stoppedAt < dueAt;
    if (inTime && notes.released.includes(stoppedAt)) continue;
    for (const [measure, periods] of Object.entries(rates)) {
      if (!periods.includes(state.period) || !isOver(dueDate)) continue;
      add(measure, 'denominator', dueDate, holder);
      if (inTime) add(measure, 'numerator', dueDate, holder);
    }
  }
  if (!notes.concludedNow && first !== null && isOver(first.day)) {
    add('overdue', 'numerator', first.day, first.unit);
  }
}

/** Stocks: whatever began before, as it is at the end. */
export const stocks: ReadonlySet<string> = new Set([
  'open',
  'overdue',
  'commitments-open',
  'commitments-overdue',
  'backlog-open',
  'sponsored-open',
]);
