import { superiorsOf } from '../../../kernel/units.ts';
import { isAccusedUnit } from '../accused.ts';
import type { OrganisationSnapshot } from './deps.ts';

/**
 * Who sees an accusation from the first moment: the accusation officers of the body that has it
 * and of the petition office that answers to the petitioner, never those of the accused unit,
 * nor whoever holds another post there (P-6).
 */
export function accusationReaders(
  organisation: OrganisationSnapshot,
  accusedUnits: readonly string[],
  place: { readonly office: string; readonly holder: string },
): string[] {
  const officersOf = (units: readonly string[]): string[] => [
    ...new Set(
      units
        .filter((unit) => !isAccusedUnit(organisation, accusedUnits, unit))
        .flatMap((unit) => organisation.accusationOfficersOf(unit))
        .filter((userId) => !accusedUnits.some((unit) => organisation.holdsPost(userId, unit))),
    ),
  ];
  const near = officersOf([place.holder, place.office]);
  // Nobody near who may see it: the petition offices above, so that it does not lie unseen.
  return near.length > 0 ? near : officersOf(officesAbove(organisation, place.office));
}

/** The petition offices above one, nearest first. */
const officesAbove = (organisation: OrganisationSnapshot, office: string): string[] =>
  superiorsOf(organisation, office)
    .map((unit) => organisation.petitionOfficeOf(unit.regionCode))
    .filter((unit) => unit !== undefined);

/**
 * The petition office for an accusation: an accused one gives way to the next above it. Where all
 * are accused the nearest stays, for what comes in is registered (Reg. 22).
 */
export function officeNotAccused(
  organisation: OrganisationSnapshot,
  accusedUnits: readonly string[],
  office: string,
): string {
  const offices = [office, ...officesAbove(organisation, office)];
  return offices.find((unit) => !isAccusedUnit(organisation, accusedUnits, unit)) ?? office;
}
