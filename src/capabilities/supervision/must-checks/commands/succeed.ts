import { succeedEach, type Succession } from '../../../petitions/index.ts';
import { findOfUnit } from '../store.ts';
import type { MustCheckDeps } from './deps.ts';
import { stepItemBySystem } from './step.ts';

/**
 * Gives every supervision item of a merged or abolished unit to its successor (O-1), one by one; a
 * second run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export const succeedItems = (
  deps: MustCheckDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(deps, units, signal, findOfUnit, (id, given, options) =>
    stepItemBySystem(deps, id, { type: 'succeedUnit', ...given }, options),
  );
