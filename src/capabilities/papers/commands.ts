import type { Tx } from '../../platform/database/index.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import { checkTemplateText } from './compose.ts';
import type { TemplatedKind } from './kinds.ts';
import { removeTemplateText, saveTemplateText } from './wording-store.ts';

/**
 * Keeps an office's own wording of one passage, once it is checked.
 *
 * @param change.at database time
 * Refusals: those of `checkTemplateText`.
 */
export async function changeWording(
  tx: Tx,
  change: {
    readonly unitId: string;
    readonly kind: TemplatedKind;
    readonly slot: string;
    readonly text: string;
    readonly actor: string;
    readonly at: Date;
  },
): Promise<Result<undefined, Refusal>> {
  const checked = checkTemplateText(change.kind, change.slot, change.text);
  if (!checked.ok) return checked;
  await saveTemplateText(tx, { ...change, text: checked.value });
  return ok(undefined);
}

/** Goes back to the default wording of a passage; nothing happens where it stands already. */
export const restoreWording = (
  tx: Tx,
  unitId: string,
  kind: TemplatedKind,
  slot: string,
): Promise<void> => removeTemplateText(tx, unitId, kind, slot);
