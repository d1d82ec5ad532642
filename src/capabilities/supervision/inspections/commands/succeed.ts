import { succeedEach, type Succession } from '../../../petitions/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { stepOwn } from '../../commands/own-records.ts';
import { findOwnOfUnit } from '../../own-store.ts';
import { inspectionStreamKind, programmeStreamKind } from '../events.ts';
import { inspectionWork } from './inspection.ts';
import { programmeWork } from './programme.ts';

/**
 * Gives the programmes and inspections in which a merged or abolished unit stands to its successor
 * (O-1), one by one; a second run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export async function succeedInspections(
  deps: SupervisionDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> {
  await succeedEach(
    deps,
    units,
    signal,
    (tx, unit, after) => findOwnOfUnit(tx, programmeStreamKind, unit, after),
    (id, input, options) =>
      stepOwn(
        deps,
        programmeWork,
        id,
        { type: 'succeedUnit', input, compose: () => ({ type: 'succeedUnit' as const, ...input }) },
        options,
      ),
  );
  await succeedEach(
    deps,
    units,
    signal,
    (tx, unit, after) => findOwnOfUnit(tx, inspectionStreamKind, unit, after),
    (id, input, options) =>
      stepOwn(
        deps,
        inspectionWork,
        id,
        { type: 'succeedUnit', input, compose: () => ({ type: 'succeedUnit' as const, ...input }) },
        options,
      ),
  );
}
