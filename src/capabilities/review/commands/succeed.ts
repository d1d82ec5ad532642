import { findOpenCasesOf, runCase, succeedEach, type Succession } from '../../petitions/index.ts';
import type { ReviewCommand } from '../command.ts';
import { reviewKind } from '../queries/kind.ts';
import type { ReviewDeps } from './deps.ts';

/**
 * Gives every open review that a merged or abolished unit decided, read or was barred from to its
 * successor (O-1, Reg. 24), one by one; a second run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export const succeedReviews = (
  deps: ReviewDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(
    deps,
    units,
    signal,
    (tx, unitId, after) => findOpenCasesOf(tx, reviewKind.kind, unitId, after),
    (id, input, options) =>
      runCase(
        deps,
        reviewKind,
        id,
        {
          type: 'succeedBody',
          input,
          compose: (): ReviewCommand => ({ type: 'succeedBody', ...input }),
        },
        options,
      ),
  );
