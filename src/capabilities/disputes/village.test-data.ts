import type { Role } from '../../kernel/permissions.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { UnitFact } from '../../kernel/units.ts';
import type { OrganisationSnapshot, PetitionDeps } from '../petitions/index.ts';
import { openCounty, type County } from '../petitions/queries/county.test-data.ts';
import { newDisputeSchema, type NewDisputeInput } from './contract.ts';

const countyCode = '690121';
export const villageCode = `${countyCode}100201`;

const unit = (
  id: string,
  kind: UnitFact['kind'],
  level: UnitFact['level'],
  regionCode: string,
  parentId: string | null,
): UnitFact => ({
  id,
  name: `${id} by name`,
  kind,
  level,
  regionCode,
  parentId,
  active: true,
  successorId: null,
});

const facts = new Map(
  [
    unit('city-government', 'leadership', 'city', countyCode.slice(0, 4), null),
    unit('other-city', 'leadership', 'city', '6902', null),
    unit('county-government', 'leadership', 'county', countyCode, null),
    unit('office', 'petition-office', 'county', countyCode, 'county-government'),
    unit('political-legal', 'political-legal-body', 'county', countyCode, 'county-government'),
    unit('housing', 'bureau', 'county', countyCode, 'county-government'),
    unit('housing-station', 'bureau', 'county', countyCode, 'housing'),
    unit('town', 'township', 'township', `${countyCode}100`, 'county-government'),
    unit('town2', 'township', 'township', `${countyCode}101`, 'county-government'),
    unit('village', 'village', 'village', villageCode, 'town'),
    unit('village2', 'village', 'village', `${countyCode}100202`, 'town'),
  ].map((each) => [each.id, each]),
);

/** Everybody of the test's line: village, township and the county's petition office. */
export const unitsOfTest = { find: (id: string) => facts.get(id) };

export const worker = (unitId: string, ...roles: readonly Role[]): StaffActor => ({
  kind: 'staff',
  userId: `${unitId}-${roles[0] ?? 'handler'}`,
  unitId,
  roles: roles.length === 0 ? ['handler'] : roles,
  readingUnits: [unitId],
});

export const grid = worker('village', 'grid-member');
export const town = worker('town');
export const officer = worker('office', 'case-officer');

/** A county with a village, its township and its office. */
export async function openVillage(): Promise<County> {
  const county = await openCounty();
  const before = await county.deps.db.withActor(
    { actor: '', units: [], roles: [] },
    'read',
    county.deps.organisation,
  );
  const organisation: OrganisationSnapshot = {
    ...before,
    ...unitsOfTest,
    petitionOfficeOf: () => 'office',
    countyOfficesWithin: (code) => (countyCode.startsWith(code) ? ['office'] : []),
    categoryName: (code) => code,
  };
  const deps: PetitionDeps = {
    ...county.deps,
    organisation: () => Promise.resolve(organisation),
  };
  return { ...county, deps };
}

export const typed = (more: Partial<NewDisputeInput> = {}): NewDisputeInput =>
  newDisputeSchema.parse({
    regionCode: villageCode,
    place: '三号楼二单元',
    kind: 'property',
    about: '楼上卫生间漏水，楼下天花板发霉，两家为修理费用争执不下。',
    tried: '网格员上门看过，请物业找过漏点。',
    parties: [
      { name: '甲一户', contact: '13900000001' },
      { name: '乙二户', contact: '' },
    ],
    ...more,
  });
