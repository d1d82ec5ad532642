import type { StaffActor } from '../../kernel/actor.ts';
import { endOfDay, localDate, startOfDay } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { WordIndex } from '../../platform/vault/index.ts';
import { scopeOf, type Page, type PetitionLine } from '../petitions/index.ts';
import type { DeskQuery, DeskSummary, ListQuery } from './contract.ts';
import { end, parsePlace, start, writePlace } from '../../platform/database/index.ts';
import { linesOf, unitsOf, type LineDeps } from './lines.ts';
import {
  countWaiting,
  findIdsByWords,
  listNewest,
  listRunning,
  listWaiting,
  noFilter,
  type RowFilter,
} from './store.ts';
import { tasksOf } from './tasks.ts';

/** What the desk needs; the petitions' own dependencies have all of it. */
export interface DeskDeps extends LineDeps {
  readonly db: Database;
  readonly words: WordIndex;
}

/** Words of a filter as the index knows them. */
function wordsOf(deps: DeskDeps, q: string | undefined): Result<bigint[] | null, Refusal> {
  if (q === undefined || q.trim() === '') return ok(null);
  const asked = deps.words.queryWords(q);
  return asked.ok ? ok(asked.value.required) : asked;
}

/** From so many petitions on, words are found quicker by walking the list. */
const rare = 60;

/** Rare words are looked up first; frequent ones are asked of each row on the way. */
async function narrow(tx: Tx, filter: RowFilter): Promise<RowFilter> {
  if (filter.words === null) return filter;
  const hits = await findIdsByWords(tx, filter.words, rare + 1);
  return hits.length > rare ? filter : { ...filter, ids: hits, words: null };
}

/**
 * What waits for a person: the tasks of the own unit that the person's posts can do, by due
 * moment, with the accusations that name the person among them (P-15).
 *
 * 100,000 petitions, 10,000 of them waiting at the unit, 50 rows: 6 ms by `desk_item_waiting`, one
 * colour 3 ms, words in half of all 5 ms, rare words 22 ms (two cores shared with other work, load
 * 20; alone about a fifth).
 * @param now epoch ms
 * @returns refusal `query-too-short` for a single character
 */
export async function findDesk(
  deps: DeskDeps,
  actor: StaffActor,
  query: DeskQuery,
  now: number,
  /** Only these; all that the person's posts can do unless told. */
  among?: readonly string[],
): Promise<Result<Page<PetitionLine>, Refusal>> {
  const words = wordsOf(deps, query.q);
  if (!words.ok) return words;
  const own = tasksOf(actor.roles);
  const tasks = own.filter(
    (task) => (query.task ?? task) === task && (among ?? own).includes(task),
  );
  const filter: RowFilter = {
    ...noFilter,
    colour: query.colour ?? null,
    officer: query.mine === true ? actor.userId : null,
    purpose: query.purpose ?? null,
    channel: query.channel ?? null,
    first: query.first ?? null,
    words: words.value,
  };
  const moment = new Date(now);
  const after = parsePlace(query.after) ?? start;
  // Red is what is due by now, the other colours what is due later: the walk begins or ends there.
  const later = query.colour !== undefined && query.colour !== 'red' && after.at < moment;
  const waiting = {
    unitId: actor.unitId,
    userId: actor.userId,
    tasks,
    after: later ? { at: moment, id: end.id } : after,
    until: query.colour === 'red' ? moment : end.at,
    limit: query.limit + 1,
  };
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const rows = await listWaiting(tx, waiting, await narrow(tx, filter), moment);
    const shown = rows.slice(0, query.limit);
    const last = rows.length > shown.length ? shown.at(-1) : undefined;
    return ok({
      items: await linesOf(tx, deps, shown, now),
      next: last === undefined ? null : writePlace({ at: last.due_at, id: last.place_id }),
    });
  });
}

/**
 * How much waits for a person, by task and by colour.
 *
 * 10,000 waiting rows: 39 ms at load 20, the waiting part of the unit's list read whole.
 */
export async function deskSummary(
  deps: DeskDeps,
  actor: StaffActor,
  now: number,
): Promise<DeskSummary> {
  const tasks = tasksOf(actor.roles);
  const { unitId, userId } = actor;
  const counts = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
    countWaiting(tx, { unitId, userId, tasks }, new Date(now)),
  );
  const byTask: Record<string, number> = {};
  const byColour = { green: 0, blue: 0, yellow: 0, red: 0 };
  let total = 0;
  for (const { tasks: waiting, colour, count } of counts) {
    total += count;
    for (const task of tasks) {
      if (waiting.includes(task)) byTask[task] = (byTask[task] ?? 0) + count;
    }
    if (colour !== null && colour in byColour) byColour[colour as keyof typeof byColour] += count;
  }
  return { total, byTask, byColour };
}

/**
 * Everything a person may read, newest first or by due moment (P-15).
 *
 * 100,000 petitions of one unit, 50 rows at load 20: 1.3 ms by `desk_item_newest`, 1.2 ms by
 * `desk_item_running`; with a filter that one row in 400 passes 75 ms, one that no row passes 0.3 s.
 * @param now epoch ms
 * @returns refusal `query-too-short` for a single character
 */
export async function findPetitions(
  deps: DeskDeps,
  actor: StaffActor,
  query: ListQuery,
  now: number,
): Promise<Result<Page<PetitionLine>, Refusal>> {
  const words = wordsOf(deps, query.q);
  if (!words.ok) return words;
  const filter: RowFilter = {
    ...noFilter,
    colour: query.colour ?? null,
    purpose: query.purpose ?? null,
    channel: query.channel ?? null,
    first: query.first ?? null,
    status: query.status ?? null,
    holder: query.holder ?? null,
    office: query.office ?? null,
    region: query.region ?? null,
    from: query.from === undefined ? null : startOfDay(localDate(query.from)),
    to: query.to === undefined ? null : endOfDay(localDate(query.to)),
    words: words.value,
  };
  const byDue = query.sort === 'due';
  const reading = {
    units: unitsOf(actor),
    userId: actor.userId,
    after: parsePlace(query.after) ?? (byDue ? start : end),
    limit: query.limit + 1,
  };
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const moment = new Date(now);
    const narrowed = await narrow(tx, filter);
    const rows = byDue
      ? await listRunning(tx, reading, narrowed, moment)
      : await listNewest(tx, reading, narrowed, moment);
    const shown = rows.slice(0, query.limit);
    const last = rows.length > shown.length ? shown.at(-1) : undefined;
    const once = shown.filter((row) => !('earliest' in row) || row.earliest);
    const at = byDue ? last?.due_at : last?.registered_at;
    return ok({
      items: await linesOf(tx, deps, once, now),
      next: last === undefined || at === undefined ? null : writePlace({ at, id: last.stream_id }),
    });
  });
}
