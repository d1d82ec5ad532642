import type { PetitionPagesDeps } from '../capabilities/petitions/index.ts';
import {
  findReviewChoice,
  openPublicReview,
  openReviewPaperFile,
  requestReview,
  runReviewCommand,
  type ReviewPagesDeps,
} from '../capabilities/review/index.ts';
import { refuse } from '../kernel/refusals.ts';
import { deriveId } from '../platform/vault/index.ts';
import type { Core } from './core.ts';

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

/** Puts the citizens' pages of reviews over the real house. */
export function reviewPagesDeps(core: Core, petitions: PetitionPagesDeps): ReviewPagesDeps {
  const deps = core.petitions;
  const petitioner = (petitionId: string) => ({ kind: 'petitioner', petitionId }) as const;
  const idOf = (petitionId: string, about: string, key: string): string =>
    deriveId(deps.keys, `petitioner:${petitionId}`, about, key);
  return {
    petitions,
    draftSecret: (petitionId, about) => idOf(petitionId, 'review-draft', about),
    choice: (petitionId) =>
      findReviewChoice(deps, petitioner(petitionId), petitionId, petitions.now()),
    ask: (petitionId, input, key) => {
      const caseId = idOf(petitionId, 'review', key);
      return requestReview(deps, { caseId, petitionId }, input, {
        actor: petitioner(petitionId),
        commandId: caseId,
        uploadOwner: `petition:${petitionId}`,
      });
    },
    open: async (petitionId, reviewId) =>
      isId(reviewId) ? openPublicReview(deps, petitionId, reviewId) : null,
    step: async (petitionId, reviewId, step, key) => {
      if (!isId(reviewId)) return refuse('not-found');
      const options = {
        actor: petitioner(petitionId),
        commandId: idOf(petitionId, reviewId, key),
      };
      return step.type === 'chooseBody'
        ? runReviewCommand(deps, reviewId, 'chooseBody', { body: step.body }, options)
        : runReviewCommand(deps, reviewId, 'withdrawReview', { signed: false }, options);
    },
    paper: async (petitionId, reviewId, paperId) =>
      isId(reviewId) && isId(paperId)
        ? openReviewPaperFile(deps, petitioner(petitionId), reviewId, paperId)
        : null,
  };
}
