/** Kinds of units that take part in petition work, inside and outside government. */
export const unitKinds = [
  'petition-office',
  'bureau',
  'township',
  'village',
  'leadership',
  'discipline-body',
  'political-legal-body',
  'review-body',
  'joint-meeting-office',
  'court',
  'procuratorate',
  'arbitration-body',
  'enterprise',
  'other',
] as const;

export type UnitKind = (typeof unitKinds)[number];

/** Levels of administration from the province down. */
export const levels = ['province', 'city', 'county', 'township', 'village'] as const;

export type Level = (typeof levels)[number];

/** What the rules need to know of a unit. */
export interface UnitFact {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly level: Level;
  readonly regionCode: string;
  /** The unit that is above this one in the line of government (province ← city ← county …). */
  readonly parentId: string | null;
  readonly active: boolean;
  readonly successorId: string | null;
}

/** A snapshot of all units, given to pure rules as an input. */
export interface UnitDirectory {
  find(id: string): UnitFact | undefined;
}

/**
 * The units above one, nearest first.
 * @param units the snapshot
 * @param id where to begin; the unit itself is not part of the answer
 */
export function superiorsOf(units: UnitDirectory, id: string): UnitFact[] {
  const found: UnitFact[] = [];
  let next = units.find(id)?.parentId ?? null;
  while (next !== null && !found.some((unit) => unit.id === next)) {
    const unit = units.find(next);
    if (unit === undefined) break;
    found.push(unit);
    next = unit.parentId;
  }
  return found;
}

/** Whether `lower` stands below `upper` in the line of government. */
export function isBelow(units: UnitDirectory, lower: string, upper: string): boolean {
  return superiorsOf(units, lower).some((unit) => unit.id === upper);
}

/**
 * The nearest unit above two others (Reg. art. 24).
 * @returns nothing when the two stand in different trees
 */
export function findCommonSuperior(
  units: UnitDirectory,
  one: string,
  other: string,
): UnitFact | undefined {
  const aboveOther = new Set(superiorsOf(units, other).map((unit) => unit.id));
  return superiorsOf(units, one).find((unit) => aboveOther.has(unit.id));
}
