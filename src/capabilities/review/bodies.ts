import type { LocalDate } from '../../kernel/local-date.ts';
import { superiorsOf, type UnitDirectory } from '../../kernel/units.ts';
import type { Barred, LawfulBody, Stage } from './review.ts';

/** A lawful body of a unit, as dated data with its source says (V-1). */
export interface BodyEntry {
  readonly id: string;
  readonly unitId: string;
  readonly stage: Stage;
  readonly bodyId: string;
  readonly from: LocalDate;
  /** The last day; null while it lasts. */
  readonly to: LocalDate | null;
  readonly source: string;
}

const holds = (entry: BodyEntry, unitId: string, stage: Stage, on: LocalDate): boolean =>
  entry.unitId === unitId &&
  entry.stage === stage &&
  entry.from <= on &&
  (entry.to === null || on <= entry.to);

/**
 * The bodies that may lawfully decide on what a unit has issued (Reg. 35, 36: the next level above).
 * Dated data goes before; without any, the nearest unit above in the line of government that had no
 * part in the matter.
 * @param unitId who issued what is contested
 * @param on the day of the request
 */
export function lawfulBodies(
  entries: readonly BodyEntry[],
  asked: { readonly unitId: string; readonly stage: Stage; readonly on: LocalDate },
  barred: Barred,
  units: UnitDirectory,
): readonly LawfulBody[] {
  const free = (unit: string): boolean =>
    !barred.units.includes(unit) && units.find(unit)?.active === true;
  const named = entries
    .filter((entry) => holds(entry, asked.unitId, asked.stage, asked.on) && free(entry.bodyId))
    .map(({ bodyId, source }) => ({ unit: bodyId, source }));
  if (named.length > 0) return named;
  const above = superiorsOf(units, asked.unitId).find(({ id }) => free(id));
  return above === undefined ? [] : [{ unit: above.id, source: '' }];
}
