import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRunning } from '../../kernel/case-clocks.ts';
import { units } from '../petitions/life.test-data.ts';
import { isOpen } from '../petitions/petition.ts';
import { step, wander } from '../petitions/random-life.test-data.ts';
import { reviewStep } from './random-review.test-data.ts';
import { decisionOutcomes } from './review.ts';
import { WholeLife } from './whole-life.test-data.ts';

/*
 * Lives from registration to the end of the procedure, both records deciding together: what holds
 * after every step, whatever people try.
 */

const outcome = fc.constantFrom('supported', 'explained', 'not-supported');
const found = fc.constantFrom(...decisionOutcomes);
const deed = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wander' as const), step }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('answer' as const), outcome }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const), n: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('examine' as const), step: reviewStep }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('review' as const), found }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

const take = (life: WholeLife, chosen: Deed): void => {
  switch (chosen.do) {
    case 'wander':
      // Every walk has the petition's own clock: the reviews follow.
      wander(life.petition, chosen.step);
      return life.wait(0);
    case 'answer':
      life.answer(chosen.outcome);
      return life.wait(1);
    case 'ask':
      life.ask(chosen.n);
      return life.wait(1);
    case 'review':
      life.review(chosen.found);
      return life.wait(1);
    case 'examine':
      life.wait(chosen.step.days);
      return life.examine(chosen.step);
  }
};

const expectSound = (life: WholeLife, name: string): void => {
  const petition = life.petition.state;
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
  // One review at a time, and who has it has one clock that runs.
  const open = life.states.filter(({ closing }) => closing === null);
  expect(open.length, name).toBeLessThanOrEqual(1);
  for (const { body, stage, status, clocks } of open) {
    if (body === null) continue;
    const owed = status === 'issued' ? 'service' : stage;
    expect(clocks.filter((clock) => isRunning(clock) && clock.period === owed)).toHaveLength(1);
  }
  // Never decided twice by the same body, nor by the same people.
  for (const [own, ...before] of life.chains()) {
    for (const earlier of before) {
      expect(earlier.unit, name).not.toBe(own?.unit);
      for (const person of own?.people ?? []) expect(earlier.people, name).not.toContain(person);
    }
  }
};

test('P-5 V-1 V-3 whole lives: one responsible office, a running clock, never decided twice by the same, a reason at the end', () => {
  const seen = { rounds: 0, ended: 0, refusedAfterEnd: 0 };
  fc.assert(
    fc.property(fc.array(deed, { minLength: 30, maxLength: 120, size: 'max' }), (deeds) => {
      const life = new WholeLife();
      for (const chosen of deeds) {
        const wasEnded = life.petition.state.procedureEnded !== null;
        const asked = life.reviews.length;
        take(life, chosen);
        expectSound(life, chosen.do);
        const { procedureEnded, round } = life.petition.state;
        if (wasEnded) {
          // V-3: the end of the procedure stays, and nothing can be asked for after it.
          expect(procedureEnded).not.toBeNull();
          expect(life.petition.state.status).toBe('concluded');
          expect(life.reviews).toHaveLength(asked);
          seen.refusedAfterEnd += chosen.do === 'ask' ? 1 : 0;
        } else if (procedureEnded !== null) {
          const last = life.states.find(({ id }) => id === procedureEnded.caseId);
          expect(last?.stage).toBe('re-examination');
          expect(['upheld', 'changed']).toContain(last?.closing);
          seen.ended += 1;
        }
        if (round > 1 && life.reviews.length > 0) seen.rounds += 1;
      }
    }),
    { numRuns: 120 },
  );
  // Worth something only if lives come to the end, and to second rounds.
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
});
