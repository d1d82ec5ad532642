import type { StaffActor } from '../../../kernel/actor.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import type { PaperDocument } from '../../papers/index.ts';
import { serviceProofOf } from '../paper-content/index.ts';
import { findPaper } from '../petition.ts';
import { isVisible } from '../policy.ts';
import { internalPapers } from '../projection.ts';
import { recordAccess } from './access.ts';
import type { PetitionReads } from './deps.ts';
import { openFolder } from './folder.ts';
import { reachOf } from './reach.ts';

/**
 * The proof of service of a paper (G-2): a form to sign before the service, afterwards what happened.
 * It bears name and address, so that each opening is recorded.
 * @returns null when there is no such petition or paper for this reader, or it goes from unit to
 *   unit
 */
export const openServiceProof = (
  deps: PetitionReads,
  actor: StaffActor,
  petitionId: string,
  paperId: string,
): Promise<PaperDocument | null> =>
  deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const folder = await openFolder(tx, deps.vault, petitionId);
    if (folder === null || !isVisible(actor, folder.petition)) return null;
    const { petition, words, events } = folder;
    const paper = findPaper(petition, paperId);
    if (paper === undefined || internalPapers.has(paper.kind)) return null;
    if (reachOf(actor, petition) !== 'whole' && paper.issuer !== actor.unitId) return null;
    await recordAccess(tx, actor, petitionId, `service-proof:${paperId}`);
    return serviceProofOf(
      {
        petition,
        paper,
        opened: words.all(),
        organisation: await deps.organisation(tx),
        calendar: deps.calendar(petition.calendarVersion),
        now: tx.openedAt.getTime(),
        number: null,
        verify: null,
      },
      events,
    );
  });
