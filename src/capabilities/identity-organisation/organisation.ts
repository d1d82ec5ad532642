import type { Role } from '../../kernel/permissions.ts';
import { superiorsOf, type UnitDirectory } from '../../kernel/units.ts';
import type { Category, Profile, Region, Unit, User } from './contract.ts';

/** A place with what lies in it. */
export interface RegionNode extends Region {
  readonly children: readonly RegionNode[];
}

/** A category with those below it. */
export interface CategoryNode extends Category {
  readonly children: readonly CategoryNode[];
}

interface Contents {
  readonly version: string;
  readonly regions: readonly Region[];
  readonly units: readonly Unit[];
  readonly categories: readonly Category[];
  readonly users: readonly User[];
  readonly profiles?: readonly Profile[];
}

/** A snapshot of places, units, people and categories, for rules and lists alike. */
export class Organisation implements UnitDirectory {
  readonly version: string;
  readonly regions: readonly Region[];
  readonly units: readonly Unit[];
  readonly categories: readonly Category[];
  readonly users: readonly User[];
  /** Named local profiles, ended ones too (P-9). */
  readonly profiles: readonly Profile[];
  readonly #regions: ReadonlyMap<string, Region>;
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #categories: ReadonlyMap<string, Category>;
  readonly #users: ReadonlyMap<string, User>;

  constructor(contents: Contents) {
    this.version = contents.version;
    this.regions = contents.regions;
    this.units = contents.units;
    this.categories = contents.categories;
    this.users = contents.users;
    this.profiles = contents.profiles ?? [];
    this.#regions = new Map(contents.regions.map((region) => [region.code, region]));
    this.#units = new Map(contents.units.map((unit) => [unit.id, unit]));
    this.#categories = new Map(contents.categories.map((category) => [category.code, category]));
    this.#users = new Map(contents.users.map((user) => [user.userId, user]));
  }

  /** @returns nothing when there is no such unit; an inactive unit is found too */
  find(id: string): Unit | undefined {
    return this.#units.get(id);
  }

  findRegion(code: string): Region | undefined {
    return this.#regions.get(code);
  }

  findCategory(code: string): Category | undefined {
    return this.#categories.get(code);
  }

  findUser(userId: string): User | undefined {
    return this.#users.get(userId);
  }

  /** The region and those around it, nearest first. */
  regionsAround(code: string): Region[] {
    const found: Region[] = [];
    let next = this.#regions.get(code);
    while (next !== undefined && !found.includes(next)) {
      found.push(next);
      next = next.parentCode === null ? undefined : this.#regions.get(next.parentCode);
    }
    return found;
  }

  /** Whether one region is another or lies in it. */
  isWithin(code: string, outer: string): boolean {
    return this.regionsAround(code).some((region) => region.code === outer);
  }

  /** Codes of a region and all that lies in it; of one that nobody knows, itself. */
  regionsWithin(code: string): readonly string[] {
    const within = this.regions.filter((each) => this.isWithin(each.code, code));
    return within.length === 0 ? [code] : within.map((each) => each.code);
  }

  /** Codes of a category and all below it. */
  categoriesWithin(code: string): readonly string[] {
    const found = [code];
    for (const above of found) {
      for (const each of this.categories) if (each.parentCode === above) found.push(each.code);
    }
    return found;
  }

  /**
   * The petition office that answers for a place: that of the region or the nearest around it.
   * @param regionCode any level
   */
  petitionOfficeOf(regionCode: string): Unit | undefined {
    for (const { code } of this.regionsAround(regionCode)) {
      const office = this.units.find(
        (unit) => unit.active && unit.kind === 'petition-office' && unit.regionCode === code,
      );
      if (office !== undefined) return office;
    }
    return undefined;
  }

  /** The counties' petition offices that are at work in a region. */
  countyOfficesWithin(regionCode: string): readonly string[] {
    const within = new Set(this.regionsWithin(regionCode));
    return this.units
      .filter(
        ({ active, kind, level, regionCode: place }) =>
          active && kind === 'petition-office' && level === 'county' && within.has(place),
      )
      .map(({ id }) => id);
  }

  /** People with an account that hold a post in a unit now. */
  officersOf(unitId: string, role: Role): User[] {
    return this.users.filter(
      (user) =>
        !user.disabled && user.posts.some((post) => post.unitId === unitId && post.role === role),
    );
  }

  /** Those who may be named for accusations (L-5). */
  accusationOfficersOf(unitId: string): User[] {
    return this.officersOf(unitId, 'accusation-officer');
  }

  /** The unit that stands in for one today: itself, or the last of its successors. */
  successorOf(unitId: string): Unit | undefined {
    const seen = new Set<string>();
    let unit = this.find(unitId);
    while (unit !== undefined && !unit.active && unit.successorId !== null && !seen.has(unit.id)) {
      seen.add(unit.id);
      unit = this.find(unit.successorId);
    }
    return unit;
  }

  /** Whether `id` would stand above itself if `parentId` were its parent. */
  wouldCircle(id: string, parentId: string): boolean {
    return parentId === id || superiorsOf(this, parentId).some((unit) => unit.id === id);
  }

  /** Places as a tree, in order of their codes. */
  regionTree(): RegionNode[] {
    return treeOf(this.regions);
  }

  /** Categories in use as a tree, in order of their codes. */
  categoryTree(): CategoryNode[] {
    return treeOf(this.categories.filter((category) => category.active));
  }
}

type Tree<T> = T & { readonly children: readonly Tree<T>[] };

const treeOf = <T extends { readonly code: string; readonly parentCode: string | null }>(
  items: readonly T[],
): Tree<T>[] => {
  const children = new Map<string, Tree<T>[]>(items.map((item) => [item.code, []]));
  const tops: Tree<T>[] = [];
  for (const item of items) {
    const above = item.parentCode === null ? undefined : children.get(item.parentCode);
    (above ?? tops).push({ ...item, children: children.get(item.code) ?? [] });
  }
  return tops;
};

/**
 * Units whose petitions a person may read, from the posts held there: the own unit, for a leader
 * also the petition office of the leader's region; posts that only administer or audit read none.
 */
export const readingUnitsOf = (
  organisation: Organisation,
  unitId: string,
  held: readonly Role[],
): string[] => {
  const reads = held.some((role) => role !== 'administrator' && role !== 'auditor');
  if (!reads) return [];
  const unit = organisation.find(unitId);
  const office =
    held.includes('leader') && unit !== undefined
      ? organisation.petitionOfficeOf(unit.regionCode)
      : undefined;
  return [...new Set([unitId, ...(office === undefined ? [] : [office.id])])];
};
