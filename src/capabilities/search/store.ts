import { run, type Tx } from '../../platform/database/index.ts';

export interface Hit {
  readonly stream_id: string;
  readonly registered_at: Date;
}

/**
 * Ids of the petitions in the reader's scope that hold all the words, newest first.
 *
 * 100,000 petitions of one unit, 21 rows: a word in half of all petitions 7 ms, one in fifty 33 ms,
 * one in five thousand 5 ms, two that never meet 8 ms, one that nobody wrote 5 ms (two cores
 * shared with other work).
 */
export const findByWords = (
  tx: Tx,
  words: readonly bigint[],
  before: { readonly at: Date; readonly id: string },
  limit: number,
): Promise<readonly Hit[]> =>
  run<Hit>(tx, {
    name: 'search.by-words',
    text: 'SELECT stream_id, registered_at FROM search_petitions($1::bigint[], $2, $3::uuid, $4)',
    values: [words.map(String), before.at, before.id, limit],
  });

/** The id of a petition that the reader may see, by its number: two primary keys, 0.1 ms. */
export async function findByNumber(tx: Tx, number: string): Promise<string | null> {
  const rows = await run<{ stream_id: string }>(tx, {
    name: 'search.by-number',
    text: `SELECT p.stream_id FROM petition_number n JOIN petition p ON p.stream_id = n.stream_id
            WHERE n.number = $1`,
    values: [number],
  });
  return rows[0]?.stream_id ?? null;
}

/**
 * Ids of petitions in the reader's scope that share most of a text's telling words, the likest
 * first. 100,000 petitions: up to 45 ms.
 */
export async function findLike(
  tx: Tx,
  words: readonly bigint[],
  limit: number,
): Promise<readonly string[]> {
  const rows = await run<{ stream_id: string }>(tx, {
    name: 'search.like',
    text: 'SELECT stream_id FROM similar_petitions($1::bigint[], $2)',
    values: [words.map(String), limit],
  });
  return rows.map((row) => row.stream_id);
}
