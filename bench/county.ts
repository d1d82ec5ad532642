import type { StaffActor } from '../src/kernel/actor.ts';
import type { Role } from '../src/kernel/permissions.ts';
import type { Refusal } from '../src/kernel/refusals.ts';
import type { Result } from '../src/kernel/result.ts';
import {
  addUnit,
  addUser,
  builtInCategories,
  importCategories,
  importRegions,
  type IdentityContext,
  type Organisation,
} from '../src/capabilities/identity-organisation/index.ts';

/** The county of the bench: offices of city and county, bureaus, and who works there. */
export const county = '430121';
export const office = 'bench-office';
export const bureaus: readonly string[] = Array.from({ length: 20 }, (_, n) => `bench-bureau-${n}`);
export const password = 'nine lanterns over the quiet ferry';

const system = { kind: 'system', name: 'bench' } as const;

/** Fails with the refusal's code; bench data is never refused. */
export function must<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

const people: readonly (readonly [userName: string, unitId: string, role: Role])[] = [
  ['bench.clerk', office, 'clerk'],
  ['bench.officer', office, 'case-officer'],
  ['bench.head', office, 'office-head'],
  ['bench.accusations', office, 'accusation-officer'],
  ...bureaus.flatMap((unit, n): [string, string, Role][] => [
    [`bench.handler${n}`, unit, 'handler'],
    [`bench.unithead${n}`, unit, 'unit-head'],
  ]),
];

/** Makes regions, units and accounts by the real commands. */
export async function makeCounty(identity: IdentityContext): Promise<void> {
  must(
    await importRegions(identity, system, [
      { code: '43', name: '某省', level: 'province', parentCode: null },
      { code: '4301', name: '某市', level: 'city', parentCode: '43' },
      { code: county, name: '甲县', level: 'county', parentCode: '4301' },
    ]),
  );
  must(await importCategories(identity, system, builtInCategories));
  const add = async (id: string, name: string, kind: 'petition-office' | 'bureau', city = false) =>
    must(
      await addUnit(identity, system, {
        id,
        name,
        kind,
        level: city ? 'city' : 'county',
        regionCode: city ? '4301' : county,
        parentId: city ? null : 'bench-city-office',
      }),
    );
  await add('bench-city-office', '某市信访局', 'petition-office', true);
  await add(office, '甲县信访局', 'petition-office');
  for (const [n, id] of bureaus.entries()) await add(id, `甲县第${n + 1}局`, 'bureau');
  for (const [userName, unitId, role] of people) {
    const posts = [{ unitId, role }];
    must(await addUser(identity, system, { userName, displayName: userName, password, posts }));
  }
}

/** Somebody of the county as the rules know people. */
export function actorNamed(organisation: Organisation, userName: string): StaffActor {
  const user = organisation.users.find((each) => each.userName === userName);
  const post = user?.posts[0];
  if (user === undefined || post === undefined) throw new Error(`nobody is called ${userName}`);
  return {
    kind: 'staff',
    userId: user.userId,
    unitId: post.unitId,
    roles: [post.role],
    readingUnits: [post.unitId],
  };
}
