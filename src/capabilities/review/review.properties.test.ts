import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRunning } from '../../kernel/case-clocks.ts';
import { localDate, localDateOf } from '../../kernel/local-date.ts';
import { isPending } from '../../kernel/paper-flow.ts';
import {
  calendar,
  dayLength,
  holdsPost,
  monday,
  staff,
  units,
  words,
} from '../petitions/life.test-data.ts';
import type { Ground, ReviewCommand } from './command.ts';
import { decideReview, type ReviewContext } from './decide/index.ts';
import type { RecordedReviewEvent, ReviewEvent } from './events.ts';
import { evolveReview } from './evolve.ts';
import { reviewFacts } from './facts.ts';
import { projectReview } from './projection.ts';
import { decisionOutcomes, type Review, type Stage } from './review.ts';

const text = words('t');
const system = { kind: 'system', name: 'test' } as const;
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

/** One review, told step by step; refused steps leave nothing. */
class Life {
  state: Review | null = null;
  readonly events: RecordedReviewEvent[] = [];
  now: number;

  constructor(at: number) {
    this.now = at;
  }

  try(command: ReviewCommand, actor: ReviewContext['actor']): boolean {
    const decision = decideReview(this.state, command, {
      actor,
      now: this.now,
      calendar,
      units,
      holdsPost,
      petition,
    });
    if (!decision.ok) return false;
    for (const event of decision.value) this.#record(event, actor);
    return true;
  }

  #record(event: ReviewEvent, actor: ReviewContext['actor']): void {
    const recorded = {
      ...event,
      seq: this.events.length + 1,
      at: this.now,
      actor: actor.kind === 'staff' ? `staff:${actor.userId}` : actor.kind,
      unitId: null,
      calendarVersion: calendar.version,
    } as RecordedReviewEvent;
    this.events.push(recorded);
    this.state = evolveReview('r', this.state, recorded);
  }
}

const people = ['county-government', 'city-government', 'housing', 'transport', 'office'] as const;
const kinds = [
  'chooseBody',
  'decideLateness',
  'acceptReview',
  'refuseReview',
  'withdrawOfficial',
  'recordInquiry',
  'withdrawReview',
  'orderHearing',
  'recordHearing',
  'dropHearing',
  'draftDecision',
  'issuePaper',
  'returnPaper',
  'servePaper',
  'succeedBody',
  'chooseReviewOfficer',
] as const;

const step = fc.record({
  // The way to a decision is long: its steps come more often, so that lives surely pass there.
  kind: fc.oneof(
    fc.constantFrom(...kinds),
    fc.constantFrom('acceptReview', 'draftDecision', 'issuePaper', 'servePaper'),
  ),
  unit: fc.constantFrom(...people),
  head: fc.boolean(),
  flag: fc.boolean(),
  // A request is rarely taken back.
  firm: fc.nat(9),
  outcome: fc.constantFrom(...decisionOutcomes),
  days: fc.nat(6),
  paper: fc.nat(3),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const actorFor = ({ kind, unit, head }: Step): ReviewContext['actor'] => {
  if (kind === 'dropHearing' || kind === 'succeedBody') return system;
  if (kind === 'withdrawReview') return petitioner;
  return staff(unit, head ? `${unit}-head` : undefined) satisfies StaffActor;
};

function commandFor(chosen: Step, life: Life): ReviewCommand {
  const { unit, flag, outcome } = chosen;
  const today = localDateOf(life.now);
  const paperId = `paper-${life.events.length}`;
  const papers = life.state?.papers ?? [];
  const waiting = papers.findLast(({ stage }) => stage !== 'served' && stage !== 'void');
  const known = (chosen.flag ? waiting : papers[chosen.paper])?.id ?? '';
  switch (chosen.kind) {
    case 'chooseBody':
      return { type: 'chooseBody', body: unit };
    case 'decideLateness':
      return { type: 'decideLateness', admitted: flag, reason: text, paperId };
    case 'acceptReview':
      return {
        type: 'acceptReview',
        officer: `${(flag ? life.state?.body : unit) ?? unit}-officer`,
        paperId,
      };
    case 'chooseReviewOfficer':
      return { type: 'chooseReviewOfficer', userId: `${unit}-head` };
    case 'refuseReview':
      return { type: 'refuseReview', reason: 'not-reviewable', explanation: text, paperId };
    case 'withdrawOfficial':
      return { type: 'withdrawOfficial', userId: `${unit}-officer`, reason: text };
    case 'recordInquiry':
      return { type: 'recordInquiry', record: text, heldOn: today };
    case 'withdrawReview':
      return chosen.firm > 0
        ? { type: 'recordInquiry', record: text, heldOn: today }
        : { type: 'withdrawReview', reason: null, signed: flag };
    case 'orderHearing':
      return { type: 'orderHearing', reason: text };
    case 'recordHearing':
      return { type: 'recordHearing', from: today, to: today };
    case 'dropHearing':
      return { type: 'dropHearing' };
    case 'draftDecision':
      return {
        type: 'draftDecision',
        outcome,
        points: [{ demandId: 'd', finding: outcome, facts: text, basis: text, answer: text }],
        conclusion: text,
        paperId,
      };
    case 'issuePaper':
      return { type: 'issuePaper', paperId: known, number: '1', document: text, verifyCode: 'v' };
    case 'returnPaper':
      return { type: 'returnPaper', paperId: known, reason: text };
    case 'servePaper':
      return { type: 'servePaper', paperId: known, way: 'hand', servedOn: life.now, proof: text };
    case 'succeedBody':
      return { type: 'succeedBody', from: unit, to: flag ? 'transport' : 'city-government' };
  }
}

/** Lives of a request, with one body or two, in time or late. */
const lives = fc
  .record({
    stage: fc.constantFrom<Stage>('review', 're-examination'),
    two: fc.boolean(),
    late: fc.boolean(),
    steps: fc.array(step, { minLength: 10, maxLength: 50, size: 'max' }),
  })
  .map(({ stage, two, late, steps }) => {
    const life = new Life(monday + (late ? 40 : 2) * dayLength);
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
      life.try(commandFor(each, life), actorFor(each));
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
          expect(state.papers.some(isPending)).toBe(
            state.papers.some((paper) => isPending(paper) && paper.effect === null),
          );
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
