import { refuse } from '../../../kernel/refusals.ts';
import { newId } from '../../../platform/vault/index.ts';
import type { CasePapers } from '../../petitions/index.ts';
import { reviewServiceWays } from '../contract.ts';
import { openReviewView } from '../queries/view.ts';
import type { ReviewDeps } from './deps.ts';
import { runReviewCommand } from './run.ts';

/**
 * Papers of reviews in the lists and batches of papers, with the steps that petitions' papers have
 * (P-4a).
 */
export const reviewCasePapers = (deps: ReviewDeps): CasePapers => ({
  list: async (actor, reviewId, now) => {
    const view = await openReviewView(deps, actor, reviewId, now);
    return (view?.papers ?? []).map(({ steps, ...paper }) => ({
      ...paper,
      servedBy: null,
      announcedUntil: null,
      // A review's steps on papers bear the names of the petitions' own.
      steps: steps.filter((step) => step.endsWith('Paper')) as CasePaperSteps,
    }));
  },
  take: async (actor, reviewId, { step, paperId, ...service }) => {
    const options = { actor, commandId: newId() };
    if (step !== 'servePaper') {
      return runReviewCommand(deps, reviewId, step, { paperId }, options);
    }
    const { way, servedOn, proof, place } = service as ServiceOfBatch;
    const known = reviewServiceWays.find((each) => each === way);
    // Whoever asked for a review is known and can be reached in one of these ways.
    if (known === undefined) return refuse('service-unservable', {}, 'way');
    return runReviewCommand(
      deps,
      reviewId,
      step,
      {
        paperId,
        way: known,
        servedOn,
        ...(proof === undefined ? {} : { proof }),
        ...(place === undefined ? {} : { place }),
      },
      options,
    );
  },
});

type CasePaperSteps = Awaited<ReturnType<CasePapers['list']>>[number]['steps'];
type ServiceOfBatch = Omit<
  Extract<Parameters<CasePapers['take']>[2], { readonly step: 'servePaper' }>,
  'step' | 'paperId'
>;
