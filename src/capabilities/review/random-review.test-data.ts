import fc from 'fast-check';
import type { StaffActor } from '../../kernel/actor.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import { calendar, holdsPost, staff, units, words } from '../petitions/life.test-data.ts';
import type { ReviewCommand } from './command.ts';
import { decideReview, type ReviewContext } from './decide/index.ts';
import type { RecordedReviewEvent, ReviewEvent } from './events.ts';
import { evolveReview } from './evolve.ts';
import { mayReview } from './policy.ts';
import { decisionOutcomes, type Review } from './review.ts';

/* Reviews at random: who tries what, in memory. */

const text = words('t');
const system = { kind: 'system', name: 'test' } as const;

/** One review, told step by step; refused steps leave nothing. */
export class ReviewLife {
  readonly id: string;
  state: Review | null = null;
  readonly events: RecordedReviewEvent[] = [];
  now: number;
  readonly petition: ReviewContext['petition'];

  constructor(at: number, petition: ReviewContext['petition'], id = 'r') {
    this.now = at;
    this.petition = petition;
    this.id = id;
  }

  try(command: ReviewCommand, actor: ReviewContext['actor']): boolean {
    const decision = decideReview(this.state, command, {
      actor,
      now: this.now,
      calendar,
      units,
      holdsPost,
      petition: this.petition,
    });
    if (!decision.ok) return false;
    for (const event of decision.value) this.#record(event, actor);
    return true;
  }

  /** Tries a command as the program does: policy first. */
  attempt(command: ReviewCommand, actor: ReviewContext['actor']): boolean {
    const paperId = 'paperId' in command ? command.paperId : undefined;
    const { state } = this;
    return state !== null && mayReview(actor, command.type, state, paperId)
      ? this.try(command, actor)
      : false;
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
    this.state = evolveReview(this.id, this.state, recorded);
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

/** What chance chooses for one step. */
export const reviewStep = fc.record({
  // The way to a decision is long: its steps come more often, so that lives surely pass there.
  kind: fc.oneof(
    fc.constantFrom(...kinds),
    fc.constantFrom('acceptReview', 'draftDecision', 'issuePaper', 'servePaper'),
  ),
  unit: fc.constantFrom<string>(...people),
  head: fc.boolean(),
  flag: fc.boolean(),
  // A request is rarely taken back.
  firm: fc.nat(9),
  outcome: fc.constantFrom(...decisionOutcomes),
  days: fc.nat(6),
  paper: fc.nat(3),
});
export type ReviewStep = typeof reviewStep extends fc.Arbitrary<infer T> ? T : never;

/** Who takes it: the program, the petitioner, or somebody of some unit. */
export const actorFor = (
  { kind, unit, head }: ReviewStep,
  petitionId = 'p',
): ReviewContext['actor'] => {
  if (kind === 'dropHearing' || kind === 'succeedBody') return system;
  if (kind === 'withdrawReview') return { kind: 'petitioner', petitionId };
  return staff(unit, head ? `${unit}-head` : undefined) satisfies StaffActor;
};

/** A command with arguments that are sometimes right and sometimes wrong. */
export function reviewCommandFor(chosen: ReviewStep, life: ReviewLife): ReviewCommand {
  const { unit, flag, outcome } = chosen;
  const today = localDateOf(life.now);
  const paperId = `${life.id}-paper-${life.events.length}`;
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
        points: life.petition.demands.map(({ id: demandId }) => ({
          demandId,
          finding: outcome,
          facts: text,
          basis: text,
          answer: text,
        })),
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
