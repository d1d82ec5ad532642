import type { SystemActor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { levels } from '../../../kernel/units.ts';
import { builtInCategories } from '../built-in-categories.ts';
import type { IdentityContext } from '../context.ts';
import { changeOrganisation } from '../change.ts';
import type { Region, SetUp, Unit } from '../contract.ts';
import { loadOrganisation } from '../directory.ts';
import { scopeOf, signInScope } from '../scope.ts';
import { hasPeople } from '../store/people.ts';
import { findSetting } from '../store/settings.ts';
import { importCategories, importRegions } from './places.ts';
import { addUnit } from './units.ts';
import { insertUser, prepareUser } from './users.ts';

const setUpActor: SystemActor = { kind: 'system', name: 'set-up' };

/** Whether anybody has an account yet, and whether this is a demonstration. */
export const getInstallation = (
  context: IdentityContext,
): Promise<{ readonly setUp: boolean; readonly demo: boolean }> =>
  context.database.withActor(signInScope, 'read', async (tx) => ({
    setUp: await hasPeople(tx),
    demo: (await findSetting(tx, 'demo')) === true,
  }));

/**
 * The first start: places from the top down, the own petition office and its administrator, and
 * categories to begin with.
 * @returns refusal `already-set-up` once anybody has an account; `password-weak`
 */
export const setUp = async (
  context: IdentityContext,
  input: SetUp,
): Promise<Result<{ unitId: string; userId: string }, Refusal>> => {
  const { setUp: done } = await getInstallation(context);
  if (done) return refuse('already-set-up');
  const prepared = await prepareUser(input.administrator);
  if (!prepared.ok) return prepared;
  const regions: Region[] = input.regions.map(({ code, name, level }, at) => ({
    code,
    name,
    level,
    parentCode: input.regions[at - 1]?.code ?? null,
  }));
  const descending = regions.every(
    ({ level }, at) => at === 0 || levels.indexOf(level) > levels.indexOf(regions[at - 1]!.level),
  );
  if (!descending) return refuse('input-invalid', { field: 'regions', detail: '↓' }, 'regions');
  const placed = await importRegions(context, setUpActor, regions);
  if (!placed.ok) return placed;
  const [failed] = placed.value.errors;
  if (failed !== undefined) return { ok: false, refusal: failed.refusal };
  const categorised = await importCategories(context, setUpActor, builtInCategories);
  if (!categorised.ok) return categorised;
  const office = await ensureOffices(context, input);
  if (!office.ok) return office;
  return changeOrganisation(context, scopeOf(setUpActor), async (tx, organisation) => {
    // Two browsers at the first page: the second finds the door closed.
    if (await hasPeople(tx)) return refuse('already-set-up');
    const unitId = office.value.id;
    const posts = [{ unitId, role: 'administrator' as const }];
    const user = await insertUser(tx, setUpActor, organisation, {
      ...prepared.value,
      newUser: { ...input.administrator, posts },
      expired: false,
    });
    return user.ok ? ok({ unitId, userId: user.value.userId }) : user;
  });
};

/** The offices of the regions from the top down; a second try finds those of the first. */
const ensureOffices = async (
  context: IdentityContext,
  input: SetUp,
): Promise<Result<Unit, Refusal>> => {
  let parent: Unit | undefined;
  for (const [at, region] of input.regions.entries()) {
    const isOwn = at === input.regions.length - 1;
    const name = isOwn ? input.office : region.officeName;
    if (name === undefined) continue;
    const organisation = await context.database.withActor(signInScope, 'read', loadOrganisation);
    const known = organisation.units.find(
      (unit) => unit.regionCode === region.code && unit.kind === 'petition-office',
    );
    const added =
      known === undefined
        ? await addUnit(context, setUpActor, {
            id: `office-${region.code}`,
            name,
            kind: 'petition-office',
            level: region.level,
            regionCode: region.code,
            parentId: parent?.id ?? null,
          })
        : ok(known);
    if (!added.ok) return added;
    parent = added.value;
  }
  return parent === undefined ? refuse('unit-unknown') : ok(parent);
};
