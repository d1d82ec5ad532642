import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRunning } from '../../kernel/case-clocks.ts';
import { calendar, Life, units } from './life.test-data.ts';
import { isOpen, statuses, type Status } from './petition.ts';
import { project } from './projection.ts';
import { beginning, step, wander } from './random-life.test-data.ts';
import { isCarried } from './related.ts';

describe('the life of a petition, at random', () => {
  test('P-5 an open petition always has one responsible office and a running clock; P-4 a closed one a reason', () => {
    const seen = new Set<Status>();
    fc.assert(
      fc.property(beginning, fc.array(step, { minLength: 1, maxLength: 60 }), (begin, steps) => {
        const life = new Life();
        life.register();
        begin(life);
        seen.add(life.state.status);
        for (const chosen of steps) {
          const { status } = life.state;
          const { type } = wander(life, chosen);
          const petition = life.state;
          seen.add(petition.status);
          const name = `${type} in ${status}`;
          if (isOpen(petition)) {
            expect(units.find(petition.holder), name).toBeDefined();
            expect(petition.readers, name).toContain(petition.holder);
            expect(petition.clocks.filter(isRunning).length, name).toBeGreaterThan(0);
            expect(petition.conclusion, name).toBeNull();
          } else {
            const { conclusion } = petition;
            expect(conclusion?.reason, name).toBeTruthy();
            const readable =
              conclusion?.explanation !== null ||
              conclusion.paperId !== null ||
              conclusion.reason === 'receipt-confirmed';
            expect(readable, name).toBe(true);
          }
          expect(
            petition.clocks.filter((clock) => clock.extensionDays > 30),
            name,
          ).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
    // The walk is worth something only if it reaches every corner of the table.
    expect([...seen].toSorted()).toEqual([...statuses].toSorted());
  });

  test('P-15 something waits for somebody as long as a petition is open', () => {
    fc.assert(
      fc.property(beginning, fc.array(step, { minLength: 1, maxLength: 40 }), (begin, steps) => {
        const life = new Life();
        life.register();
        begin(life);
        for (const chosen of steps) {
          wander(life, chosen);
          const { byUnit, byHandler } = project(life.state, calendar);
          const waiting = [...byUnit, ...byHandler].some((row) => row.tasks.length > 0);
          // What a member of a group waits for waits at its head (P-13).
          const own = !isCarried(life.state);
          if (own && isOpen(life.state)) expect(waiting, life.state.status).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('L-5 an accusation never stands in the list of a unit', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const life = new Life();
        life.register({ purpose: 'accusation', named: ['office-officer'] });
        for (const chosen of steps) {
          wander(life, chosen);
          if (life.state.purpose !== 'accusation') return;
          expect(project(life.state, calendar).byUnit).toEqual([]);
          expect(life.state.named.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
