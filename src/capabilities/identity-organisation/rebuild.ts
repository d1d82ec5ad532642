import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../platform/database/index.ts';
import { loadEvents } from '../../platform/record/index.ts';
import { organisationStream, streamIdOf } from './change.ts';
import type { User } from './contract.ts';
import { loadOrganisation } from './directory.ts';
import { foldPlaces, foldProfiles, foldUnit, foldUser } from './evolve.ts';

const sorted = (user: User | undefined): User | undefined =>
  user && {
    ...user,
    posts: user.posts.toSorted((one, other) =>
      `${one.unitId} ${one.role}` < `${other.unitId} ${other.role}` ? -1 : 1,
    ),
  };

const byCode = <T extends { readonly code: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.code, item]));

/** Codes under which two lists of things do not agree. */
const differing = <T extends { readonly code: string }>(
  told: readonly T[],
  kept: readonly T[],
): string[] => {
  const [one, other] = [byCode(told), byCode(kept)];
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (code) => !isDeepStrictEqual(one.get(code), other.get(code)),
  );
};

/**
 * Folds the record of the organisation again and compares it with the tables (L-1).
 * @param tx a read transaction of the system
 * @returns what differs, as `unit office-430121`; empty when all agrees
 */
export const compareOrganisation = async (tx: Tx): Promise<readonly string[]> => {
  const organisation = await loadOrganisation(tx);
  const own = await loadEvents(tx, organisationStream);
  const places = foldPlaces(own);
  const differences = [
    ...differing(places.regions, organisation.regions).map((code) => `region ${code}`),
    ...differing(places.categories, organisation.categories).map((code) => `category ${code}`),
  ];
  const coded = (profiles: typeof organisation.profiles) =>
    profiles.map((profile) => ({ ...profile, code: profile.id }));
  const unlike = differing(coded(foldProfiles(own)), coded(organisation.profiles));
  differences.push(...unlike.map((id) => `local profile ${id}`));
  for (const unit of organisation.units) {
    const told = foldUnit(await loadEvents(tx, streamIdOf('unit', unit.id)));
    if (!isDeepStrictEqual(told, unit)) differences.push(`unit ${unit.id}`);
  }
  for (const user of organisation.users) {
    const told = foldUser(user.userId, await loadEvents(tx, user.userId));
    if (!isDeepStrictEqual(sorted(told), sorted(user))) differences.push(`user ${user.userName}`);
  }
  return differences;
};
