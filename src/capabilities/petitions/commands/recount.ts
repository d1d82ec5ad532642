import { deriveId } from '../../../platform/vault/index.ts';
import type { PetitionDeps } from './deps.ts';
import { runSystemCommand } from './run.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import {
  findOpenByOtherCalendar,
  findRunningByOtherCalendar,
  type FoundClock,
} from '../due-store.ts';
import { runAll, StepRefused, systemActor } from './run-all.ts';

const actor = systemActor('calendar');

/**
 * Counts every petition with running clocks again after a notice was imported, by an event that
 * says so, in transactions of one petition each. What is done is not found again, so an
 * interrupted run goes on where it was (P-9).
 * @param calendarVersion the version that called for it
 * @throws RangeError when there is no such version
 */
export async function recountClocks(
  deps: PetitionDeps,
  calendarVersion: string,
  signal: AbortSignal,
): Promise<void> {
  await deps.calendarInForce(calendarVersion);
  const version = deps.calendar().version;
  const read = <T>(work: Parameters<typeof deps.db.withActor<T>>[2]) =>
    deps.db.withActor(scopeOf(actor), 'read', work);
  const recountOne = (streamId: string) => recount(deps, streamId, version);
  await runAll<string>(
    (after) => read((tx) => findOpenByOtherCalendar(tx, version, after)),
    recountOne,
    signal,
  );
  await runAll<FoundClock>(
    (after) => read((tx) => findRunningByOtherCalendar(tx, version, tx.openedAt, after)),
    ({ streamId }) => recountOne(streamId),
    signal,
  );
}

async function recount(deps: PetitionDeps, streamId: string, version: string): Promise<void> {
  const answer = await runSystemCommand(
    deps,
    streamId,
    { type: 'recountClocks', calendarVersion: version },
    { actor, commandId: deriveId(deps.keys, 'system:calendar', version, streamId) },
  );
  if (!answer.ok) throw new StepRefused(answer.refusal);
}
