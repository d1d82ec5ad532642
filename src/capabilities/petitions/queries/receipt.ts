import { actorId, type Actor } from '../../../kernel/actor.ts';
import { lookupCode } from '../../../platform/vault/index.ts';
import type { PaperDocument } from '../../papers/index.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { receiptOf } from '../paper-content/index.ts';
import { isVisible, may } from '../policy.ts';
import { recordAccess } from './access.ts';
import type { PetitionReads } from './deps.ts';
import { openFolder, type Folder } from './folder.ts';

/**
 * The receipt of a registration, made when it is asked for (P-3). The look-up code stands on the
 * petitioner's own copy and on that of whoever gave it at the window.
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
    const whole = actor.kind === 'petitioner' || gaveTheCode(actor, folder);
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
 * The look-up code as it is now, for whoever gave it at the window; the look is recorded.
 * @returns null when there is no such petition for this reader, or the code is not theirs to see
 */
export async function openLookupCode(
  deps: PetitionReads,
  actor: Actor,
  petitionId: string,
): Promise<string | null> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const folder = await openFolder(tx, deps.vault, petitionId);
    if (folder === null || !gaveTheCode(actor, folder)) return null;
    await recordAccess(tx, actor, petitionId, 'look-up-code');
    return lookupCode(deps.keys, petitionId, folder.petition.codeVersion);
  });
}

/**
 * P-14: the code is the petitioner's signature. Whoever gave it has read it; to everybody else at
 * the window it opens by a new one alone, of which the petitioner is told.
 */
function gaveTheCode(actor: Actor, { petition, events }: Folder): boolean {
  const given = events.findLast(
    ({ type }) => type === 'PetitionRegistered' || type === 'LookupCodeReplaced',
  );
  return given?.actor === actorId(actor) && may(actor, 'replaceLookupCode', petition);
}
