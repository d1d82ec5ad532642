import { run, type Tx } from '../../platform/database/index.ts';
import {
  deleteBlindIndexes,
  loadBlindIndexes,
  type BlindIndex,
} from '../../platform/vault/index.ts';
import { isAccusation, type Petition } from './petition.ts';
import type { CountedClock } from '../../kernel/case-clocks.ts';
import type { DeskRow, Projection } from './projection.ts';

/** The rows of a petition in plain values, for comparing what is with what should be. */
export interface ProjectionRows {
  readonly petition: unknown;
  readonly clocks: Readonly<Record<string, unknown>>;
  readonly lists: Readonly<Record<string, unknown>>;
}

const clockRow = (clock: CountedClock) => ({
  period: clock.period,
  holder: clock.holder,
  startedAt: clock.startedAt,
  dueDate: clock.dueDate,
  dueAt: clock.dueAt,
  provisional: clock.provisional,
  stoppedAt: clock.stoppedAt,
});

const listRow = (petition: Petition, row: DeskRow) => ({
  status: petition.status,
  holder: petition.holder,
  officer: petition.officer,
  tasks: row.tasks,
  dueDate: row.clock?.dueDate ?? null,
  period: row.clock?.period ?? null,
});

/** What the record says the rows should be. */
export function rowsOf(petition: Petition, projection: Projection): ProjectionRows {
  const lists = [...projection.byUnit, ...projection.byHandler];
  return {
    petition: {
      number: petition.number,
      status: petition.status,
      purpose: petition.purpose,
      accusation: isAccusation(petition),
      office: petition.office,
      holder: petition.holder,
      regionCode: petition.regionCode,
      readers: petition.readers,
      named: petition.named.map((user) => `staff:${user}`),
      version: petition.version,
      calendarVersion: petition.calendarVersion,
      registeredAt: petition.registeredAt,
    },
    clocks: Object.fromEntries(projection.clocks.map((clock) => [clock.key, clockRow(clock)])),
    lists: Object.fromEntries(lists.map((row) => [row.reader, listRow(petition, row)])),
  };
}

/** What leads to a petition from outside: its number, its words, its people, its files. */
export interface WaysIn {
  /** Where its number leads. */
  readonly number: string | null;
  readonly words: readonly string[];
  readonly people: readonly string[];
  readonly files: readonly string[];
}

const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].toSorted();

/** What the record and the sealed texts say the ways in should be. */
export const waysOf = (
  petition: Petition,
  found: { readonly words: readonly bigint[]; readonly people: readonly BlindIndex[] },
  files: readonly string[],
): WaysIn => ({
  number: petition.id,
  words: sorted(found.words.map(String)),
  people: sorted(found.people.map(nameOf)),
  files: sorted(files),
});

const nameOf = ({ kind, version, value }: BlindIndex): string =>
  `${kind} ${version} ${value.toString('hex')}`;

/** What the ways in are; three keys, and one by the index on the stream. */
export async function readWays(
  tx: Tx,
  petition: Petition,
  files: readonly string[],
): Promise<WaysIn> {
  const [row] = await run<{ number: string | null; words: string[]; files: string[] }>(tx, {
    name: 'petition.rebuild-ways',
    text: `SELECT (SELECT stream_id FROM petition_number WHERE number = $2) AS number,
             coalesce((SELECT words::text[] FROM search_entry WHERE stream_id = $1), '{}') AS words,
             ARRAY(SELECT address FROM stored_file
                    WHERE address = ANY ($3::text[]) AND stream_id = $1) AS files`,
    values: [petition.id, petition.number, files],
  });
  const people = await loadBlindIndexes(tx, petition.id);
  return {
    number: row?.number ?? null,
    words: sorted(row?.words ?? []),
    people: sorted(people.map(nameOf)),
    files: sorted(row?.files ?? []),
  };
}

/** Takes words and people of a petition away and lets its number lead to it again. */
export async function clearWays(tx: Tx, petition: Petition): Promise<void> {
  await run(tx, {
    name: 'petition.restore-number',
    text: `INSERT INTO petition_number (number, stream_id) VALUES ($1, $2)
           ON CONFLICT (number) DO NOTHING`,
    values: [petition.number, petition.id],
  });
  await run(tx, {
    name: 'petition.clear-words',
    text: 'DELETE FROM search_entry WHERE stream_id = $1',
    values: [petition.id],
  });
  await deleteBlindIndexes(tx, petition.id);
}

const page = 200;

/** Ids of all streams of some kinds, a page at a time. */
export async function nextStreams(
  tx: Tx,
  kinds: readonly string[],
  after: string,
): Promise<readonly string[]> {
  const rows = await run<{ stream_id: string }>(tx, {
    name: 'petition.rebuild-streams',
    text: `SELECT stream_id FROM stream WHERE kind = ANY ($1::text[]) AND stream_id > $2
            ORDER BY stream_id LIMIT $3`,
    values: [kinds, after, page],
  });
  return rows.map((row) => row.stream_id);
}

/** Which of these petitions are accusations; a transaction of the system. */
export async function accusationsAmong(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await run<{ stream_id: string }>(tx, {
    name: 'petition.rebuild-accusations',
    text: 'SELECT stream_id FROM petition WHERE accusation AND stream_id = ANY ($1::uuid[])',
    values: [ids],
  });
  return new Set(rows.map((row) => row.stream_id));
}

/** What the rows are; the stream must be open. */
export async function readRows(tx: Tx, streamId: string): Promise<ProjectionRows> {
  const [petition] = await run<{ row: unknown }>(tx, {
    name: 'petition.rebuild-petition',
    text: `SELECT jsonb_build_object('number', number, 'status', status, 'purpose', purpose,
             'accusation', accusation, 'office', office, 'holder', holder,
             'regionCode', region_code, 'readers', reader_units, 'named', named,
             'version', version, 'calendarVersion', calendar_version,
             'registeredAt', round(extract(epoch FROM registered_at) * 1000)) AS row
             FROM petition WHERE stream_id = $1`,
    values: [streamId],
  });
  const clocks = await run<{ key: string; row: unknown }>(tx, {
    name: 'petition.rebuild-clocks',
    text: `SELECT key, jsonb_build_object('period', period, 'holder', holder,
             'startedAt', round(extract(epoch FROM started_at) * 1000), 'dueDate', due_date,
             'dueAt', round(extract(epoch FROM due_at) * 1000), 'provisional', provisional,
             'stoppedAt', round(extract(epoch FROM stopped_at) * 1000)) AS row
             FROM petition_clock WHERE stream_id = $1`,
    values: [streamId],
  });
  // The list that a petition must not stand in is read too: a row left there is a fault.
  const lists = await run<{ reader: string; row: unknown }>(tx, {
    name: 'petition.rebuild-lists',
    text: `SELECT reader, jsonb_build_object('status', status, 'holder', holder,
             'officer', officer, 'tasks', tasks, 'dueDate', due_date,
             'period', clock_period) AS row
             FROM (SELECT unit_id AS reader, status, holder, officer, tasks, due_date, clock_period
                     FROM desk_item WHERE stream_id = $1
                   UNION ALL
                   SELECT user_id, status, holder, officer, tasks, due_date, clock_period
                     FROM accusation_item WHERE stream_id = $1) listed`,
    values: [streamId],
  });
  return {
    petition: petition?.row,
    clocks: Object.fromEntries(clocks.map(({ key, row }) => [key, row])),
    lists: Object.fromEntries(lists.map(({ reader, row }) => [reader, row])),
  };
}
