import { localDate, localDateOf } from '../../kernel/local-date.ts';
import { isUnsealed } from '../../kernel/paper-flow.ts';
import type { Command } from '../petitions/command.ts';
import { calendar, dayLength, Life, staff, units, words } from '../petitions/life.test-data.ts';
import type { BodyEntry } from './bodies.ts';
import { commandsOf } from './commands/carry.ts';
import type { RecordedReviewEvent } from './events.ts';
import { evolveReview } from './evolve.ts';
import { contestableOf, groundOf } from './queries/ground.ts';
import {
  actorFor,
  reviewCommandFor,
  ReviewLife,
  type ReviewStep,
} from './random-review.test-data.ts';
import { opinionKind, type DecisionOutcome, type Review, type Stage } from './review.ts';

const text = words('t');
const system = { kind: 'system', name: 'review' } as const;
const petitioner = { kind: 'petitioner', petitionId: 'petition-1' } as const;

const entry = (unitId: string, stage: Stage, bodyId: string): BodyEntry => ({
  id: `${unitId}-${stage}-${bodyId}`,
  unitId,
  stage,
  bodyId,
  from: localDate('2020-01-01'),
  to: null,
  source: 'a rule',
});

/** Lists as an administrator may have them: some name a unit that looks at its own decision. */
const entries: readonly BodyEntry[] = [
  ...['county-government', 'transport', 'housing'].map((body) => entry('housing', 'review', body)),
  ...['county-government', 'transport'].flatMap((unit) =>
    ['city-government', 'county-government', 'transport', 'housing'].map((body) =>
      entry(unit, 're-examination', body),
    ),
  ),
];

/** Who had a hand in a decision: the unit and its people. */
export interface Deciders {
  readonly unit: string;
  readonly people: readonly string[];
}

type Opinion = Pick<
  Review['papers'][number],
  'issuer' | 'draftedBy' | 'checkedBy' | 'signedBy' | 'stage'
>;

const decidersOf = ({ issuer, draftedBy, checkedBy, signedBy }: Opinion): Deciders => ({
  unit: issuer,
  people: [...new Set([draftedBy, checkedBy, signedBy].filter((each) => each !== null))],
});

const isIssued = ({ stage }: Opinion): boolean => stage === 'sealed' || stage === 'served';

/** One petition with all its reviews, from registration on, decided together in memory. */
export class WholeLife {
  readonly petition = new Life();
  readonly reviews: ReviewLife[] = [];

  constructor() {
    this.petition.register();
  }

  wait(days: number): void {
    this.petition.now += days * dayLength;
    for (const review of this.reviews) review.now = this.petition.now;
  }

  get states(): readonly Review[] {
    return this.reviews.flatMap(({ state }) => (state === null ? [] : [state]));
  }

  /** The next step that leads to an answer; a rule may refuse it. */
  answer(outcome: 'supported' | 'explained' | 'not-supported'): void {
    const { petition: life } = this;
    const { status, demands } = life.state;
    const paperId = `answer-${life.seq}`;
    if (status === 'registered') {
      life.try({ type: 'refer', to: 'housing', instruction: null, paperId }, staff('office'));
    }
    if (status === 'referred') {
      const officer = `${life.state.holder}-officer`;
      life.try({ type: 'accept', officer, paperId }, staff(life.state.holder));
    }
    if (status !== 'handling') return this.#serve();
    const dueDate = life.inDays(20);
    const execution =
      outcome === 'supported' ? { responsible: { id: 'r', hash: 'h' }, dueDate } : null;
    const unit = life.state.holder;
    const drafted: Command = {
      type: 'draftOpinion',
      paperId,
      demands: demands.map(({ id: demandId }) => ({
        demandId,
        outcome,
        facts: text,
        basis: text,
        answer: text,
        execution,
      })),
      changed: text,
    };
    if (life.try(drafted, staff(unit)).ok) life.issue(paperId, unit);
  }

  #serve(): void {
    const { petition: life } = this;
    const paper = life.state.papers.findLast(
      ({ kind, stage }) => kind === 'opinion' && stage === 'sealed',
    );
    if (paper === undefined) return;
    life.try(
      { type: 'servePaper', paperId: paper.id, way: 'hand', servedOn: life.now, proof: text },
      staff(paper.issuer),
    );
  }

  /**
   * The petitioner asks for what may be asked for now.
   * @param choice which of the lawful bodies, where there are several; beyond them: not chosen yet
   */
  ask(choice: number): void {
    const { petition: life } = this;
    const found = contestableOf(life.state, this.states);
    if (!found.ok) return;
    const on = localDateOf(life.now);
    const known = entries.filter(({ unitId }) => unitId === found.value.contested.issuer);
    const ground = groundOf(found.value, known, { organisation: units, calendar, on });
    const review = new ReviewLife(life.now, life.state, `review-${this.reviews.length + 1}`);
    const asked = review.try(
      {
        type: 'requestReview',
        petitionId: 'petition-1',
        ground,
        channel: 'web',
        requestedOn: on,
        grounds: text,
        lateReason: text,
        body: ground.bodies[choice]?.unit ?? null,
        attachments: [],
        readers: [life.state.office, life.state.holder],
      },
      petitioner,
    );
    if (!asked) return;
    this.reviews.push(review);
    this.#carry(review, 0);
  }

  /** Somebody tries a step on the youngest review; what happens is carried into the petition. */
  examine(chosen: ReviewStep): void {
    const review = this.reviews.at(-1);
    if (review === undefined) return;
    const before = review.events.length;
    // Mostly the body's own people act; the rest are strangers trying.
    const unit = units.find(review.state?.body ?? '')?.id;
    const known = unit === undefined || chosen.firm < 2 ? chosen : { ...chosen, unit };
    const actor = actorFor(known, petitioner.petitionId);
    // Now and then it is somebody who came to the body from the unit whose decision it looks at.
    const moved = actor.kind === 'staff' && chosen.firm === 2;
    review.attempt(
      reviewCommandFor(known, review),
      moved ? { ...actor, userId: `${chosen.unit}-officer` } : actor,
    );
    this.#carry(review, before);
  }

  /** The next step of the body that leads to its opinion; a rule may refuse it. */
  review(outcome: DecisionOutcome): void {
    const body = this.reviews.at(-1)?.state?.body ?? null;
    const kind = this.#nextStep();
    if (body === null || kind === null) return;
    const head = kind === 'issuePaper';
    this.examine({ kind, unit: body, head, flag: true, firm: 9, outcome, days: 1, paper: 0 });
  }

  #nextStep(): ReviewStep['kind'] | null {
    const state = this.reviews.at(-1)?.state;
    if (state == null || state.status === 'closed') return null;
    if (state.papers.some(isUnsealed)) return 'issuePaper';
    if (state.papers.some(({ stage }) => stage === 'sealed')) return 'servePaper';
    if (state.status === 'late') return 'decideLateness';
    return state.status === 'requested' ? 'acceptReview' : 'draftDecision';
  }

  /** As the reaction does it: a command that the petition refuses would stop every other one. */
  #carry(review: ReviewLife, from: number): void {
    for (const event of review.events.slice(from)) {
      const state = stateAt(review, event);
      for (const command of commandsOf(event, state)) this.petition.do(command, system);
    }
  }

  /** The decisions of one matter, each with those before it that it looked at. */
  chains(): readonly (readonly Deciders[])[] {
    const { papers } = this.petition.state;
    const opinionOf = (review: Review) =>
      review.papers.find(({ kind }) => kind === opinionKind(review.stage));
    return this.states.flatMap((review) => {
      const own = opinionOf(review);
      if (own === undefined || !isIssued(own)) return [];
      const first = this.states.find(({ id }) => id === review.contested.caseId);
      const opinionId = (first ?? review).contested.paperId;
      const opinion = papers.find(({ id }) => id === opinionId);
      const before = [opinion, first === undefined ? undefined : opinionOf(first)];
      return [[own, ...before].flatMap((each) => (each === undefined ? [] : [decidersOf(each)]))];
    });
  }
}

const stateAt = (review: ReviewLife, last: RecordedReviewEvent): Review => {
  let state: Review | null = null;
  for (const event of review.events) {
    if (event.seq <= last.seq) state = evolveReview(review.id, state, event);
  }
  if (state === null) throw new Error('no review');
  return state;
};
