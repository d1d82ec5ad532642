import type { Dims, KnownFact } from '../../kernel/facts.ts';
import { factDimensions } from '../../kernel/facts.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { run, send, type Tx } from '../../platform/database/index.ts';

/** A fact as it lies in the table. */
export interface FactRow {
  readonly streamId: string;
  readonly kind: string;
  readonly key: string;
  readonly from: LocalDate;
  /** `infinity` while it holds. */
  readonly to: string;
  readonly day: LocalDate;
  readonly value: number;
  readonly detail: string | null;
  /** As text: 64 bits. */
  readonly dimsId: string;
  readonly petitionId: string | null;
}

/** What makes a row that row. */
export const nameOf = ({ streamId, kind, key, from }: FactRow): string =>
  `${streamId} ${kind} ${key} ${from}`;

export const rowOf = (
  streamId: string,
  petitionId: string | null,
  dimsId: string,
  fact: KnownFact,
): FactRow => ({
  streamId,
  kind: fact.kind,
  key: fact.key,
  from: fact.from,
  to: fact.to ?? 'infinity',
  day: fact.day,
  value: fact.value,
  detail: fact.detail,
  dimsId,
  petitionId,
});

/** Whoever writes facts or counts months has it: neither sees half of what the other does. */
const factLock = '720140501031';

/** Waits until nobody else writes facts, until the end of the transaction. */
export async function lockFacts(tx: Tx): Promise<void> {
  await run(tx, {
    name: 'statistics.lock',
    text: 'SELECT pg_advisory_xact_lock($1)',
    values: [factLock],
  });
}

/** All facts of some streams, by the primary key. */
export const findFacts = (tx: Tx, streamIds: readonly string[]): Promise<readonly FactRow[]> =>
  run<FactRow>(tx, {
    name: 'statistics.facts',
    text: `SELECT f.stream_id AS "streamId", kind, fact_key AS key, known_from AS "from",
                  known_to AS "to", day, value, detail, dims_id::text AS "dimsId",
                  petition_id AS "petitionId"
             FROM unnest($1::uuid[]) AS i(id) JOIN fact f ON f.stream_id = i.id`,
    values: [streamIds],
  });

/** Combinations of codes that may be new. */
export function writeDims(tx: Tx, dims: ReadonlyMap<string, Dims>): void {
  if (dims.size === 0) return;
  const all = [...dims.values()];
  send(tx, {
    name: 'statistics.dims',
    text: `INSERT INTO fact_dims (dims_id, ${factDimensions.map((name) => `"${name}"`).join(', ')})
           SELECT * FROM unnest($1::bigint[], ${factDimensions
             .map((_, place) => `$${place + 2}::text[]`)
             .join(', ')})
           ON CONFLICT (dims_id) DO NOTHING`,
    values: [[...dims.keys()], ...factDimensions.map((name) => all.map((each) => each[name]))],
  });
}

/** New facts, and what changed of known ones. */
export function writeFacts(tx: Tx, rows: readonly FactRow[]): void {
  if (rows.length === 0) return;
  send(tx, {
    name: 'statistics.write-facts',
    text: `INSERT INTO fact (stream_id, kind, fact_key, known_from, known_to, day, value, detail,
                             dims_id, petition_id)
           SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::date[],
                                $6::date[], $7::int[], $8::text[], $9::bigint[], $10::uuid[])
           ON CONFLICT (stream_id, kind, fact_key, known_from) DO UPDATE
             SET known_to = excluded.known_to, day = excluded.day, value = excluded.value,
                 detail = excluded.detail, dims_id = excluded.dims_id,
                 petition_id = excluded.petition_id`,
    values: [
      rows.map((row) => row.streamId),
      rows.map((row) => row.kind),
      rows.map((row) => row.key),
      rows.map((row) => row.from),
      rows.map((row) => row.to),
      rows.map((row) => row.day),
      rows.map((row) => row.value),
      rows.map((row) => row.detail),
      rows.map((row) => row.dimsId),
      rows.map((row) => row.petitionId),
    ],
  });
}

/** Facts that were never so: a day that ended otherwise, a matter that became an accusation. */
export function removeFacts(tx: Tx, rows: readonly FactRow[]): void {
  if (rows.length === 0) return;
  send(tx, {
    name: 'statistics.remove-facts',
    text: `DELETE FROM fact f
            USING unnest($1::uuid[], $2::text[], $3::text[], $4::date[])
                  AS n(stream_id, kind, fact_key, known_from)
            WHERE f.stream_id = n.stream_id AND f.kind = n.kind AND f.fact_key = n.fact_key
              AND f.known_from = n.known_from`,
    values: [
      rows.map((row) => row.streamId),
      rows.map((row) => row.kind),
      rows.map((row) => row.key),
      rows.map((row) => row.from),
    ],
  });
}

/** Which records hang on which petition. */
export function writeBeside(tx: Tx, beside: ReadonlyMap<string, string>): void {
  if (beside.size === 0) return;
  send(tx, {
    name: 'statistics.beside',
    text: `INSERT INTO fact_beside (stream_id, petition_id)
           SELECT * FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT (stream_id) DO NOTHING`,
    values: [[...beside.keys()], [...beside.values()]],
  });
}

/** The records beside some petitions, by `fact_beside_petition`. */
export async function findBeside(
  tx: Tx,
  petitionIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await run<{ stream_id: string }>(tx, {
    name: 'statistics.find-beside',
    text: 'SELECT stream_id FROM fact_beside WHERE petition_id = ANY ($1::uuid[])',
    values: [petitionIds],
  });
  return rows.map((row) => row.stream_id);
}
