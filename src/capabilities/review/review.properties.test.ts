import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRunning } from '../../kernel/case-clocks.ts';
import { localDate, localDateOf } from '../../kernel/local-date.ts';
import { isUnsealed } from '../../kernel/paper-flow.ts';
import { calendar, dayLength, monday, words } from '../petitions/life.test-data.ts';
import type { Ground } from './command.ts';
import { reviewFacts } from './facts.ts';
import { projectReview } from './projection.ts';
import { actorFor, reviewCommandFor, ReviewLife, reviewStep } from './random-review.test-data.ts';
import type { Stage } from './review.ts';

const text = words('t');
const petitioner = { kind: 'petitioner', petitionId: 'p' } as const;
const petition = { demands: [{ id: 'd' }], electronicService: true };

const groundOf = (
  stage: Stage,
  issuer: string,
  bodies: readonly string[],
  barred: readonly string[],
): Ground => ({
  stage,
  contested: { paperId: 'opinion', caseId: null, issuer, number: null, servedAt: monday },
  bodies: bodies.map((unit) => ({ unit, source: '' })),
  barred: { units: barred, people: barred.map((unit) => `${unit}-officer`) },
  lastDay: localDate('2026-12-02'),
  lateFrom: monday + 31 * dayLength,
});

/** Lives of a request, with one body or two, in time or late. */
const lives = fc
  .record({
    stage: fc.constantFrom<Stage>('review', 're-examination'),
    two: fc.boolean(),
    late: fc.boolean(),
    steps: fc.array(reviewStep, { minLength: 10, maxLength: 50, size: 'max' }),
  })
  .map(({ stage, two, late, steps }) => {
    const life = new ReviewLife(monday + (late ? 40 : 2) * dayLength, petition);
    const bodies = ['county-government', ...(two ? ['city-government'] : [])];
    life.try(
      {
        type: 'requestReview',
        petitionId: 'p',
        ground: groundOf(stage, 'housing', bodies, ['housing']),
        channel: 'web',
        requestedOn: localDateOf(life.now),
        grounds: text,
        lateReason: late ? text : null,
        body: null,
        attachments: [],
        readers: ['office', 'housing'],
      },
      petitioner,
    );
    for (const each of steps) {
      life.now += each.days * dayLength;
      // A step that comes before the rules by a person of the body or of anybody else.
      life.try(reviewCommandFor(each, life), actorFor(each));
    }
    return life;
  });

const runs = { numRuns: 300 };

describe('the life of a review, at random', () => {
  test('V-1 never the body nor the people that had a part in what is contested; one decision alone', () => {
    let decided = 0;
    fc.assert(
      fc.property(lives, ({ state, events }) => {
        if (state === null) return;
        expect(state.barred.units).not.toContain(state.body);
        expect(state.barred.people).not.toContain(state.officer);
        expect(state.withdrawnOfficials).not.toContain(state.officer);
        const issued = events.filter(({ type }) => type === 'ReviewOpinionIssued');
        const closed = events.filter(({ type }) => type === 'ReviewClosed');
        expect(issued.length).toBeLessThanOrEqual(1);
        expect(closed.length).toBeLessThanOrEqual(1);
        decided += issued.length;
        // Who drafts never approves.
        for (const paper of state.papers) {
          if (paper.signedBy !== null) expect(paper.signedBy).not.toBe(paper.draftedBy);
        }
      }),
      runs,
    );
    expect(decided).toBeGreaterThan(0);
  });

  test('V-1, P-9 an open one waits for somebody under a running clock; a closed one for nobody', () => {
    fc.assert(
      fc.property(lives, ({ state, now }) => {
        if (state === null) return;
        const { row, items } = projectReview(state, calendar);
        const running = state.clocks.filter(isRunning).map(({ period }) => period);
        if (state.status === 'closed') {
          expect(state.closing).not.toBeNull();
          expect(running).not.toContain(state.stage);
          expect(state.papers.some(isUnsealed)).toBe(false);
        } else {
          expect(row.open).toBe(true);
          expect(state.closing).toBeNull();
          if (state.body !== null) {
            expect(items.map(({ unit }) => unit)).toEqual([state.body]);
            const owed = state.status === 'issued' ? 'service' : state.stage;
            expect(running.filter((period) => period === owed)).toHaveLength(1);
          }
        }
        expect(state.clocks.every((clock) => clock.startedAt <= now)).toBe(true);
      }),
      runs,
    );
  });

  test('V-2 only days of a hearing stop a clock, and only that of a re-examination', () => {
    fc.assert(
      fc.property(lives, ({ state, events }) => {
        if (state === null) return;
        const held = events.filter(({ type }) => type === 'HearingHeld').length;
        const pauses = state.clocks.flatMap((clock) => clock.pauses ?? []);
        expect(pauses).toHaveLength(state.stage === 're-examination' ? held : 0);
        if (state.stage === 'review') expect(held).toBe(0);
      }),
      runs,
    );
  });

  test('T-1 facts say each thing once and never of whom', () => {
    fc.assert(
      fc.property(lives, ({ state }) => {
        if (state === null) return;
        const facts = reviewFacts.facts(state, { calendar: () => calendar });
        const kindsOf = facts.map(({ kind, key }) => `${kind} ${key ?? ''}`);
        expect(new Set(kindsOf).size).toBe(kindsOf.length);
        expect(facts.some(({ kind }) => kind === 'review-asked')).toBe(true);
        const ended = facts.some(({ kind }) => kind === 'review-closed');
        expect(ended).toBe(state.closing !== null);
      }),
      runs,
    );
  });
});
