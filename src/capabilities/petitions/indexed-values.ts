import type { BlindIndexKind } from '../../platform/vault/index.ts';

/** What a person can be looked up by, exactly and only exactly (L-3). */
export interface IndexedValue {
  readonly kind: BlindIndexKind;
  readonly value: string;
}

interface PersonLike {
  readonly role?: unknown;
  readonly name?: unknown;
  readonly documentNumber?: unknown;
  readonly mobile?: unknown;
  readonly landline?: unknown;
}

const fields = [
  ['documentNumber', 'identity-number'],
  ['mobile', 'telephone'],
  ['landline', 'telephone'],
  ['name', 'name'],
] as const;

/**
 * The values of a person that have a blind index.
 * @param value an opened sealed item; anything that is not a person has none
 */
export function indexedValuesOfPerson(value: unknown): IndexedValue[] {
  if (typeof value !== 'object' || value === null) return [];
  const person = value as PersonLike;
  if (typeof person.role !== 'string') return [];
  return fields.flatMap(([field, kind]) => {
    const found = person[field];
    return typeof found === 'string' && found !== '' ? [{ kind, value: found }] : [];
  });
}
