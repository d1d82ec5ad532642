import type { Actor } from '../../../kernel/actor.ts';
import { lookupCode } from '../../../platform/vault/index.ts';
import type { PaperDocument } from '../../papers/index.ts';
import { scopeOf } from '../commands/scope.ts';
import { receiptOf } from '../paper-content/index.ts';
import { isVisible, may } from '../policy.ts';
import { recordAccess } from './access.ts';
import type { PetitionReads } from './deps.ts';
import { openFolder } from './folder.ts';

/**
 * The receipt of a registration, made when it is asked for (P-3). The look-up code stands on the
 * petitioner's own copy and on that of whoever may replace the code at the window.
 * @returns null when there is no such petition for this reader
 */
export async function openReceipt(
  deps: PetitionReads & { readonly publicUrl: string },
  actor: Actor,
  petitionId: string,
): Promise<PaperDocument | null> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const folder = await openFolder(tx, deps.vault, petitionId);
    if (folder === null || !isVisible(actor, folder.petition)) return null;
    const { petition, words } = folder;
    const whole = actor.kind === 'petitioner' || may(actor, 'replaceLookupCode', petition);
    if (actor.kind === 'staff') await recordAccess(tx, actor, petitionId, 'receipt');
    return receiptOf({
      petition,
      opened: words.all(),
      organisation: await deps.organisation(tx),
      calendar: deps.calendar(petition.calendarVersion),
      ...(whole ? { lookupCode: lookupCode(deps.keys, petitionId, petition.codeVersion) } : {}),
      publicUrl: deps.publicUrl,
    });
  });
}

/**
 * The look-up code as it is now, for whoever may replace it at the window; the look is recorded.
 * @returns null when there is no such petition for this reader, or the code is not theirs to see
 */
export async function openLookupCode(
  deps: PetitionReads,
  actor: Actor,
  petitionId: string,
): Promise<string | null> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const folder = await openFolder(tx, deps.vault, petitionId);
    if (folder === null || !may(actor, 'replaceLookupCode', folder.petition)) return null;
    await recordAccess(tx, actor, petitionId, 'look-up-code');
    return lookupCode(deps.keys, petitionId, folder.petition.codeVersion);
  });
}
