import type { Client } from 'pg';
import { factDimensions, historyOf, type Dims } from '../../src/kernel/facts.ts';
import { petitionFactSource, type PetitionDeps } from '../../src/capabilities/petitions/index.ts';
import { dimsIdOf } from '../../src/capabilities/statistics/commands/fold.ts';
import { factConsumer } from '../../src/capabilities/statistics/index.ts';
import { factSources } from '../../src/main/statistics-sources.ts';
import type { Batch } from './copy.ts';
import type { BenchLife } from './life.ts';

/** Combinations of codes that stand in the table already. */
const written = new Set<string>();

const columns = factDimensions.map((name) => `"${name}"`).join(', ');

function addDims(batch: Batch, dims: Dims): string {
  const id = dimsIdOf(dims);
  if (!written.has(id)) {
    written.add(id);
    batch.add(`fact_dims (dims_id, ${columns})`, id, ...factDimensions.map((name) => dims[name]));
  }
  return id;
}

/** Adds the facts of one petition, as the worker would have left them. */
export function addFacts(batch: Batch, deps: PetitionDeps, { id, events }: BenchLife): void {
  const calendar = (version: string) => deps.calendar(version);
  for (const fact of historyOf(petitionFactSource.days(id, events, { calendar }), null)) {
    batch.add(
      `fact (stream_id, kind, fact_key, known_from, known_to, day, value, detail, dims_id,
             petition_id)`,
      id,
      fact.kind,
      fact.key,
      fact.from,
      fact.to ?? 'infinity',
      fact.day,
      fact.value,
      fact.detail,
      addDims(batch, fact.dims),
      id,
    );
  }
}

/** Notes that the facts are counted by the present definitions, and which months are not. */
export async function finishFacts(owner: Client, lastLeaf: number): Promise<void> {
  await owner.query('INSERT INTO feed_cursor (consumer, leaf_index) VALUES ($1, $2)', [
    factConsumer,
    lastLeaf,
  ]);
  for (const { id, version } of factSources) {
    await owner.query('INSERT INTO fact_source (source, version) VALUES ($1, $2)', [id, version]);
  }
  await owner.query(
    `INSERT INTO fact_stale (kind, month)
     SELECT DISTINCT kind, date_trunc('month', day::timestamp)::date FROM fact
     ON CONFLICT (kind, month) DO NOTHING`,
  );
}
