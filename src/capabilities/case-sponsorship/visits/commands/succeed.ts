import {
  findOpenCasesOf,
  runCase,
  succeedEach,
  type Succession,
} from '../../../petitions/index.ts';
import type { VisitCommand } from '../command.ts';
import { visitKind } from '../queries/kind.ts';
import type { VisitDeps } from './deps.ts';

/**
 * Gives every planned visit of a merged or abolished unit to its successor (O-1), one by one; a second
 * run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export const succeedVisits = (
  deps: VisitDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(
    deps,
    units,
    signal,
    (tx, unitId, after) => findOpenCasesOf(tx, visitKind.kind, unitId, after),
    (id, input, options) =>
      runCase(
        deps,
        visitKind,
        id,
        {
          type: 'succeedUnit',
          input,
          compose: (): VisitCommand => ({ type: 'succeedUnit', ...input }),
        },
        options,
      ),
  );
