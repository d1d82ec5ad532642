import { findOpenCasesOf, runCase, succeedEach, type Succession } from '../../petitions/index.ts';
import type { BacklogCommand } from '../command.ts';
import { backlogKind } from '../queries/kind.ts';
import type { SponsorshipDeps } from './deps.ts';

/**
 * Gives every open backlog case of a merged or abolished unit to its successor (O-1), one by one; a
 * second run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export const succeedBacklog = (
  deps: SponsorshipDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(
    deps,
    units,
    signal,
    (tx, unitId, after) => findOpenCasesOf(tx, backlogKind.kind, unitId, after),
    (id, input, options) =>
      runCase(
        deps,
        backlogKind,
        id,
        {
          type: 'succeedUnit',
          input,
          compose: (): BacklogCommand => ({ type: 'succeedUnit', ...input }),
        },
        options,
      ),
  );
