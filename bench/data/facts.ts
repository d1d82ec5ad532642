import type { Client } from 'pg';
import { factDimensions, historyOf, type Dims } from '../../src/kernel/facts.ts';
import { petitionFactSource, type PetitionDeps } from '../../src/capabilities/petitions/index.ts';
import { stockKinds } from '../../src/capabilities/statistics/commands/deps.ts';
import { dimsIdOf } from '../../src/capabilities/statistics/commands/fold.ts';
import { factSources, measuresOf } from '../../src/main/statistics-sources.ts';
import { county } from '../county.ts';
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

/** Notes that the facts are counted by the present definitions, and that nothing is counted ahead yet. */
export async function finishFacts(owner: Client): Promise<void> {
  for (const { id, version } of factSources) {
    await owner.query('INSERT INTO fact_source (source, version) VALUES ($1, $2)', [id, version]);
  }
  // What is open was published when it was due: a run does not begin with two years of it.
  await owner.query(
    `INSERT INTO open_month (place, month, published_at, sections)
     SELECT $1, g::date, now(), '[]'
       FROM generate_series(date_trunc('month', now()) - interval '30 months', now(),
                            interval '1 month') AS g`,
    [county],
  );
  await markThirds(owner);
}

/** Marks everything that is counted ahead as behind. */
export async function markThirds(owner: Client): Promise<void> {
  await owner.query(
    `INSERT INTO fact_stale (kind, what, third)
     SELECT DISTINCT kind, what, date_trunc('month', t.day::timestamp)::date
                       + least((extract(day FROM t.day)::integer - 1) / 10, 2) * 10
       FROM fact f
      CROSS JOIN LATERAL (VALUES ('now', f.day), ('stock', greatest(f.day, f.known_from)),
                                 ('stock', f.known_to)) AS t(what, day)
      WHERE (t.what = 'now' OR f.kind = ANY ($1) AND f.known_to > greatest(f.day, f.known_from))
        AND t.day < 'infinity'
     ON CONFLICT DO NOTHING`,
    [[...stockKinds({ measures: measuresOf() })]],
  );
}
