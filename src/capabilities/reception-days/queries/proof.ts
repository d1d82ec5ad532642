import type { StaffActor } from '../../../kernel/actor.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { caseKeyOf, openItems } from '../../../platform/vault/index.ts';
import { recordAccess, type OpenedAttachment } from '../../petitions/index.ts';
import type { ReceptionDeps } from '../commands/deps.ts';
import { openForReading } from './inside.ts';

/**
 * The file that proves a notice; the look is recorded as at every attachment (L-4).
 * @returns nothing where there is no such file, or the reader has no part in the day
 */
export const openProof = (
  deps: ReceptionDeps,
  actor: StaffActor,
  dayId: string,
  fileId: string,
): Promise<OpenedAttachment | null> =>
  deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const day = await openForReading(tx, actor, dayId);
    const file = day?.channels.find((proof) => proof.file?.id === fileId)?.file ?? null;
    if (file === null) return null;
    await recordAccess(tx, actor, dayId, `reception-proof:${fileId}`);
    const key = await caseKeyOf(tx, deps, dayId);
    const opened = await openItems(tx, deps, dayId, key, [file.name.id]);
    const named = opened.get(file.name.id) as { readonly name: string } | undefined;
    return {
      name: named?.name ?? '',
      mediaType: file.mediaType,
      size: file.size,
      content: deps.files.get(dayId, key, file.address),
    };
  });
