import { defineJob, type JobDefinition } from '../../../platform/jobs/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { PetitionDeps } from '../commands/deps.ts';
import { runSystemCommand } from '../commands/run.ts';
import { scopeOf } from '../commands/scope.ts';
import { findOpenByOtherCalendar, findRunningByOtherCalendar, type FoundClock } from './found.ts';
import { recountClocksKind } from './kinds.ts';
import { runAll, StepRefused, systemActor } from './run-all.ts';

const actor = systemActor('calendar');

/**
 * After a year's notice was imported: every petition with running clocks is counted again by an
 * event that says so, in transactions of one petition each. What is done is not found again, so an
 * interrupted run goes on where it was (P-9).
 */
export const recountClocksJob = (depsOf: () => PetitionDeps): JobDefinition =>
  defineJob({
    ...recountClocksKind,
    concurrency: 1,
    expireInSeconds: 6 * 3600,
    handler: async ({ calendarVersion }, { signal }) => {
      const deps = depsOf();
      // Throws while this process does not know the calendar yet; the job then runs again.
      deps.calendar(calendarVersion);
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
    },
  }) as JobDefinition;

async function recount(deps: PetitionDeps, streamId: string, version: string): Promise<void> {
  const answer = await runSystemCommand(
    deps,
    streamId,
    { type: 'recountClocks', calendarVersion: version },
    { actor, commandId: deriveId(deps.keys, 'system:calendar', version, streamId) },
  );
  if (!answer.ok) throw new StepRefused(answer.refusal);
}
