import type { Petition } from '../petition.ts';
import type { ReviewNote } from '../view.ts';

/** Reviews of a petition's opinions as it knows them, oldest first. */
export const reviewsOf = (
  petition: Petition,
  nameOf: (unitId: string) => string,
): readonly ReviewNote[] =>
  petition.reviews
    .toSorted((one, other) => one.requestedAt - other.requestedAt)
    .map(({ caseId, stage, state, body, requestedAt }) => ({
      id: caseId,
      stage,
      state,
      body: body === null ? '' : nameOf(body),
      requestedAt,
    }));
