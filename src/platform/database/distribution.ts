import { startProblem, type StartProblem } from '../config/problems.ts';
import type { MigrationFile } from './migration-file.ts';

/**
 * How a table lies in a cluster. `reference`: a copy on every node; `local`: on the coordinator;
 * `value`: spread by the first column of its key, alone; any other word: spread by the column of
 * that name, together with all tables spread by the same.
 */
export type Distribution = string;

const statement = /^[ \t]*CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(?:public\.)?"?(\w+)"?/i;
const declaration = /^[ \t]*-- distribute: (\w+)[ \t]*$/;

/** The book of migrations is made by the migration program and stays at the coordinator. */
const builtIn: readonly (readonly [string, Distribution])[] = [['migration', 'local']];

/**
 * Reads the line `-- distribute: …` that stands right above each CREATE TABLE; a table that a later
 * migration drops is forgotten.
 */
export const readDistributions = (
  migrations: readonly Pick<MigrationFile, 'sql'>[],
): ReadonlyMap<string, Distribution> => {
  const found = new Map(builtIn);
  for (const { sql } of migrations) {
    const lines = sql.split('\n');
    for (const [index, line] of lines.entries()) {
      const table = statement.exec(line)?.[1];
      const declared = declaration.exec(lines[index - 1] ?? '')?.[1];
      if (table !== undefined && declared !== undefined) found.set(table, declared);
      const gone = /^DROP TABLE (\w+);$/.exec(line)?.[1];
      if (gone !== undefined) found.delete(gone);
    }
  }
  return found;
};

/** A table of the catalogue, as far as its distribution is concerned. */
export type CatalogueTable = {
  readonly name: string;
  /** Columns of the primary key in their order; empty without one. */
  readonly key: readonly string[];
  readonly hasRows: boolean;
  /** Tables that its foreign keys name. */
  readonly refersTo: readonly string[];
};

const isSpread = (distribution: Distribution | undefined): boolean =>
  distribution !== undefined && distribution !== 'reference' && distribution !== 'local';

/** The column by which a table is spread; undefined for one that is not. */
export const distributionColumn = (
  distribution: Distribution | undefined,
  key: readonly string[],
): string | undefined => {
  if (!isSpread(distribution)) return undefined;
  return distribution === 'value' ? key[0] : distribution;
};

/** A call that spreads one table. */
export type DistributionStep = { readonly text: string; readonly values: readonly string[] };

/**
 * The calls that spread an empty database over a Citus cluster: reference tables first, then each
 * table after those that its foreign keys name.
 * @param tables those not spread yet
 * @returns the calls in order, or the sentence about a table that already holds rows
 */
export const planDistribution = (
  tables: readonly CatalogueTable[],
  distributions: ReadonlyMap<string, Distribution>,
): readonly DistributionStep[] | StartProblem => {
  const full = tables.find((table) => table.hasRows && isSpread(distributions.get(table.name)));
  if (full) return startProblem('distribute-not-empty', { value: full.name });
  const ordered = referredFirst(tables);
  const leaders = new Map<Distribution, string>();
  const references = ordered.flatMap(({ name }) =>
    distributions.get(name) === 'reference'
      ? [{ text: 'SELECT create_reference_table($1)', values: [name] }]
      : [],
  );
  const spread = ordered.flatMap(({ name, key }) => {
    const distribution = distributions.get(name);
    const column = distributionColumn(distribution, key);
    if (distribution === undefined || column === undefined) return [];
    const leader = distribution === 'value' ? undefined : leaders.get(distribution);
    leaders.set(distribution, leader ?? name);
    return [
      {
        text: 'SELECT create_distributed_table($1, $2, colocate_with => $3)',
        values: [name, column, leader ?? 'none'],
      },
    ];
  });
  return [...references, ...spread];
};

const referredFirst = (tables: readonly CatalogueTable[]): readonly CatalogueTable[] => {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const placed = new Set<CatalogueTable>();
  const place = (table: CatalogueTable, above: readonly string[]): void => {
    if (placed.has(table) || above.includes(table.name)) return;
    for (const name of table.refersTo) {
      const referred = byName.get(name);
      if (referred) place(referred, [...above, table.name]);
    }
    placed.add(table);
  };
  for (const table of tables.toSorted((a, b) => (a.name < b.name ? -1 : 1))) place(table, []);
  return [...placed];
};
