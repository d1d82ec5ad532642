import { countClock } from '../../../kernel/case-clocks.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { superiorsOf } from '../../../kernel/units.ts';
import {
  composePaper,
  paperKinds,
  type PaperData,
  type PaperDocument,
} from '../../papers/index.ts';
import {
  demandsOf,
  frameOf,
  linesOf,
  nameOf,
  paperFacts,
  readOr,
  type CasePaperSource,
  type Wording,
} from '../../petitions/index.ts';
import type { Review, ReviewEffect, ReviewPaper } from '../review.ts';

/** All that a review's paper may speak of. */
export type ReviewPaperSource = CasePaperSource & {
  readonly state: Review;
  /** Ids of the bodies of the next stage, as a request would be offered them. */
  readonly nextBodies?: readonly string[];
};

const contestedOf = (source: ReviewPaperSource) => {
  const { contested, stage } = source.state;
  return {
    unit: nameOf(source, contested.issuer),
    title: paperKinds[stage === 'review' ? 'opinion' : 'review-opinion'].title.zh,
    ...(contested.number === null || contested.number === '' ? {} : { number: contested.number }),
    servedOn: localDateOf(contested.servedAt),
  };
};

const requested = (source: ReviewPaperSource) => ({
  ...paperFacts(source),
  contested: contestedOf(source),
  requestedOn: source.state.requestedOn,
});

function acceptance(source: ReviewPaperSource): PaperData<'review-acceptance'> {
  const { state, calendar, now } = source;
  const clock = state.clocks.findLast(({ period }) => period === state.stage);
  return {
    ...requested(source),
    stage: state.stage,
    acceptedOn: localDateOf(source.paper.draftedAt),
    dueOn: clock === undefined ? localDateOf(now) : countClock(clock, calendar).dueDate,
  };
}

const effectOf = ({ paper }: ReviewPaperSource): ReviewEffect | null =>
  (paper as ReviewPaper).effect;

function refusal(source: ReviewPaperSource): PaperData<'review-refusal'> {
  const effect = effectOf(source);
  return {
    ...requested(source),
    stage: source.state.stage,
    lastOn: source.state.lastDay,
    ground: effect?.kind === 'refuse' ? effect.reason : 'not-reviewable',
    explanation: readOr(source, source.paper.text),
  };
}

/** The bodies of the next stage; not told, the level above by the Regulation. */
const nextBodiesOf = (source: ReviewPaperSource): string[] =>
  source.nextBodies?.map((id) => nameOf(source, id)) ??
  superiorsOf(source.organisation, source.paper.issuer)
    .filter(({ active, id }) => active && !source.state.barred.units.includes(id))
    .slice(0, 1)
    .map(({ id }) => nameOf(source, id));

function decision(source: ReviewPaperSource): PaperData<'review-opinion'> {
  const { state, petition } = source;
  const effect = effectOf(source);
  const points = effect?.kind === 'decide' ? effect.points : [];
  const texts = demandsOf(source);
  const [first] = state.hearings;
  const last = state.hearings.at(-1);
  return {
    ...requested(source),
    grounds: readOr(source, state.grounds),
    demands: petition.demands.map(({ id }, at) => {
      const point = points.find(({ demandId }) => demandId === id);
      return {
        text: texts[at] ?? '',
        finding: point?.finding ?? 'upheld',
        facts: readOr(source, point?.facts ?? null),
        legalBasis: linesOf(readOr(source, point?.basis ?? null)),
        opinion: readOr(source, point?.answer ?? null),
      };
    }),
    outcome: effect?.kind === 'decide' ? effect.outcome : 'upheld',
    conclusion: readOr(source, source.paper.text),
    ...(first === undefined || last === undefined
      ? {}
      : { hearing: { from: first.from, to: last.to } }),
    nextBodies: nextBodiesOf(source),
  };
}

/**
 * What a paper of a review says, from the review, its petition and their opened words (G-1). Pure.
 * @param wording the issuing body's own passages
 */
export function reviewDocumentOf(source: ReviewPaperSource, wording: Wording = {}): PaperDocument {
  const frame = frameOf(source);
  switch ((source.paper as ReviewPaper).kind) {
    case 'review-acceptance':
      return composePaper('review-acceptance', acceptance(source), frame, wording);
    case 'review-refusal':
      return composePaper('review-refusal', refusal(source), frame, wording);
    case 'review-opinion':
      return composePaper('review-opinion', decision(source), frame, wording);
    case 're-examination-opinion':
      return composePaper('re-examination-opinion', decision(source), frame, wording);
  }
}
