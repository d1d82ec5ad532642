import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { setStream } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { openVisible, scopeOf, tellOfPetition, type PetitionDeps } from '../../petitions/index.ts';
import { warnDays } from '../decide/index.ts';
import { findWindows, type ProceedingRow } from '../store.ts';
import { stepBySystem } from './step.ts';

const actor = { kind: 'system', name: 'proceedings' } as const;

/** Tells the unit that both sides still have to go to the court. */
async function warn(deps: PetitionDeps, row: ProceedingRow, messageId: string): Promise<void> {
  await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const folder = await openVisible(tx, deps, actor, row.petitionId);
    if (folder === null) return;
    await setStream(tx, row.petitionId);
    const to = { unitId: row.unit, due: row.confirmBy ?? '' };
    await tellOfPetition(tx, deps, folder.petition, to, messageId);
  });
}

/**
 * M-3: the responsible unit is warned before the window to the court closes; a window that nobody
 * used is recorded as missed. Run daily; every step is done once however often it runs.
 * @param now epoch ms
 * @param signal aborted when the worker stops
 */
export async function watchWindows(
  deps: PetitionDeps,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  const today = localDateOf(now);
  const rows = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
    findWindows(tx, addDays(today, warnDays)),
  );
  for (const row of rows) {
    signal.throwIfAborted();
    const over = row.confirmBy !== null && row.confirmBy < today;
    const type = over ? ('missWindow' as const) : ('warnWindow' as const);
    const commandId = deriveId(deps.keys, 'system:proceedings', type, row.id);
    await stepBySystem(deps, row, { type }, { actor, commandId, at: now });
    if (!over) await warn(deps, row, commandId);
  }
}
