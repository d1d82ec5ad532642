import { scopeOf } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import {
  findCasesByOtherCalendar,
  runAll,
  runCase,
  StepRefused,
  systemActor,
} from '../../petitions/index.ts';
import type { ReviewCommand } from '../command.ts';
import type { ReviewDeps } from './deps.ts';
import { reviewKind } from '../queries/kind.ts';

const actor = systemActor('calendar');

/** Counts the clocks of open reviews again by the calendar in force (P-9). */
export async function recountReviews(deps: ReviewDeps, signal: AbortSignal): Promise<void> {
  const { version } = deps.calendar();
  await runAll<string>(
    (after) =>
      deps.db.withActor(scopeOf(actor), 'read', (tx) =>
        findCasesByOtherCalendar(tx, reviewKind.kind, version, after),
      ),
    async (id) => {
      const input = { calendarVersion: version };
      const done = await runCase(
        deps,
        reviewKind,
        id,
        {
          type: 'recountClocks',
          input,
          compose: (): ReviewCommand => ({ type: 'recountClocks', ...input }),
        },
        { actor, commandId: deriveId(deps.keys, 'system:calendar', version, id) },
      );
      if (!done.ok) throw new StepRefused(done.refusal);
    },
    signal,
  );
}
