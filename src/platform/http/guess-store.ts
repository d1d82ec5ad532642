import { run, type Database, type Tx } from '../database/index.ts';
import { guessesForgottenAfter, type Failures, type GuessBook } from './guess-throttle.ts';

const scope = { actor: 'system:guesses', units: [], roles: ['system'] };

interface Row {
  readonly key_hash: Buffer;
  readonly failures: number;
  readonly last_at: Date;
}

const findGuesses = (tx: Tx, hashes: readonly Buffer[]): Promise<readonly Row[]> =>
  run<Row>(tx, {
    name: 'guess.find',
    text: 'SELECT key_hash, failures, last_at FROM guess WHERE key_hash = ANY ($1::bytea[])',
    values: [hashes],
  });

/** In the order of their keys, so that two counting at once never wait for each other in a ring. */
const countGuesses = (tx: Tx, hashes: readonly Buffer[], forgotten: Date): Promise<unknown> =>
  run(tx, {
    name: 'guess.count',
    text: `INSERT INTO guess AS g (key_hash, failures, last_at)
           SELECT key, 1, $2 FROM unnest($1::bytea[]) AS key ORDER BY key
           ON CONFLICT (key_hash) DO UPDATE
             SET failures = CASE WHEN g.last_at < $3 THEN 1 ELSE least(g.failures, 1000) + 1 END,
                 last_at = excluded.last_at`,
    values: [hashes, tx.openedAt, forgotten],
  });

const forgetGuesses = (tx: Tx, hashes: readonly Buffer[]): Promise<unknown> =>
  run(tx, {
    name: 'guess.forget',
    text: 'DELETE FROM guess WHERE key_hash = ANY ($1::bytea[])',
    values: [hashes],
  });

const before = (tx: Tx, milliseconds: number): Date =>
  new Date(tx.openedAt.getTime() - milliseconds);

/**
 * Wrong guesses in the database, under keyed hashes: portal and API, and every process, count
 * together. One small read before a try (0.3 ms), one write after a wrong one.
 * @param db the database
 * @param hashOf a keyed hash: addresses and numbers do not lie there in clear
 */
export const guessBook = (db: Database, hashOf: (key: string) => Buffer): GuessBook => ({
  find: (keys) =>
    db.withActor(scope, 'write', async (tx) => {
      const byHash = new Map(keys.map((key) => [hashOf(key).toString('hex'), key]));
      const rows = await findGuesses(tx, keys.map(hashOf));
      const failures = new Map<string, Failures>();
      for (const { key_hash, failures: count, last_at } of rows) {
        const key = byHash.get(key_hash.toString('hex'));
        const last = last_at.getTime();
        if (key === undefined || last < before(tx, guessesForgottenAfter).getTime()) continue;
        failures.set(key, { count, last });
      }
      return { failures, now: tx.openedAt.getTime() };
    }),
  count: async (keys, forgottenAfter) => {
    await db.withActor(scope, 'write', (tx) =>
      countGuesses(tx, keys.map(hashOf), before(tx, forgottenAfter)),
    );
  },
  forget: async (keys) => {
    await db.withActor(scope, 'write', (tx) => forgetGuesses(tx, keys.map(hashOf)));
  },
});

/** Forgets guesses that no longer slow anybody down; run it once an hour. */
export const sweepGuesses = async (db: Database): Promise<void> => {
  await db.withActor(scope, 'write', (tx) =>
    run(tx, {
      name: 'guess.sweep',
      text: 'DELETE FROM guess WHERE last_at < $1',
      values: [before(tx, guessesForgottenAfter)],
    }),
  );
};
