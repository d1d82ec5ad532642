import { addDays, localDateOf, type LocalDate } from '../../../kernel/local-date.ts';
import type { UnitDirectory } from '../../../kernel/units.ts';
import type { PeerFigures, PeerParameters, StepCount } from './case.ts';

/**
 * Must-check 5: a unit passively behind its peers. Counted are steps: statutory and local periods of
 * petitions whose day came in the window; kept is one that was done by then. A unit is behind when
 *
 *   upper(own) < pooled − margin
 *
 * where `upper` is the upper bound of Wilson's interval for the unit's share of kept steps, and
 * `pooled` the share of all its peers together: units of the same kind and level, without the unit.
 * Small numbers are protected twice: under a minimum of steps and of peers nothing is said, and
 * Wilson's bound is the wider the fewer the steps.
 */
export function upperBound({ due, kept }: StepCount, z: number): number {
  if (due === 0) return 1;
  const rate = kept / due;
  const spread = (z * z) / due;
  const root = z * Math.sqrt((rate * (1 - rate)) / due + spread / (4 * due));
  return (rate + spread / 2 + root) / (1 + spread);
}

/** The days of the window that ended with yesterday. */
export const windowOf = (
  now: number,
  { windowDays }: PeerParameters,
): { readonly from: LocalDate; readonly to: LocalDate } => {
  const to = addDays(localDateOf(now), -1);
  return { from: addDays(to, 1 - windowDays), to };
};

/**
 * Compares every unit with its peers.
 * @param steps of each unit in the window; units without steps are left out
 * @returns the figures of every unit that is behind
 */
export function findBehind(
  steps: ReadonlyMap<string, StepCount>,
  units: UnitDirectory,
  window: { readonly from: LocalDate; readonly to: LocalDate },
  parameters: PeerParameters,
): ReadonlyMap<string, PeerFigures> {
  const groups = new Map<string, { due: number; kept: number; units: number }>();
  const groupOf = (id: string): string | null => {
    const unit = units.find(id);
    return unit === undefined ? null : `${unit.kind}/${unit.level}`;
  };
  for (const [id, { due, kept }] of steps) {
    const name = groupOf(id);
    if (name === null || due === 0) continue;
    const group = groups.get(name) ?? { due: 0, kept: 0, units: 0 };
    groups.set(name, { due: group.due + due, kept: group.kept + kept, units: group.units + 1 });
  }
  const behind = new Map<string, PeerFigures>();
  for (const [id, own] of steps) {
    const unit = units.find(id);
    const group = groups.get(groupOf(id) ?? '');
    if (unit === undefined || !unit.active || group === undefined) continue;
    const peers = group.units - 1;
    const pooled = { due: group.due - own.due, kept: group.kept - own.kept };
    if (own.due < parameters.minimumSteps || peers < parameters.minimumPeers) continue;
    const upper = upperBound(own, parameters.z);
    const pooledRate = pooled.kept / pooled.due;
    if (upper >= pooledRate - parameters.margin) continue;
    behind.set(id, {
      ...window,
      unitKind: unit.kind,
      level: unit.level,
      own,
      peers,
      pooled,
      ownRate: own.kept / own.due,
      upperBound: upper,
      pooledRate,
      parameters,
    });
  }
  return behind;
}
