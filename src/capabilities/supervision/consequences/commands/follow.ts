import { scopeOf } from '../../../../platform/database/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import {
  findCasesByOtherCalendar,
  findOpenCasesOf,
  runAll,
  runCase,
  StepRefused,
  succeedEach,
  systemActor,
  type Succession,
} from '../../../petitions/index.ts';
import type { ConsequenceCommand } from '../command.ts';
import { consequenceKind } from '../queries/kind.ts';
import type { ConsequencesDeps } from './deps.ts';

const calendarActor = systemActor('calendar');

/** Counts the clocks of open consequences again by the calendar in force (P-9). */
export async function recountConsequences(
  deps: ConsequencesDeps,
  signal: AbortSignal,
): Promise<void> {
  const { version } = deps.calendar();
  await runAll<string>(
    (after) =>
      deps.db.withActor(scopeOf(calendarActor), 'read', (tx) =>
        findCasesByOtherCalendar(tx, consequenceKind.kind, version, after),
      ),
    async (id) => {
      const input = { calendarVersion: version };
      const compose = (): ConsequenceCommand => ({ type: 'recountClocks', ...input });
      const done = await runCase(
        deps,
        consequenceKind,
        id,
        { type: 'recountClocks', input, compose },
        {
          actor: calendarActor,
          commandId: deriveId(deps.keys, 'system:calendar', version, id),
        },
      );
      if (!done.ok) throw new StepRefused(done.refusal);
    },
    signal,
  );
}

/**
 * Gives the open consequences of a merged or abolished unit to its successor (O-1), one by one; a
 * second run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export const succeedConsequences = (
  deps: ConsequencesDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(
    deps,
    units,
    signal,
    (tx, unitId, after) => findOpenCasesOf(tx, consequenceKind.kind, unitId, after),
    (id, input, options) =>
      runCase(
        deps,
        consequenceKind,
        id,
        {
          type: 'succeedUnit',
          input,
          compose: (): ConsequenceCommand => ({ type: 'succeedUnit', ...input }),
        },
        options,
      ),
  );
