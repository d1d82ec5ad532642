import type { Actor } from '../../../kernel/actor.ts';
import { setStreams, type Tx } from '../../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../../platform/record/index.ts';
import { caseKeyOf, openItems } from '../../../platform/vault/index.ts';
import {
  isPetitionVisible,
  openCase,
  openFolder,
  type Folder,
  type Petition,
} from '../../petitions/index.ts';
import type { ReviewDeps } from '../commands/deps.ts';
import { foldReview } from './kind.ts';
import { isReviewVisible } from '../policy.ts';
import type { Review } from '../review.ts';

/** A review as the record has it, with its opened words and its petition. */
export interface ReviewFolder {
  readonly review: Review;
  readonly events: readonly RecordedEvent[];
  readonly items: ReadonlyMap<string, unknown>;
  readonly folder: Folder;
}

/** L-5: beside an accusation its named handlers alone, whatever unit reads the review. */
export const mayOpenReview = (actor: Actor, review: Review, petition: Petition): boolean =>
  petition.purpose === 'accusation'
    ? isPetitionVisible(actor, petition)
    : isReviewVisible(actor, review);

/**
 * Passes the review's row and its petition's through row-level security and reads both; the review's
 * stream stays open, for what lies beside it.
 * @returns null when there is no such review for this reader
 */
export async function openReviewFolder(
  tx: Tx,
  deps: Pick<ReviewDeps, 'vault'>,
  actor: Actor,
  reviewId: string,
): Promise<ReviewFolder | null> {
  const petitionId = await openCase(tx, reviewId);
  if (petitionId === null) return null;
  const events = await loadEvents(tx, reviewId);
  const review = foldReview(reviewId, events);
  if (review === null) return null;
  const items = await openItems(tx, deps, reviewId, await caseKeyOf(tx, deps, reviewId));
  const folder = await openFolder(tx, deps.vault, petitionId);
  await setStreams(tx, [reviewId]);
  if (folder === null || !mayOpenReview(actor, review, folder.petition)) return null;
  return { review, events, items, folder };
}

/** The words of a sealed text; empty when there are none. */
export const wordsIn =
  (items: ReadonlyMap<string, unknown>) =>
  (item: { readonly id: string } | null): string => {
    const opened = item === null ? null : items.get(item.id);
    const text: unknown =
      typeof opened === 'object' && opened !== null ? Reflect.get(opened, 'text') : null;
    return typeof text === 'string' ? text : '';
  };

/** The name of a file as it was handed in. */
export const fileNameIn = (items: ReadonlyMap<string, unknown>, id: string): string => {
  const opened = items.get(id);
  const name: unknown =
    typeof opened === 'object' && opened !== null ? Reflect.get(opened, 'name') : '';
  return typeof name === 'string' ? name : '';
};
