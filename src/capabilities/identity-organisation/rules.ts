import type { Actor } from '../../kernel/actor.ts';
import { isGranted } from '../../kernel/permissions.ts';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { levels } from '../../kernel/units.ts';
import type { Category, CategoryTree, Post, Region, Unit } from './contract.ts';
import type { Organisation } from './organisation.ts';

type Checked = Result<undefined, Refusal>;
const fine: Checked = ok(undefined);

/**
 * Whether an actor may change what lies in a region: administrators, in the region of their own
 * unit and below. The system (import, demo) may everywhere.
 * @returns refusal `not-permitted` without the post, `not-found` outside the jurisdiction
 */
export const mayAdminister = (
  organisation: Organisation,
  actor: Actor,
  regionCode: string | undefined,
): Checked => {
  if (actor.kind === 'system') return fine;
  const roles = actor.kind === 'staff' ? actor.roles : [];
  if (!isGranted(roles, 'organisation.administer', new Set(['unit']))) {
    return refuse('not-permitted', { verb: 'organisation.administer' });
  }
  const own = actor.kind === 'staff' ? organisation.find(actor.unitId)?.regionCode : undefined;
  const inside =
    own !== undefined && regionCode !== undefined && organisation.isWithin(regionCode, own);
  return inside ? fine : refuse('not-found');
};

/** A region stands below one of a higher level; a place without one above may be of any level. */
export const checkRegion = (organisation: Organisation, region: Region): Checked => {
  if (organisation.findRegion(region.code) !== undefined) {
    return refuse('region-in-use', {}, 'code');
  }
  if (region.parentCode === null) return fine;
  const parent = organisation.findRegion(region.parentCode);
  if (parent === undefined) {
    return refuse('region-unknown', { code: region.parentCode }, 'parentCode');
  }
  const below = levels.indexOf(region.level) > levels.indexOf(parent.level);
  return below
    ? fine
    : refuse(
        'input-invalid',
        { field: 'level', detail: `${parent.level} → ${region.level}` },
        'level',
      );
};

/** Region and parent exist, and nobody stands above itself. */
export const checkUnit = (organisation: Organisation, unit: Unit): Checked => {
  if (organisation.findRegion(unit.regionCode) === undefined) {
    return refuse('region-unknown', { code: unit.regionCode }, 'regionCode');
  }
  if (unit.parentId === null) return fine;
  const parent = organisation.find(unit.parentId);
  if (parent === undefined || organisation.wouldCircle(unit.id, unit.parentId)) {
    return refuse('unit-unknown', {}, 'parentId');
  }
  return parent.active ? fine : refuseInactive(organisation, parent, 'parentId');
};

const refuseInactive = (organisation: Organisation, unit: Unit, field: string): Checked =>
  refuse(
    'unit-inactive',
    { unit: unit.name, successor: organisation.successorOf(unit.id)?.name ?? '—' },
    field,
  );

/** A unit's work goes to another active unit (Reg. art. 24). */
export const checkSuccessor = (
  organisation: Organisation,
  unit: Unit,
  successorId: string,
): Checked => {
  if (!unit.active) return refuseInactive(organisation, unit, 'unitId');
  const successor = organisation.find(successorId);
  const valid = successor !== undefined && successor.active && successor.id !== unit.id;
  return valid ? fine : refuse('successor-invalid', {}, 'successorId');
};

/** Posts are given in active units only. */
export const checkPost = (organisation: Organisation, post: Post): Checked => {
  const unit = organisation.find(post.unitId);
  if (unit === undefined) return refuse('unit-unknown', {}, 'unitId');
  return unit.active ? fine : refuseInactive(organisation, unit, 'unitId');
};

type NewCategory = Omit<Category, 'active'>;

/** Where a name stands; names repeat under different parents. */
const placeOf = (parent: string | null, name: string): string => JSON.stringify([parent, name]);

/**
 * The categories of a tree that are not there yet. Codes are counted on under each parent
 * (`03.02.11`), so a tree imported again, or a longer one, changes no code.
 */
export const newCategoriesOf = (
  existing: readonly Category[],
  tree: CategoryTree,
): readonly NewCategory[] => {
  const byPlace = new Map<string, string>();
  const counts = new Map<string, number>();
  const count = (parent: string | null): number => {
    const next = (counts.get(parent ?? '') ?? 0) + 1;
    counts.set(parent ?? '', next);
    return next;
  };
  for (const category of existing) {
    byPlace.set(placeOf(category.parentCode, category.name), category.code);
    count(category.parentCode);
  }
  const added: NewCategory[] = [];
  const ensure = (level: number, parentCode: string | null, name: string): string => {
    const known = byPlace.get(placeOf(parentCode, name));
    if (known !== undefined) return known;
    const number = String(count(parentCode)).padStart(2, '0');
    const code = parentCode === null ? number : `${parentCode}.${number}`;
    byPlace.set(placeOf(parentCode, name), code);
    added.push({ code, level, name, parentCode });
    return code;
  };
  for (const [first, seconds] of Object.entries(tree)) {
    const firstCode = ensure(1, null, first);
    for (const [second, thirds] of Object.entries(seconds)) {
      const secondCode = ensure(2, firstCode, second);
      for (const third of thirds) ensure(3, secondCode, third);
    }
  }
  return added;
};
