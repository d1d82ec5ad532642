import type { OrganisationSnapshot } from '../../../petitions/index.ts';

/**
 * Who supervises a unit: the petition office that answers for the matter; where that office is itself
 * late, the one above it, if there is any.
 */
export const supervisorOf = (
  units: Pick<OrganisationSnapshot, 'petitionOfficeAbove'>,
  office: string,
  unit: string,
): string => (office === unit ? (units.petitionOfficeAbove(office) ?? office) : office);
