import type { Actor } from '../../../kernel/actor.ts';
import { scopeOf, setStreams } from '../../../platform/database/index.ts';
import { caseKeyOf } from '../../../platform/vault/index.ts';
import { recordAccess, type OpenedAttachment } from '../../petitions/index.ts';
import type { ReviewDeps } from '../commands/deps.ts';
import { fileNameIn, openReviewFolder } from './open.ts';

/**
 * A file handed in with a request for review. It may show its writer, so that each opening by staff
 * leaves its trace beside the looks at the petition (L-4).
 * @returns null when there is no such review or file for this reader
 */
export function openReviewFile(
  deps: ReviewDeps,
  actor: Actor,
  reviewId: string,
  fileId: string,
): Promise<OpenedAttachment | null> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const opened = await openReviewFolder(tx, deps, actor, reviewId);
    const file = opened?.review.attachments.find(({ id }) => id === fileId);
    if (opened === null || file === undefined) return null;
    const key = await caseKeyOf(tx, deps, reviewId);
    if (actor.kind === 'staff') {
      const { petitionId } = opened.review;
      await setStreams(tx, [petitionId]);
      await recordAccess(tx, actor, petitionId, `attachment:${fileId}`);
    }
    return {
      name: fileNameIn(opened.items, file.name.id),
      mediaType: file.mediaType,
      size: file.size,
      content: deps.files.get(reviewId, key, file.address),
    };
  });
}
