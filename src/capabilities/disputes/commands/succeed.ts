import { runOwnRecord, succeedEach, type Succession } from '../../petitions/index.ts';
import type { DisputeCommand } from '../command.ts';
import { findOfUnit } from '../store.ts';
import type { DisputeDeps } from './deps.ts';
import { disputeKind } from './kind.ts';

/**
 * Gives every dispute that a merged or abolished unit looked after to its successor (O-1, Reg. 24),
 * one by one; a second run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export const succeedDisputes = (
  deps: DisputeDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(deps, units, signal, findOfUnit, (id, given, options) =>
    runOwnRecord(
      deps,
      disputeKind(),
      id,
      {
        type: 'succeedUnit',
        input: given,
        compose: (): DisputeCommand => ({ type: 'succeedUnit', from: given.from, to: given.to }),
      },
      options,
    ),
  );
