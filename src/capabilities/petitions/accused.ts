import { isBelow, type UnitDirectory } from '../../kernel/units.ts';
import type { Petition } from './petition.ts';

/** Whether a unit is one of those accused or stands below one of them (Reg. 30). */
export const isAccusedUnit = (
  units: UnitDirectory,
  accusedUnits: readonly string[],
  unitId: string,
): boolean => accusedUnits.some((accused) => accused === unitId || isBelow(units, unitId, accused));

/**
 * P-6: in an accusation the accused unit can neither hold, see nor decide it. An appeal against a
 * unit's own act is another thing: the competent unit handles it, and officials withdraw.
 */
export const isBarred = (petition: Petition, units: UnitDirectory, unitId: string): boolean =>
  petition.purpose === 'accusation' && isAccusedUnit(units, petition.accusedUnits, unitId);
