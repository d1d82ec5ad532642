import { run, send, type Tx } from '../../../platform/database/index.ts';
import type { Household, PublicPromise } from './case.ts';
import type { PromiseRow } from './projection.ts';

interface Stored {
  readonly state: PublicPromise;
  readonly readers: string[];
}

const columns = 'state, reader_units AS readers';

const read = (row: Stored): PromiseRow => ({ promise: row.state, readers: row.readers });

/** Writes a promise's row as it is after a command; its own stream must be open. */
export function writePromise(tx: Tx, { promise, readers }: PromiseRow): void {
  send(tx, {
    name: 'public-promise.write',
    text: `INSERT INTO public_promise (stream_id, number, petition_id, commitment_id, unit_id, status,
                                       withheld, due_on, made_at, reader_units, state, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8::date, $9, $10::text[], $11::jsonb, $12)
           ON CONFLICT (stream_id) DO UPDATE
             SET number = excluded.number, petition_id = excluded.petition_id,
                 commitment_id = excluded.commitment_id, unit_id = excluded.unit_id,
                 status = excluded.status, withheld = excluded.withheld,
                 due_on = excluded.due_on, made_at = excluded.made_at,
                 reader_units = excluded.reader_units, state = excluded.state,
                 version = excluded.version`,
    values: [
      promise.id,
      promise.number,
      promise.petitionId,
      promise.commitmentId,
      promise.unit,
      promise.status,
      promise.withheld,
      promise.dueDate,
      new Date(promise.madeAt),
      readers,
      JSON.stringify(promise),
      promise.version,
    ],
  });
}

/** A promise's row; nothing where row-level security shows none. */
export async function findPromise(tx: Tx, id: string): Promise<PromiseRow | null> {
  const rows = await run<Stored>(tx, {
    name: 'public-promise.find',
    text: `SELECT ${columns} FROM public_promise WHERE stream_id = $1`,
    values: [id],
  });
  return rows[0] === undefined ? null : read(rows[0]);
}

/** By the number in the address of its page; a transaction of the system. */
export async function findPromiseByNumber(tx: Tx, number: number): Promise<PromiseRow | null> {
  const rows = await run<Stored>(tx, {
    name: 'public-promise.by-number',
    text: `SELECT ${columns} FROM public_promise WHERE number = $1`,
    values: [number],
  });
  return rows[0] === undefined ? null : read(rows[0]);
}

/** Those of one petition or of one commitment; a transaction of the system. */
export async function findPromisesOf(
  tx: Tx,
  of: { readonly petitionId: string } | { readonly commitmentId: string },
): Promise<readonly PromiseRow[]> {
  const rows = await run<Stored>(
    tx,
    'petitionId' in of
      ? {
          name: 'public-promise.of-petition',
          text: `SELECT ${columns} FROM public_promise WHERE petition_id = $1 LIMIT 100`,
          values: [of.petitionId],
        }
      : {
          name: 'public-promise.of-commitment',
          text: `SELECT ${columns} FROM public_promise WHERE commitment_id = $1 LIMIT 1`,
          values: [of.commitmentId],
        },
  );
  return rows.map(read);
}

/**
 * The newest first; row-level security leaves out what does not concern the reader's units. Some tens
 * a year in a county, so that the scope is asked of each row on the way. Served by public_promise_newest.
 */
export async function listPromises(
  tx: Tx,
  before: { readonly at: Date; readonly id: string },
  limit: number,
): Promise<readonly PromiseRow[]> {
  const rows = await run<Stored>(tx, {
    name: 'public-promise.list',
    text: `SELECT ${columns} FROM public_promise
            WHERE NOT withheld AND (made_at, stream_id) < ($1, $2::uuid)
            ORDER BY made_at DESC, stream_id DESC LIMIT $3`,
    values: [before.at, before.id, limit],
  });
  return rows.map(read);
}

/** The next number of a promise. */
export async function drawNumber(tx: Tx): Promise<number> {
  const rows = await run<{ number: string }>(tx, {
    name: 'public-promise.number',
    text: `SELECT nextval('public_promise_sequence') AS number`,
    values: [],
  });
  return Number(rows[0]?.number);
}

/** A household with the keyed hash of its code. */
export interface HouseholdRow extends Household {
  readonly codeKey: string;
}

interface StoredHousehold extends Omit<HouseholdRow, 'movedAt'> {
  readonly movedAt: Date;
}

const household = `household_id AS id, place, step, moved_at AS "movedAt", details,
  code_version AS "codeVersion", code_key AS "codeKey"`;

const readHousehold = (row: StoredHousehold): HouseholdRow => ({
  ...row,
  movedAt: row.movedAt.getTime(),
});

/** Writes households as they are after a command, in one statement; the promise's stream is open. */
export function writeHouseholds(tx: Tx, id: string, rows: readonly HouseholdRow[]): void {
  if (rows.length === 0) return;
  send(tx, {
    name: 'promise-household.write',
    text: `INSERT INTO promise_household (stream_id, household_id, place, step, moved_at, details,
                                          code_version, code_key)
           SELECT $1::uuid, n.* FROM unnest($2::uuid[], $3::int[], $4::smallint[],
                    $5::timestamptz[], $6::text[], $7::int[], $8::uuid[]) AS n
           ON CONFLICT (stream_id, household_id) DO UPDATE
             SET step = excluded.step, moved_at = excluded.moved_at, details = excluded.details,
                 code_version = excluded.code_version, code_key = excluded.code_key`,
    values: [
      id,
      rows.map((row) => row.id),
      rows.map(({ place }) => place),
      rows.map(({ step }) => step),
      rows.map(({ movedAt }) => new Date(movedAt)),
      rows.map(({ details }) => details),
      rows.map(({ codeVersion }) => codeVersion),
      rows.map(({ codeKey }) => codeKey),
    ],
  });
}

/** Households of a promise whose stream is open, by their ids. */
export async function findHouseholds(
  tx: Tx,
  id: string,
  households: readonly string[],
): Promise<ReadonlyMap<string, HouseholdRow>> {
  if (households.length === 0) return new Map();
  const rows = await run<StoredHousehold>(tx, {
    name: 'promise-household.find',
    text: `SELECT ${household} FROM promise_household
            WHERE stream_id = $1 AND household_id = ANY ($2::uuid[])`,
    values: [id, households],
  });
  return new Map(rows.map((row) => [row.id, readHousehold(row)]));
}

/** The household that has a code; the promise's stream is open. */
export async function findByCode(
  tx: Tx,
  id: string,
  codeKey: string,
): Promise<HouseholdRow | null> {
  const rows = await run<StoredHousehold>(tx, {
    name: 'promise-household.by-code',
    text: `SELECT ${household} FROM promise_household WHERE stream_id = $1 AND code_key = $2`,
    values: [id, codeKey],
  });
  return rows[0] === undefined ? null : readHousehold(rows[0]);
}

/** A page of households in the order in which they came; the promise's stream is open. */
export async function listHouseholds(
  tx: Tx,
  id: string,
  step: number | null,
  after: number,
  limit: number,
): Promise<readonly HouseholdRow[]> {
  const rows = await run<StoredHousehold>(tx, {
    name: step === null ? 'promise-household.list' : 'promise-household.list-step',
    text: `SELECT ${household} FROM promise_household
            WHERE stream_id = $1 AND place > $2 ${step === null ? 'AND $4::int IS NULL' : 'AND step = $4'}
            ORDER BY place LIMIT $3`,
    values: [id, after, limit, step],
  });
  return rows.map(readHousehold);
}
