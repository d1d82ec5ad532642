import type { Actor } from '../../../kernel/actor.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { levels } from '../../../kernel/units.ts';
import { parseInput, type WordedRefusal } from '../../../platform/http/index.ts';
import { changeOrganisation, organisationStream, record } from '../change.ts';
import type { IdentityContext } from '../context.ts';
import { regionSchema, type CategoryTree, type Region } from '../contract.ts';
import { event } from '../events.ts';
import { Organisation } from '../organisation.ts';
import { checkRegion, mayAdminister, newCategoriesOf } from '../rules.ts';
import { scopeOf, signInScope } from '../scope.ts';
import { insertCategories, insertRegions } from '../store/organisation.ts';
import { findSetting, putSetting } from '../store/settings.ts';

const stream = { kind: 'organisation', id: organisationStream } as const;

/** Adds one region. */
export const addRegion = (
  context: IdentityContext,
  actor: Actor,
  region: Region,
): Promise<Result<Region, Refusal>> =>
  changeOrganisation(context, scopeOf(actor), async (tx, organisation) => {
    const allowed = mayAdminister(organisation, actor, region.parentCode ?? undefined);
    if (!allowed.ok) return allowed;
    const checked = checkRegion(organisation, region);
    if (!checked.ok) return checked;
    await insertRegions(tx, [region]);
    await record(tx, actor, stream, [event('RegionAdded', region)]);
    return ok(region);
  });

export interface RowError {
  /** Counted from 1. */
  readonly row: number;
  readonly refusal: WordedRefusal;
}

export interface ImportOutcome {
  readonly added: number;
  /** Rows that were there already, word for word: a file may be sent twice. */
  readonly unchanged: number;
  readonly errors: readonly RowError[];
}

/**
 * Imports regions row by row: good rows go in, bad ones are reported. Rows may stand in any order.
 * @param rows each `{code, name, level, parentCode}`
 */
export const importRegions = (
  context: IdentityContext,
  actor: Actor,
  rows: readonly unknown[],
): Promise<Result<ImportOutcome, Refusal>> =>
  changeOrganisation(context, scopeOf(actor), async (tx, organisation) => {
    const errors: RowError[] = [];
    const parsed: { row: number; region: Region }[] = [];
    for (const [at, value] of rows.entries()) {
      const checked = parseInput(regionSchema, value, 'row');
      if (checked.ok) parsed.push({ row: at + 1, region: checked.value });
      else errors.push({ row: at + 1, refusal: checked.refusal });
    }
    const byLevel = parsed.toSorted(
      (one, other) =>
        levels.indexOf(one.region.level) - levels.indexOf(other.region.level) ||
        one.row - other.row,
    );
    const growing = new GrowingRegions(organisation);
    let unchanged = 0;
    for (const { row, region } of byLevel) {
      const known = growing.findRegion(region.code);
      if (known !== undefined && isSame(known, region)) {
        unchanged += 1;
        continue;
      }
      const allowed = mayAdminister(growing, actor, region.parentCode ?? undefined);
      const checked = allowed.ok ? checkRegion(growing, region) : allowed;
      if (checked.ok) growing.add(region);
      else errors.push({ row, refusal: checked.refusal });
    }
    await insertRegions(tx, growing.added);
    await record(
      tx,
      actor,
      stream,
      growing.added.map((region) => event('RegionAdded', region)),
    );
    errors.sort((one, other) => one.row - other.row);
    return ok({ added: growing.added.length, unchanged, errors });
  });

const isSame = (one: Region, other: Region): boolean =>
  one.name === other.name && one.level === other.level && one.parentCode === other.parentCode;

/** The organisation with the rows taken so far; only its places are asked. */
class GrowingRegions extends Organisation {
  readonly added: Region[] = [];
  readonly #new = new Map<string, Region>();

  add(region: Region): void {
    this.added.push(region);
    this.#new.set(region.code, region);
  }

  override findRegion(code: string): Region | undefined {
    return this.#new.get(code) ?? super.findRegion(code);
  }

  override regionsAround(code: string): Region[] {
    const region = this.#new.get(code);
    if (region === undefined) return super.regionsAround(code);
    return [region, ...(region.parentCode === null ? [] : this.regionsAround(region.parentCode))];
  }
}

/** Adds the categories of a tree that are not there yet. */
export const importCategories = (
  context: IdentityContext,
  actor: Actor,
  tree: CategoryTree,
): Promise<Result<{ added: number }, Refusal>> =>
  changeOrganisation(context, scopeOf(actor), async (tx, organisation) => {
    const own = actor.kind === 'staff' ? organisation.find(actor.unitId)?.regionCode : undefined;
    const allowed = mayAdminister(organisation, actor, own);
    if (!allowed.ok) return allowed;
    const added = newCategoriesOf(organisation.categories, tree);
    if (added.length === 0) return ok({ added: 0 });
    await insertCategories(tx, added);
    await record(
      tx,
      actor,
      stream,
      added.map((category) => event('CategoryAdded', category)),
    );
    return ok({ added: added.length });
  });

/**
 * Records a choice of the installation.
 * @param key such as `demo`: then a password alone signs in, and every page says so
 */
export const changeSetting = (
  context: IdentityContext,
  actor: Actor,
  key: string,
  value: unknown,
): Promise<Result<undefined, Refusal>> =>
  changeOrganisation(context, scopeOf(actor), async (tx, organisation) => {
    const own = actor.kind === 'staff' ? organisation.find(actor.unitId)?.regionCode : undefined;
    const allowed = mayAdminister(organisation, actor, own);
    if (!allowed.ok) return allowed;
    await putSetting(tx, key, value);
    await record(tx, actor, stream, [event('SettingChanged', { key, value })]);
    return ok(undefined);
  });

/** A choice of the installation as it was recorded; nothing when it was never made. */
export const getSetting = (context: IdentityContext, key: string): Promise<unknown> =>
  context.database.withActor(signInScope, 'read', (tx) => findSetting(tx, key));
