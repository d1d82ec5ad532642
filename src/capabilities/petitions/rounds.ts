import type { PetitionEventOf } from './events.ts';
import type { NotedReview, Paper, Petition } from './petition.ts';

/** What was concluded is open again, in a round of its own. */
export const handledAgain = (petition: Petition): Petition => ({
  ...petition,
  conclusion: null,
  report: null,
  simple: null,
  round: petition.round + 1,
  demands: petition.demands.map((demand) => ({
    ...demand,
    outcome: null,
    // What was done stays done; what was only promised falls with the opinion.
    execution: demand.execution?.doneAt == null ? null : demand.execution,
  })),
});

/**
 * An upheld contest leaves nothing of the step: its paper, sealed and not yet in the petitioner's hand,
 * is void and nobody has to serve it any more (P-19).
 */
export const withoutContested = (papers: readonly Paper[]): readonly Paper[] =>
  papers.map((paper) =>
    paper.stage === 'sealed' && paper.effect !== null && paper.effect.kind !== 'extend'
      ? { ...paper, stage: 'void' }
      : paper,
  );

/** A round that another record brought about. */
export function roundOpened(
  petition: Petition,
  { reason, caseId, at }: PetitionEventOf<'RoundOpened'>['data'],
): Petition {
  const answers = petition.demands.flatMap(({ id, outcome }) =>
    outcome === null ? [] : [{ demandId: id, outcome }],
  );
  return {
    ...handledAgain(petition),
    papers: reason === 'contest' ? withoutContested(petition.papers) : petition.papers,
    status: at === 'handling' ? 'handling' : 'registered',
    holder: at === 'handling' ? petition.holder : petition.office,
    roundCause: { reason, caseId, answers },
    // Reg. 34 counts anew, and so does what it allows once.
    extended: false,
    extensionRequested: null,
  };
}

/** The latest word of each review counts. */
export const noted = (
  reviews: readonly NotedReview[],
  review: NotedReview,
): readonly NotedReview[] => [...reviews.filter(({ caseId }) => caseId !== review.caseId), review];
