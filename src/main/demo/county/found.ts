import {
  addUnit,
  addUser,
  changeSetting,
  createProfile,
  exampleProfiles,
  importCategories,
  importRegions,
  loadOrganisation,
  scopeOf,
  type IdentityContext,
  type NewProfile,
  type Organisation,
} from '../../../capabilities/identity-organisation/index.ts';
import { builtInCategories } from '../../../capabilities/identity-organisation/index.ts';
import type { SystemActor } from '../../../kernel/actor.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { demoPassword, people } from './people.ts';
import { regions } from './regions.ts';
import { units } from './units.ts';

export const demoActor: SystemActor = { kind: 'system', name: 'demo' };

const read = (identity: IdentityContext): Promise<Organisation> =>
  identity.database.withActor(scopeOf(demoActor), 'read', loadOrganisation);

/** The example of the hotline, and a bureau's own working method; long in force. */
const profiles: readonly NewProfile[] = [
  ...exampleProfiles.map((example) => ({ ...example, from: '2024-01-01' })),
  {
    name: '住建局“马上就办”工作法',
    source: '临住建发〔2025〕18号（演示）',
    certainty: 'practice',
    from: '2025-01-01',
    units: ['housing'],
    channels: [],
    categories: [],
    limits: [
      { period: 'acceptance', amount: 7, unit: 'calendar-days', purposes: [] },
      { period: 'handling', amount: 45, unit: 'calendar-days', purposes: [] },
    ],
  },
];

const isThere = (organisation: Organisation, name: string): boolean =>
  organisation.profiles.some((profile) => profile.name === name);

/**
 * Makes places, categories, units, local profiles and people by their commands; what is there already stays.
 * @returns the organisation as it then is
 */
export async function foundCounty(
  identity: IdentityContext,
): Promise<Result<Organisation, Refusal>> {
  const before = await read(identity);
  const setting = await changeSetting(identity, demoActor, 'demo', true);
  if (!setting.ok) return setting;
  const placed = await importRegions(identity, demoActor, regions);
  if (!placed.ok) return placed;
  const sorted = await importCategories(identity, demoActor, builtInCategories);
  if (!sorted.ok) return sorted;
  for (const unit of units) {
    if (unit.id !== undefined && before.find(unit.id) !== undefined) continue;
    const added = await addUnit(identity, demoActor, unit);
    if (!added.ok) return added;
  }
  for (const profile of profiles.filter(({ name }) => !isThere(before, name))) {
    const created = await createProfile(identity, demoActor, profile);
    if (!created.ok) return created;
  }
  const known = new Set(before.users.map((user) => user.userName));
  const missing = people.filter((person) => !known.has(person.userName));
  // Hashing a password keeps one core busy: two at a time.
  for (let at = 0; at < missing.length; at += 2) {
    const added = await Promise.all(
      missing.slice(at, at + 2).map(({ userName, displayName, unitId, roles }) =>
        addUser(identity, demoActor, {
          userName,
          displayName,
          password: demoPassword,
          posts: roles.map((role) => ({ unitId, role })),
        }),
      ),
    );
    for (const each of added) if (!each.ok) return each;
  }
  return ok(await read(identity));
}
