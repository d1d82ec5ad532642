import type { StaffActor } from '../../kernel/actor.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { end, parsePlace, writePlace, type Tx } from '../../platform/database/index.ts';
import {
  blindIndexesForLookup,
  findStreamsByBlindIndex,
  type BlindIndexKind,
  type MasterKeys,
} from '../../platform/vault/index.ts';
import { findRows, lineOf, linesOf, unitsOf, type DeskDeps, type ListRow } from '../desk/index.ts';
import {
  openSummaries,
  recordAccess,
  scopeOf,
  type Page,
  type PetitionLine,
} from '../petitions/index.ts';
import type { Likeness, SearchQuery, SimilarInput } from './contract.ts';
import { readQuestion } from './question.ts';
import { findByNumber, findByWords, findLike } from './store.ts';

export interface SearchDeps extends DeskDeps {
  readonly keys: MasterKeys;
}

/** A look that found nothing is recorded too, under no petition. */
const noPetition = '00000000-0000-0000-0000-000000000000';

/** Matters shown while somebody types; never how many there are. */
const likeShown = 8;

/**
 * Searches what a person may read: by words from two Chinese characters on, by number, by the
 * petitioner's identity or mobile number (P-15). Accusations have no words and no index entries;
 * only their number finds them, for their named handlers (L-5). A look for a person is recorded.
 * @param now epoch ms
 * @returns refusal `query-too-short` for a single character
 */
export async function searchPetitions(
  deps: SearchDeps,
  actor: StaffActor,
  query: SearchQuery,
  now: number,
): Promise<Result<Page<PetitionLine>, Refusal>> {
  const question = readQuestion(query.q);
  switch (question.kind) {
    case 'words':
      return searchWords(deps, actor, query, now);
    case 'number': {
      const items = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
        const id = await findByNumber(tx, question.number);
        return id === null ? [] : linesOfIds(tx, deps, actor, [id], now);
      });
      return ok({ items, next: null });
    }
    case 'identity-number':
    case 'telephone': {
      const items = await look(deps, actor, 'search-person', now, (tx) =>
        findPerson(tx, deps, question.kind, question.value),
      );
      return ok({ items, next: null });
    }
  }
}

async function searchWords(
  deps: SearchDeps,
  actor: StaffActor,
  query: SearchQuery,
  now: number,
): Promise<Result<Page<PetitionLine>, Refusal>> {
  const words = deps.words.queryWords(query.q);
  if (!words.ok) return words;
  const before = parsePlace(query.after) ?? end;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const hits = await findByWords(tx, words.value.required, before, query.limit + 1);
    const shown = hits.slice(0, query.limit);
    const last = hits.length > shown.length ? shown.at(-1) : undefined;
    const ids = shown.map((hit) => hit.stream_id);
    return ok({
      items: await linesOfIds(tx, deps, actor, ids, now),
      next: last === undefined ? null : writePlace({ at: last.registered_at, id: last.stream_id }),
    });
  });
}

/** A matter like the one that is being typed, and why it is shown. */
export interface SimilarLine extends PetitionLine {
  readonly by: Likeness;
}

/**
 * Like matters while somebody types (P-2, I-3): of the same people by protected identifiers, of all
 * that sign together, then those with like words. Matters only, within the reader's scope, never
 * accusations, never how many anybody brought; each look is recorded with what it showed (L-4).
 * @param now epoch ms
 */
export async function findSimilar(
  deps: SearchDeps,
  actor: StaffActor,
  typed: SimilarInput,
  now: number,
): Promise<readonly SimilarLine[]> {
  const known = new Set<string>();
  const lines = await look(deps, actor, 'similar', now, async (tx) => {
    const { people = [], mobile, identityNumber } = typed;
    for (const person of [...people, { mobile, identityNumber }]) {
      for (const id of [
        ...(person.identityNumber
          ? await findPerson(tx, deps, 'identity-number', person.identityNumber)
          : []),
        ...(person.mobile ? await findPerson(tx, deps, 'telephone', person.mobile) : []),
      ]) {
        known.add(id);
      }
    }
    const like = typed.text ? await findLike(tx, deps.words.wordsOf(typed.text), likeShown) : [];
    return [...known, ...like];
  });
  return lines
    .slice(0, likeShown)
    .map((line) => ({ ...line, by: known.has(line.id) ? ('person' as const) : ('text' as const) }));
}

/**
 * A look by what people are: found as a reader, recorded before it is shown. Accusations are left
 * out even for their handlers: they have no index entries, and none shall slip in here.
 */
async function look(
  deps: SearchDeps,
  actor: StaffActor,
  what: string,
  now: number,
  find: (tx: Tx) => Promise<readonly string[]>,
): Promise<readonly PetitionLine[]> {
  const lines = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const rows = await rowsOf(tx, actor, [...new Set(await find(tx))]);
    const shared = rows.filter((row) => row.purpose !== 'accusation');
    return linesOf(tx, deps, shared, now);
  });
  const seen = lines.length === 0 ? [noPetition] : lines.map((line) => line.id);
  await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    for (const id of seen) await recordAccess(tx, actor, id, what);
  });
  return lines;
}

const findPerson = (
  tx: Tx,
  deps: SearchDeps,
  kind: BlindIndexKind,
  value: string,
): Promise<readonly string[]> =>
  findStreamsByBlindIndex(tx, blindIndexesForLookup(deps.keys, kind, value));

/** Rows that the reader's lists have, in the order of the ids. */
async function rowsOf(
  tx: Tx,
  actor: StaffActor,
  ids: readonly string[],
): Promise<readonly ListRow[]> {
  if (ids.length === 0) return [];
  const reading = { units: unitsOf(actor), userId: actor.userId };
  const rows = new Map(
    (await findRows(tx, reading, ids)).map((row) => [row.stream_id, row] as const),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** Rows and titles of ids in one packet: the database leaves out what the reader may not see. */
async function linesOfIds(
  tx: Tx,
  deps: SearchDeps,
  actor: StaffActor,
  ids: readonly string[],
  now: number,
): Promise<readonly PetitionLine[]> {
  const [rows, summaries, organisation] = await Promise.all([
    rowsOf(tx, actor, ids),
    openSummaries(tx, deps.vault, ids),
    deps.organisation(tx),
  ]);
  return rows.map((row) => lineOf(row, summaries.get(row.stream_id), organisation, now));
}
