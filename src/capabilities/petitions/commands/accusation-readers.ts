import { superiorsOf } from '../../../kernel/units.ts';
import { isAccusedUnit } from '../accused.ts';
import type { OrganisationSnapshot } from './deps.ts';

/**
 * Who sees an accusation from the first moment: the accusation officers of the body that has it
 * and of the petition office that answers to the petitioner, never those of the accused unit,
 * nor whoever holds another post there (P-6).
 */
export const accusationReaders = (
  organisation: OrganisationSnapshot,
  accusedUnits: readonly string[],
  place: { readonly office: string; readonly holder: string },
): string[] => [
  ...new Set(
    [place.holder, place.office]
      .filter((unit) => !isAccusedUnit(organisation, accusedUnits, unit))
      .flatMap((unit) => organisation.accusationOfficersOf(unit))
      .filter((userId) => !accusedUnits.some((unit) => organisation.holdsPost(userId, unit))),
  ),
];

/**
 * The petition office for an accusation: an accused one gives way to the next above it. Where all
 * are accused the nearest stays, for what comes in is registered (Reg. 22).
 */
export function officeNotAccused(
  organisation: OrganisationSnapshot,
  accusedUnits: readonly string[],
  office: string,
): string {
  const offices = [office, ...superiorsOf(organisation, office).map((unit) => unit.regionCode)]
    .map((place, index) => (index === 0 ? place : organisation.petitionOfficeOf(place)))
    .filter((unit) => unit !== undefined);
  return offices.find((unit) => !isAccusedUnit(organisation, accusedUnits, unit)) ?? office;
}
