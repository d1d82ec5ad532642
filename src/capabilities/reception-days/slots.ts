import { startOfDay } from '../../kernel/local-date.ts';
import type { Booking, ClockTime, DayPlan } from './reception-day.ts';

const minutesOf = (time: ClockTime): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

const timeOf = (minutes: number): ClockTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Whether a slot of a day has begun: nobody can be called at a time that is over. @param now epoch ms */
export const hasBegun = ({ on }: Pick<DayPlan, 'on'>, at: ClockTime, now: number): boolean =>
  startOfDay(on).getTime() + minutesOf(at) * 60_000 <= now;

/** A slot, and how many leaders are still free in it. */
export interface Slot {
  readonly at: ClockTime;
  readonly free: number;
}

/**
 * Where everybody who booked finds a slot in another plan: the same one where it is there, else the
 * nearest that is free, whoever booked first before others. Nobody loses the place that they were
 * promised.
 * @returns slots by booking; null where there are not enough
 */
export function resettled(
  plan: DayPlan,
  bookings: readonly Booking[],
): ReadonlyMap<string, ClockTime> | null {
  const standing = bookings.filter(({ cancelled }) => !cancelled);
  const places = new Map(slotsOf(plan, []).map(({ at, free }) => [at, free]));
  const found = new Map<string, ClockTime>();
  const take = ({ id }: Booking, at: ClockTime): void => {
    places.set(at, (places.get(at) ?? 0) - 1);
    found.set(id, at);
  };
  for (const booking of standing) {
    if ((places.get(booking.slot) ?? 0) > 0) take(booking, booking.slot);
  }
  for (const booking of standing.filter(({ id }) => !found.has(id))) {
    const free = [...places].filter(([, count]) => count > 0).map(([at]) => at);
    const distance = (at: ClockTime) => Math.abs(minutesOf(at) - minutesOf(booking.slot));
    const [nearest] = free.toSorted((one, other) => distance(one) - distance(other));
    if (nearest === undefined) return null;
    take(booking, nearest);
  }
  return found;
}

/** The slots of a day, each as often as leaders receive; none where nobody books. */
export function slotsOf(plan: DayPlan, bookings: readonly Booking[]): readonly Slot[] {
  const { slotMinutes } = plan;
  if (slotMinutes === null) return [];
  const count = Math.floor((minutesOf(plan.to) - minutesOf(plan.from)) / slotMinutes);
  return Array.from({ length: Math.max(0, count) }, (_, at) => {
    const time = timeOf(minutesOf(plan.from) + at * slotMinutes);
    const taken = bookings.filter(({ slot, cancelled }) => slot === time && !cancelled).length;
    return { at: time, free: Math.max(0, plan.leaders.length - taken) };
  });
}
