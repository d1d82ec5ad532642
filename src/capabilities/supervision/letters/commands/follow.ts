import { type Tx, end, scopeOf } from '../../../../platform/database/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import {
  findCasesByOtherCalendar,
  findCasesOfKind,
  findOpenCasesOf,
  runAll,
  runCase,
  StepRefused,
  succeedEach,
  systemActor,
  type Succession,
} from '../../../petitions/index.ts';
import type { LettersCommand } from '../command.ts';
import { lettersKind } from '../queries/kind.ts';
import type { SupervisionDeps } from './deps.ts';

const calendarActor = systemActor('calendar');

/** Counts the clocks of open ladders again by the calendar in force (P-9). */
export async function recountLetters(deps: SupervisionDeps, signal: AbortSignal): Promise<void> {
  const { version } = deps.calendar();
  await runAll<string>(
    (after) =>
      deps.db.withActor(scopeOf(calendarActor), 'read', (tx) =>
        findCasesByOtherCalendar(tx, lettersKind.kind, version, after),
      ),
    async (id) => {
      const input = { calendarVersion: version };
      const compose = (): LettersCommand => ({ type: 'recountClocks', ...input });
      const done = await runCase(
        deps,
        lettersKind,
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

/** Ladders that a unit reads, and those about it whose first letter has not reached it yet. */
async function findOpenOf(
  tx: Tx,
  unitId: string,
  after: string | null,
): Promise<readonly string[]> {
  const { kind } = lettersKind;
  const read = await findOpenCasesOf(tx, kind, unitId, after);
  if (after !== null) return read;
  const asked = { kind, holder: unitId, state: 'drafting', subject: null };
  const held = await findCasesOfKind(tx, { ...asked, before: end, limit: 200 });
  return [...new Set([...held.map(({ id }) => id), ...read])];
}

/**
 * Gives the open letters of a merged or abolished unit to its successor (O-1), one by one; a second
 * run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export const succeedLetters = (
  deps: SupervisionDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(deps, units, signal, findOpenOf, (id, input, options) =>
    runCase(
      deps,
      lettersKind,
      id,
      {
        type: 'succeedUnit',
        input,
        compose: (): LettersCommand => ({ type: 'succeedUnit', ...input }),
      },
      options,
    ),
  );
