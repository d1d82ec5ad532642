import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { setStream } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import {
  openVisible,
  runAll,
  scopeOf,
  StepRefused,
  tellOfPetition,
  type PetitionDeps,
} from '../../petitions/index.ts';
import { warnDays } from '../decide/index.ts';
import { findOpenWindows, findWindow, findWindows, type ProceedingRow } from '../store.ts';
import { stepBySystem } from './step.ts';

const actor = { kind: 'system', name: 'proceedings' } as const;

const idOf = (deps: PetitionDeps, what: string, of: string): string =>
  deriveId(deps.keys, 'system:proceedings', what, of);

/** Tells the unit that both sides still have to go to the court, or that their last day moved. */
async function tellUnit(
  deps: PetitionDeps,
  row: ProceedingRow,
  messageId: string,
  template: 'task-for-staff' | 'clocks-recounted' = 'task-for-staff',
): Promise<void> {
  await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const folder = await openVisible(tx, deps, actor, row.petitionId);
    if (folder === null) return;
    await setStream(tx, row.petitionId);
    const to = { unitId: row.unit, due: row.confirmBy ?? '', template };
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
    // A window that a calendar moved is warned of again.
    const commandId = idOf(deps, type, `${row.id}:${row.confirmBy}`);
    await stepBySystem(deps, row, { type }, { actor, commandId, at: now });
    if (!over) await tellUnit(deps, row, commandId);
  }
}

/**
 * Counts the open windows to the court again by the calendar in force, and tells the unit and the
 * petitioner where the last day moved (P-9). Run after every publication; what stands right stays.
 * @param signal aborted when the worker stops
 */
export async function recountWindows(deps: PetitionDeps, signal: AbortSignal): Promise<void> {
  const { version } = deps.calendar();
  await runAll<ProceedingRow>(
    (after) => deps.db.withActor(scopeOf(actor), 'read', (tx) => findOpenWindows(tx, after)),
    async (row) => {
      const commandId = idOf(deps, 'recountWindow', `${row.id}:${version}`);
      const step = { type: 'recountWindow', calendarVersion: version } as const;
      const done = await stepBySystem(deps, row, step, { actor, commandId });
      // L-5: what became an accusation meanwhile has no window that anybody is told of.
      if (!done.ok && done.refusal.code === 'proceeding-not-for-accusation') return;
      if (!done.ok) throw new StepRefused(done.refusal);
      const now = await deps.db.withActor(scopeOf(actor), 'read', (tx) => findWindow(tx, row));
      if (now === null || now === row.confirmBy) return;
      const moved = { ...row, confirmBy: now };
      await tellUnit(deps, moved, idOf(deps, 'recounted', `${row.id}:${now}`), 'clocks-recounted');
    },
    signal,
  );
}
