import { deriveId } from '../../../../platform/vault/index.ts';
import type { OrganisationSnapshot } from '../../../petitions/index.ts';
import type { MustCheckDeps } from './deps.ts';

/**
 * Who supervises a unit: the petition office that answers for the matter; where that office is itself
 * late, the one above it, if there is any.
 */
export const supervisorOf = (
  units: Pick<OrganisationSnapshot, 'petitionOfficeAbove'>,
  office: string,
  unit: string,
): string => (office === unit ? (units.petitionOfficeAbove(office) ?? office) : office);

/** The item of a finding of an inspection, known before it is opened: there is never another one. */
export const findingItemIdOf = (deps: Pick<MustCheckDeps, 'keys'>, findingId: string): string =>
  deriveId(deps.keys, 'system:must-checks', 'finding', findingId);
