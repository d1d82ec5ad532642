import { assert, constantFrom, property, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import { permissions, roles, type Role } from '../../kernel/permissions.ts';
import type { Unit } from './contract.ts';
import { builtInCategories } from './built-in-categories.ts';
import { Organisation } from './organisation.ts';
import {
  checkPost,
  checkRegion,
  checkSuccessor,
  checkUnit,
  mayAdminister,
  newCategoriesOf,
} from './rules.ts';

const unit = (
  id: string,
  regionCode: string,
  parentId: string | null,
  more: Partial<Unit> = {},
): Unit => ({
  id,
  name: id,
  kind: 'bureau',
  level: 'county',
  regionCode,
  parentId,
  system: null,
  active: true,
  successorId: null,
  phone: null,
  address: null,
  postCode: null,
  email: null,
  receptionHours: null,
  receptionPlace: null,
  ...more,
});

const organisation = new Organisation({
  version: 'test',
  regions: [
    { code: '43', name: '省', level: 'province', parentCode: null },
    { code: '4301', name: '市', level: 'city', parentCode: '43' },
    { code: '430121', name: '甲县', level: 'county', parentCode: '4301' },
    { code: '430122', name: '乙县', level: 'county', parentCode: '4301' },
    { code: '430121001', name: '镇', level: 'township', parentCode: '430121' },
  ],
  units: [
    unit('city', '4301', null),
    unit('county', '430121', 'city'),
    unit('town', '430121001', 'county'),
    unit('other', '430122', 'city'),
    unit('old', '430121', 'county', { active: false, successorId: 'older' }),
    unit('older', '430121', 'county', { active: false, successorId: 'county' }),
    unit('loop', '430121', null, { active: false, successorId: 'loop-2' }),
    unit('loop-2', '430121', null, { active: false, successorId: 'loop' }),
  ],
  categories: [],
  users: [],
});

const staff = (unitId: string, held: readonly Role[]): StaffActor => ({
  kind: 'staff',
  userId: 'u',
  unitId,
  roles: held,
  readingUnits: [],
});
const codeOf = (result: { ok: boolean; refusal?: { code: string } }): string | undefined =>
  result.refusal?.code;

const addRegionAt = (level: 'county' | 'township', parentCode: string) =>
  checkRegion(organisation, { code: '430121009', name: 'x', level, parentCode });

describe('O-3 jurisdiction of an administrator', () => {
  it('O-3 is the region of the own unit and what lies in it, for no other post', () => {
    const places = organisation.regions.map((region) => region.code);
    const inside: Record<string, string[]> = {
      city: ['4301', '430121', '430122', '430121001'],
      county: ['430121', '430121001'],
      town: ['430121001'],
      other: ['430122'],
    };
    assert(
      property(
        constantFrom(...Object.keys(inside)),
        subarray([...roles]),
        constantFrom(...places, '99'),
        (unitId, held, place) => {
          const result = mayAdminister(organisation, staff(unitId, held), place);
          const granted = held.some(
            (role) => permissions[role]['organisation.administer'] !== undefined,
          );
          const expected = granted
            ? inside[unitId]?.includes(place) === true
              ? undefined
              : 'not-found'
            : 'not-permitted';
          expect(codeOf(result)).toBe(expected);
        },
      ),
    );
  });
});

describe('O-1 rules of units and regions', () => {
  it('O-1 nobody stands above itself', () => {
    expect(codeOf(checkUnit(organisation, unit('city', '4301', 'town')))).toBe('unit-unknown');
    expect(codeOf(checkUnit(organisation, unit('city', '4301', 'city')))).toBe('unit-unknown');
    expect(checkUnit(organisation, unit('town', '430121001', 'city')).ok).toBe(true);
    expect(codeOf(checkUnit(organisation, unit('new', '430121', 'old')))).toBe('unit-inactive');
    expect(codeOf(checkUnit(organisation, unit('new', '99', null)))).toBe('region-unknown');
  });

  it('O-1 a successor is another active unit, and chains of successors end at it', () => {
    const county = organisation.find('county')!;
    expect(codeOf(checkSuccessor(organisation, county, 'county'))).toBe('successor-invalid');
    expect(codeOf(checkSuccessor(organisation, county, 'old'))).toBe('successor-invalid');
    expect(codeOf(checkSuccessor(organisation, county, 'nobody'))).toBe('successor-invalid');
    expect(checkSuccessor(organisation, county, 'town').ok).toBe(true);
    expect(organisation.successorOf('old')?.id).toBe('county');
    expect(organisation.successorOf('loop')?.active).toBe(false);
  });

  it('O-1 a post in a unit that ended names the successor', () => {
    const result = checkPost(organisation, { unitId: 'old', role: 'clerk' });
    expect(result.ok ? undefined : result.refusal).toMatchObject({
      code: 'unit-inactive',
      params: { unit: 'old', successor: 'county' },
    });
  });

  it('O-1 a region lies in one of a higher level', () => {
    expect(addRegionAt('township', '430121').ok).toBe(true);
    expect(codeOf(addRegionAt('county', '430121'))).toBe('input-invalid');
    expect(codeOf(addRegionAt('county', '77'))).toBe('region-unknown');
  });

  it('O-1 a tree loaded twice adds nothing, and codes are unique', () => {
    const first = newCategoriesOf([], builtInCategories);
    const codes = first.map((category) => category.code);
    expect(new Set(codes).size).toBe(codes.length);
    const loaded = first.map((category) => ({ ...category, active: true }));
    expect(newCategoriesOf(loaded, builtInCategories)).toEqual([]);
    const [added] = newCategoriesOf(loaded, { 生态环境: { 污染: ['光污染'] } });
    const parent = first.find((category) => category.name === '污染');
    expect(added).toMatchObject({ code: `${parent?.code}.05`, parentCode: parent?.code });
  });
});
