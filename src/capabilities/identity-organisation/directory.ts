import type { Role } from '../../kernel/permissions.ts';
import type { UnitDirectory } from '../../kernel/units.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Unit, User } from './contract.ts';
import { Organisation, type CategoryNode, type RegionNode } from './organisation.ts';
import { loadCategories, loadRegions, loadUnitRows, loadUsers } from './store/organisation.ts';
import { loadProfiles } from './store/profiles.ts';
import { getVersion } from './store/settings.ts';

/** Snapshots by version; a version names one content among all databases. */
const snapshots = new Map<string, Organisation>();
const kept = 8;

/** Reads the whole organisation; inside a change, where the version is not committed yet. */
export const readOrganisation = async (tx: Tx, version: string): Promise<Organisation> =>
  new Organisation({
    version,
    regions: await loadRegions(tx),
    units: await loadUnitRows(tx),
    categories: await loadCategories(tx),
    users: await loadUsers(tx),
    profiles: await loadProfiles(tx),
  });

/**
 * The organisation as this transaction sees it: one small statement while nothing has changed.
 * @param tx any transaction
 */
export const loadOrganisation = async (tx: Tx): Promise<Organisation> => {
  const version = await getVersion(tx);
  const known = snapshots.get(version);
  if (known !== undefined) return known;
  const organisation = await readOrganisation(tx, version);
  // A change committed while we read must not stand under the old version.
  if ((await getVersion(tx)) !== version) return loadOrganisation(tx);
  const oldest = snapshots.keys().next().value;
  if (snapshots.size >= kept && oldest !== undefined) snapshots.delete(oldest);
  snapshots.set(version, organisation);
  return organisation;
};

/** All units, for rules that take a snapshot. */
export const loadUnits = (tx: Tx): Promise<UnitDirectory> => loadOrganisation(tx);

/** All units, active and not, by region and name. */
export const listUnits = async (tx: Tx): Promise<readonly Unit[]> =>
  (await loadOrganisation(tx)).units;

/** Places as a tree. */
export const regionTree = async (tx: Tx): Promise<readonly RegionNode[]> =>
  (await loadOrganisation(tx)).regionTree();

/** Categories in use as a tree. */
export const categoryTree = async (tx: Tx): Promise<readonly CategoryNode[]> =>
  (await loadOrganisation(tx)).categoryTree();

/** People with an account that hold a post in a unit now. */
export const officersOf = async (tx: Tx, unitId: string, role: Role): Promise<readonly User[]> =>
  (await loadOrganisation(tx)).officersOf(unitId, role);

/** The petition office of a region, or of the nearest region around it that has one. */
export const petitionOfficeOf = async (tx: Tx, regionCode: string): Promise<Unit | undefined> =>
  (await loadOrganisation(tx)).petitionOfficeOf(regionCode);

/** Those of a unit who may be named for accusations (L-5). */
export const accusationOfficersOf = async (tx: Tx, unitId: string): Promise<readonly User[]> =>
  (await loadOrganisation(tx)).accusationOfficersOf(unitId);
