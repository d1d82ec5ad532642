import { run, type Tx } from '../../platform/database/index.ts';

/** Of a source: by which version its facts are counted, and how far a change of it has come. */
export interface SourceRow {
  readonly source: string;
  readonly version: number;
  readonly refolded_to: string | null;
}

export const findSources = (tx: Tx): Promise<readonly SourceRow[]> =>
  run<SourceRow>(tx, {
    name: 'statistics.sources',
    text: 'SELECT source, version, refolded_to FROM fact_source',
    values: [],
  });

/** Ids of the sources whose facts are not all counted by their present version. */
export async function findRefolding(
  tx: Tx,
  sources: readonly { readonly id: string; readonly version: number }[],
): Promise<readonly string[]> {
  const rows = await findSources(tx);
  return sources
    .filter(({ id, version }) => {
      const row = rows.find(({ source }) => source === id);
      return row === undefined || row.version !== version || row.refolded_to !== null;
    })
    .map(({ id }) => id);
}

/** Notes how far a source is counted; null: all of it. */
export async function writeSource(
  tx: Tx,
  source: string,
  version: number,
  refoldedTo: string | null,
): Promise<void> {
  await run(tx, {
    name: 'statistics.write-source',
    text: `INSERT INTO fact_source (source, version, refolded_to) VALUES ($1, $2, $3)
           ON CONFLICT (source) DO UPDATE SET version = $2::integer, refolded_to = $3::uuid`,
    values: [source, version, refoldedTo],
  });
}
