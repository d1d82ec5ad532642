import { succeedEach, type Succession } from '../../petitions/index.ts';
import { findOfUnit } from '../store.ts';
import type { CommitmentDeps } from './deps.ts';
import { stepCommitmentBySystem } from './run.ts';

/**
 * Gives everything that a merged or abolished unit still had to keep, or that was to be kept towards
 * it, to its successor (O-1, Reg. 24), one by one; a second run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export const succeedCommitments = (
  deps: CommitmentDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(deps, units, signal, findOfUnit, (id, given, options) =>
    stepCommitmentBySystem(deps, id, { type: 'succeedUnit', ...given }, options),
  );
