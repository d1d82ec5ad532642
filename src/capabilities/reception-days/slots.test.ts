import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Booking, DayPlan } from './reception-day.ts';
import { resettled, slotsOf } from './slots.ts';

const plan = (from: number, hours: number, slotMinutes: number, leaders: number): DayPlan =>
  ({
    from: `${String(from).padStart(2, '0')}:00`,
    to: `${String(from + hours).padStart(2, '0')}:00`,
    slotMinutes,
    leaders: Array.from({ length: leaders }),
  }) as unknown as DayPlan;

const plans = fc
  .tuple(
    fc.integer({ min: 8, max: 14 }),
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom(10, 15, 30, 45, 60),
    fc.integer({ min: 1, max: 3 }),
  )
  .map((facts) => plan(...facts));

/** A day as full as it was booked by people who found each slot free. */
const full = (before: DayPlan, wanted: readonly number[]): readonly Booking[] =>
  wanted.reduce<Booking[]>((booked, at, id) => {
    const free = slotsOf(before, booked).filter((slot) => slot.free > 0);
    const slot = free[at % Math.max(1, free.length)];
    return slot === undefined
      ? booked
      : [...booked, { id: String(id), slot: slot.at, cancelled: at % 7 === 0 } as Booking];
  }, []);

test('R-1 whatever the new hours: everybody who booked has a slot and none is given twice, or it is refused', () => {
  const wanted = fc.array(fc.nat({ max: 60 }), { maxLength: 30 });
  fc.assert(
    fc.property(plans, plans, wanted, (before, after, numbers) => {
      const bookings = full(before, numbers);
      const standing = bookings.filter(({ cancelled }) => !cancelled);
      const found = resettled(after, bookings);
      const room = slotsOf(after, []).reduce((sum, { free }) => sum + free, 0);
      if (found === null) {
        expect(standing.length).toBeGreaterThan(room);
        return;
      }
      const moved = standing.map((one) => ({ ...one, slot: found.get(one.id) ?? '' }));
      for (const { at } of slotsOf(after, [])) {
        expect(moved.filter(({ slot }) => slot === at).length).toBeLessThanOrEqual(
          after.leaders.length,
        );
      }
      const times = new Set(slotsOf(after, []).map(({ at }) => at));
      expect(moved.every(({ slot }) => times.has(slot))).toBe(true);
    }),
  );
});

test('R-1 who booked a slot that stays keeps it', () => {
  const before = plan(9, 3, 30, 1);
  const bookings = full(
    before,
    [0, 1, 2].map((each) => each * 2 + 1),
  );
  const found = resettled(before, bookings);
  expect(bookings.every(({ id, slot }) => found?.get(id) === slot)).toBe(true);
});
