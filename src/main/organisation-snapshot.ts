import type { Organisation } from '../capabilities/identity-organisation/index.ts';
import type { OrganisationSnapshot } from '../capabilities/petitions/index.ts';
import type { UnitKind } from '../kernel/units.ts';

const known = new WeakMap<Organisation, OrganisationSnapshot>();

/**
 * The organisation as petitions see it. One object per version of the organisation.
 * @param organisation the snapshot of identity-organisation
 */
export function snapshotOf(organisation: Organisation): OrganisationSnapshot {
  const before = known.get(organisation);
  if (before !== undefined) return before;
  const snapshot: OrganisationSnapshot = {
    find: (id) => organisation.find(id),
    knowsRegion: (code) => organisation.findRegion(code) !== undefined,
    knowsCategory: ({ first, second, third }) => isPath(organisation, [first, second, third]),
    petitionOfficeOf: (code) => organisation.petitionOfficeOf(code)?.id,
    profiles: organisation.profiles,
    unitOfKind: (kind, code) => unitOfKind(organisation, kind, code),
    countyOfficesWithin: (regionCode) => organisation.countyOfficesWithin(regionCode),
    petitionOfficeAbove: (officeId) => officeAbove(organisation, officeId),
    accusationOfficersOf: (unitId) => namedFor(organisation, unitId),
    holdsPost: (userId, unitId) =>
      organisation.findUser(userId)?.posts.some((post) => post.unitId === unitId) ?? false,
    postsOf: (userId) => organisation.findUser(userId)?.posts ?? [],
    rolesAt: (userId, unitId) =>
      (organisation.findUser(userId)?.posts ?? [])
        .filter((post) => post.unitId === unitId)
        .map(({ role }) => role),
    userName: (userId) => organisation.findUser(userId)?.displayName ?? '',
    categoryName: (code) => organisation.findCategory(code)?.name ?? code,
    regionName: (code) => organisation.findRegion(code)?.name ?? '',
    contactOf: (unitId) => {
      const unit = organisation.find(unitId);
      return { phone: unit?.phone ?? '', address: unit?.address ?? '' };
    },
    paperWordOf: (unitId) => paperWordOf(organisation, unitId),
  };
  known.set(organisation, snapshot);
  return snapshot;
}

/** The nearest, from the region itself outwards. */
function unitOfKind(organisation: Organisation, kind: UnitKind, code: string): string | undefined {
  const nearest = organisation
    .regionsAround(code)
    .flatMap((region) =>
      organisation.units.filter(
        (unit) => unit.active && unit.kind === kind && unit.regionCode === region.code,
      ),
    );
  return nearest[0]?.id;
}

function officeAbove(organisation: Organisation, officeId: string): string | undefined {
  const place = organisation.find(officeId)?.regionCode;
  const [, above] = place === undefined ? [] : organisation.regionsAround(place);
  return above === undefined ? undefined : organisation.petitionOfficeOf(above.code)?.id;
}

/** L-5: the accusation officers; where an office has none yet, its heads, never everybody. */
function namedFor(organisation: Organisation, unitId: string): string[] {
  const officers = organisation.accusationOfficersOf(unitId);
  const heads = ['office-head', 'unit-head'] as const;
  const named =
    officers.length > 0 ? officers : heads.flatMap((role) => organisation.officersOf(unitId, role));
  return [...new Set(named.map((user) => user.userId))];
}

/** Whether the codes name categories that stand below each other. */
function isPath(organisation: Organisation, codes: readonly (string | null)[]): boolean {
  let parent: string | null = null;
  for (const code of codes) {
    if (code === null) return true;
    const category = organisation.findCategory(code);
    if (category === undefined || category.parentCode !== parent) return false;
    parent = category.code;
  }
  return true;
}

/** 临江县住房和城乡建设局 → 临住房: the place's first character and the next two of the name. */
function paperWordOf(organisation: Organisation, unitId: string): string {
  const unit = organisation.find(unitId);
  if (unit === undefined) return '';
  const place = organisation.findRegion(unit.regionCode)?.name ?? '';
  const own = unit.name.startsWith(place) ? unit.name.slice(place.length) : unit.name;
  return `${place.slice(0, 1)}${own.slice(0, 2)}`;
}
