import { localDateOf } from '../../kernel/local-date.ts';
import type { WholeStream } from '../../platform/record/index.ts';
import type { Part } from './brute-force.test-data.ts';

/*
 * The measures of reception days, once more from the raw events by plain loops.
 */

type Added = Pick<Part, 'measure' | 'part' | 'day' | 'unit' | 'amount'>;
type Data = Readonly<Record<string, unknown>>;
type Raw = { readonly type: string; readonly at: number; readonly data: Data };

const dayMs = 86_400_000;
const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);

interface PlanData {
  readonly on: string;
  readonly leaders: readonly { readonly unitId: string }[];
}

/** A reception day: held once it was opened. */
function partsOfDay(events: readonly Raw[]): readonly Added[] {
  let unit = '';
  let plan: PlanData = { on: '', leaders: [] };
  let held = false;
  for (const { type, data } of events) {
    if (type === 'ReceptionDayPlanned') unit = String(data['unit']);
    if ('plan' in data) plan = data['plan'] as PlanData;
    if (type === 'ReceptionDayOpened') held = true;
  }
  if (!held) return [];
  const one = (measure: string, of: string): Added => ({
    measure,
    part: 'numerator',
    day: plan.on,
    unit: of,
    amount: 1,
  });
  return [
    one('reception-days-held', unit),
    ...plan.leaders.flatMap(({ unitId }) => [
      one('reception-duty-kept', unitId),
      one('reception-leader-days', unitId),
    ]),
  ];
}

const months = { month: 1, quarter: 3, 'half-year': 6 } as const;

/** The first day of the stretch that ends on a day; nothing when none does. */
function stretchUntil(day: string, per: string): string | null {
  const next = dayAfter(day);
  if (per === 'week') {
    return new Date(`${next}T00:00:00Z`).getUTCDay() === 1
      ? new Date(Date.parse(day) - 6 * dayMs).toISOString().slice(0, 10)
      : null;
  }
  const length = months[per as keyof typeof months];
  const month = Number(next.slice(5, 7));
  if (!next.endsWith('-01') || (month - 1) % length !== 0) return null;
  const first = new Date(`${next}T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - length);
  return first.toISOString().slice(0, 10);
}

/** A leader: day by day, whether a stretch ends and what was due in it. */
function partsOfLeader(events: readonly Raw[], asOf: string, today: boolean): readonly Added[] {
  const parts: Added[] = [];
  const [first] = events;
  if (first === undefined) return parts;
  const last = (events.at(-1) ?? first).data;
  const unit = String(last['unitId']);
  const from = String(last['from']);
  const to = typeof last['to'] === 'string' ? last['to'] : '9999-12-31';
  for (let day: string = localDateOf(first.at); day <= asOf; day = dayAfter(day)) {
    if (today && day === asOf) break;
    const now = events.findLast(({ at }) => localDateOf(at) <= day)?.data;
    const norm = now?.['norm'] as { days: number; per: string } | null | undefined;
    if (norm === null || norm === undefined) continue;
    const start = stretchUntil(day, norm.per);
    if (start === null || start < from || day > to) continue;
    parts.push({
      measure: 'reception-duty-kept',
      part: 'denominator',
      day,
      unit,
      amount: norm.days,
    });
  }
  return parts;
}

/** A ticket: what one conversation gave. */
function partsOfTicket(events: readonly Raw[], asOf: string, today: boolean): readonly Added[] {
  const parts: Added[] = [];
  const unit = String(events[0]?.data['office']);
  let persons = 0;
  let came = 0;
  const matters = new Map<string, { day: string; given: boolean }>();
  const add = (measure: string, part: Part['part'], day: string, amount = 1): void => {
    parts.push({ measure, part, day, unit, amount });
  };
  for (const { type, data, at } of events) {
    const day = localDateOf(at);
    if (typeof data['persons'] === 'number') persons = data['persons'];
    if ((type === 'TicketTaken' && data['arrived'] === true) || type === 'TicketArrived') came = at;
    if (type === 'TicketCarriedOver') came = 0;
    if (type === 'TalkBegun') {
      const minutes = came === 0 ? 0 : Math.floor((at - came) / 60_000);
      add('reception-wait', 'numerator', day, minutes);
      add('reception-wait', 'denominator', day);
    }
    if (type === 'MatterNoted') {
      matters.set(String(data['petitionId']), { day, given: false });
      if (data['how'] === 'registered') add('reception-registered', 'numerator', day);
    }
    if (type === 'MatterInstructed') {
      const matter = matters.get(String(data['petitionId']));
      if (matter !== undefined && day <= dayAfter(matter.day)) matter.given = true;
    }
    if (type === 'TalkEnded') {
      add('reception-batches', 'numerator', day);
      add('reception-persons', 'numerator', day, persons);
      add('reception-settled-at-once', 'denominator', day);
      if (data['settledAtOnce'] === true) add('reception-settled-at-once', 'numerator', day);
    }
  }
  for (const { day, given } of matters.values()) {
    const due = dayAfter(day);
    if (today ? due >= asOf : due > asOf) continue;
    add('reception-given-next-day', 'denominator', due);
    if (given) add('reception-given-next-day', 'numerator', due);
  }
  return parts;
}

/** Kinds of streams that are read here. */
export const receptionKinds = ['reception-day', 'receiving-leader', 'reception-ticket'] as const;

/** What one stream of reception days gives. */
export function partsOfReception(
  { kind, events: all }: Pick<WholeStream, 'kind' | 'events'>,
  asOf: string,
  today: boolean,
): readonly Added[] {
  const events = all
    .filter(({ at }) => localDateOf(at) <= asOf)
    .map(({ type, at, data }): Raw => ({ type, at, data: data as Data }));
  if (kind === 'reception-day') return partsOfDay(events);
  if (kind === 'receiving-leader') return partsOfLeader(events, asOf, today);
  return partsOfTicket(events, asOf, today);
}
