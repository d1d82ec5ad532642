import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseError, Pool, type QueryResult } from 'pg';
import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import { watchClock } from './clock-watch.ts';
import { clientConfig } from './connection.ts';
import { openingStatement, type DatabaseRole, type DatabaseScope } from './scope.ts';
import { Tx } from './transaction.ts';
import type { Sent } from './packet.ts';
import { Wire } from './wire.ts';

export type DatabaseOptions = {
  /** The app login's address. */
  readonly url: string;
  /** An owner login's address; only tools and tests have one. */
  readonly ownerUrl?: string;
  /** Replaces the database's clock in tests and in the demo. */
  readonly clock?: () => Date;
  /** Connections held at most; 16 keeps two cores busy. */
  readonly poolSize?: number;
  /** This machine's clock in ms since 1970, replaced in tests of clock skew. */
  readonly machineClock?: () => number;
};

/** The only door to the database. */
export type Database = {
  /**
   * Runs `fn` in one transaction as one actor and commits. It alone hands out connections.
   * `fn` runs again when the database asks for it (serialization failure, deadlock), so it must
   * have no effect outside the transaction. A thrown error rolls back.
   */
  readonly withActor: <T>(
    scope: DatabaseScope,
    role: DatabaseRole,
    fn: (tx: Tx) => Promise<T>,
  ) => Promise<T>;
  /**
   * Refused with `clock-skew` when this machine and the database differ by over 2 s. Inside a
   * transaction it judges by the time with which that transaction began.
   */
  readonly assertClockAgrees: () => Result<undefined, Refusal>;
  /** Compares the two clocks now; it also happens each minute and with every transaction. */
  readonly checkClock: () => Promise<void>;
  /** Connections open, idle, and callers waiting for one, as metrics. */
  readonly connections: () => { total: number; idle: number; waiting: number };
  /** The addresses, for job queues and tools that hold connections of their own. */
  readonly url: string;
  readonly ownerUrl: string | undefined;
  /** Ends all connections. */
  readonly close: () => Promise<void>;
};

/** Serialization failure and deadlock: PostgreSQL asks to run the transaction again. */
const runAgain = new Set(['40001', '40P01']);
const attempts = 5;

/** Nothing that a person waits for runs longer; a forgotten transaction must not hold its locks. */
const limits =
  '-c statement_timeout=60s -c lock_timeout=20s -c idle_in_transaction_session_timeout=120s';

/**
 * Opens the pool of connections.
 * @param options where the database is and, for tests, what time it is
 */
export const createDatabase = (options: DatabaseOptions): Database => {
  const connection = clientConfig(options.url);
  const pool = new Pool({
    ...connection,
    max: options.poolSize ?? 16,
    options: `${connection.options ?? ''} ${limits}`,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 30_000,
  });
  // An idle connection that breaks is replaced at its next use; without a listener it would
  // end the program.
  pool.on('error', () => undefined);

  const once = async <T>(
    scope: DatabaseScope,
    role: DatabaseRole,
    fn: (tx: Tx) => Promise<T>,
  ): Promise<T> => {
    const opening = openingStatement(scope, role);
    const client = await pool.connect();
    const wire = new Wire(client);
    let broken: Error | undefined;
    try {
      const openedAt = await open(wire, opening);
      const value = await fn(new Tx(wire, { role, openedAt, clock: options.clock }));
      if (role === 'read') wire.leaveBehind();
      else await wire.commit();
      wire.end();
      return value;
    } catch (error) {
      wire.end();
      await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      client.release(broken);
    }
  };

  /**
   * Begins the transaction; its opening goes out with the first question. Measured on a page of the
   * desk: 2 round trips instead of 5.
   * @returns tells when it began: by the last comparison of the clocks until the answer is there
   */
  const open = async (wire: Wire, opening: Sent): Promise<() => Date> => {
    const askedAt = watch.ownNow();
    let openedAt = options.clock?.() ?? watch.databaseNow();
    const opened = ({ rows: [row] }: QueryResult<{ now: Date }>): void => {
      const now = row!.now;
      watch.observe(askedAt, now);
      openedAt = options.clock?.() ?? now;
    };
    wire.hold({ name: 'begin', text: 'BEGIN' });
    if (openedAt === undefined) opened(await wire.query(opening));
    else wire.hold(opening, opened);
    const known = openedAt ?? new Date();
    return () => openedAt ?? known;
  };

  const watch = watchClock(async () => {
    const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    return rows[0]?.now ?? new Date();
  }, options.machineClock);

  return {
    url: options.url,
    ownerUrl: options.ownerUrl,
    assertClockAgrees: watch.assertClockAgrees,
    checkClock: watch.check,
    connections: () => ({
      total: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: async () => {
      watch.stop();
      await pool.end();
    },
    withActor: async (scope, role, fn) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(scope, role, fn);
        } catch (error) {
          if (attempt >= attempts || !asksToRunAgain(error)) throw error;
          await wait(Math.random() * 10 * 2 ** attempt);
        }
      }
    },
  };
};

const asksToRunAgain = (error: unknown): boolean =>
  error instanceof DatabaseError && runAgain.has(error.code ?? '');
