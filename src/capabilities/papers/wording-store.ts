import { run, type Tx } from '../../platform/database/index.ts';
import type { TemplatedKind } from './kinds.ts';
import type { Slots } from './slots.ts';

/** A unit's own wording of a kind by slot, for `composePaper`; empty when it has none. */
export async function findTemplateTexts(
  tx: Tx,
  unitId: string,
  kind: TemplatedKind,
): Promise<Slots> {
  const rows = await run<{ slot: string; text: string }>(tx, {
    name: 'paper.template.find',
    text: `SELECT slot, text FROM paper_template WHERE unit_id = $1 AND kind = $2`,
    values: [unitId, kind],
  });
  return Object.fromEntries(rows.map((row) => [row.slot, row.text]));
}

/** Everything that a unit words in its own way. */
export const findAllTemplateTexts = (
  tx: Tx,
  unitId: string,
): Promise<readonly { readonly kind: string; readonly slot: string; readonly text: string }[]> =>
  run(tx, {
    name: 'paper.template.find-all',
    text: 'SELECT kind, slot, text FROM paper_template WHERE unit_id = $1',
    values: [unitId],
  });

export type TemplateText = {
  readonly unitId: string;
  readonly kind: TemplatedKind;
  readonly slot: string;
  readonly text: string;
  readonly actor: string;
  readonly at: Date;
};

/** Keeps a text that `checkTemplateText` passed. */
export async function saveTemplateText(tx: Tx, entry: TemplateText): Promise<void> {
  await run(tx, {
    name: 'paper.template.save',
    text: `INSERT INTO paper_template (unit_id, kind, slot, text, changed_by, changed_at)
           VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (unit_id, kind, slot) DO UPDATE SET text = $4, changed_by = $5, changed_at = $6`,
    values: [entry.unitId, entry.kind, entry.slot, entry.text, entry.actor, entry.at],
  });
}

/** Back to the default text of a slot. */
export async function removeTemplateText(
  tx: Tx,
  unitId: string,
  kind: TemplatedKind,
  slot: string,
): Promise<void> {
  await run(tx, {
    name: 'paper.template.remove',
    text: `DELETE FROM paper_template WHERE unit_id = $1 AND kind = $2 AND slot = $3`,
    values: [unitId, kind, slot],
  });
}
