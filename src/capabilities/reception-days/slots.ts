import type { Booking, ClockTime, DayPlan } from './reception-day.ts';

const minutesOf = (time: ClockTime): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

const timeOf = (minutes: number): ClockTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A slot, and how many leaders are still free in it. */
export interface Slot {
  readonly at: ClockTime;
  readonly free: number;
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
