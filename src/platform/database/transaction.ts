import {
  DefaultQueryExecutor,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  Transaction,
  type CompiledQuery,
  type DatabaseConnection,
  type KyselyProps,
  type QueryResult,
} from 'kysely';
import { settingValue, type DatabaseRole } from './scope.ts';
import type { Wire } from './wire.ts';

/** Tables known to every transaction; each store adds its own with `tx.withTables<…>()`. */
export type CoreTables = { readonly migration: { name: string; sha256: string } };

/** A statement that PostgreSQL keeps prepared on its connection under a name. */
export type NamedStatement = {
  /** Unique in the program, constant text: `petition.insert`. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /**
   * Keeps one plan whatever the values: for a text that has one good plan, and whose planning takes
   * longer than its run. Left out, PostgreSQL weighs it anew.
   */
  readonly onePlan?: boolean;
};

/** Kysely speaks over this; the connection belongs to `withActor`, so there is nothing to manage. */
class BoundConnection implements DatabaseConnection {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.#wire.query({ text: query.sql, values: [...query.parameters] });
    const numAffectedRows = BigInt(result.rowCount ?? 0);
    return { rows: result.rows as R[], numAffectedRows };
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('rows are read by pages, not streamed');
  }
}

const compiler = new PostgresQueryCompiler();
const adapter = new PostgresAdapter();
const dialect = new PostgresDialect({
  pool: () => Promise.reject(new Error('connections come from withActor alone')),
});
const driver = dialect.createDriver();

const propsFor = (wire: Wire): KyselyProps => {
  const connection = new BoundConnection(wire);
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: (consumer) => consumer(connection),
  });
  return { config: { dialect }, dialect, driver, executor };
};

/**
 * One transaction of one actor: a Kysely transaction bound to the connection, and the way to the
 * named statements on it. Only `withActor` makes one.
 */
export class Tx extends Transaction<CoreTables> {
  readonly #wire: Wire;
  readonly role: DatabaseRole;
  readonly #openedAt: () => Date;
  readonly #clock: (() => Date) | undefined;

  constructor(
    wire: Wire,
    options: { role: DatabaseRole; openedAt: () => Date; clock: (() => Date) | undefined },
  ) {
    super(propsFor(wire));
    this.#wire = wire;
    this.role = options.role;
    this.#openedAt = options.openedAt;
    this.#clock = options.clock;
  }

  /** The database's time at the opening, or that of an injected clock. */
  get openedAt(): Date {
    return this.#openedAt();
  }

  /** See `run`. */
  async query<Row>(statement: NamedStatement): Promise<readonly Row[]> {
    if (statement.onePlan !== true) {
      return (await this.#wire.query(this.#named(statement))).rows as Row[];
    }
    this.#wire.hold({ name: 'one-plan', text: 'SET LOCAL plan_cache_mode=force_generic_plan' });
    const answer = this.#wire.query(this.#named(statement));
    this.#wire.hold({ name: 'any-plan', text: 'SET LOCAL plan_cache_mode=auto' });
    return (await answer).rows as Row[];
  }

  /** See `send`. */
  send(statement: NamedStatement): void {
    this.#wire.hold(this.#named(statement));
  }

  #named(statement: NamedStatement) {
    return {
      // Plans under row-level security belong to a role: one name per role spares replanning.
      name: `${this.role[0] ?? ''}.${statement.name}`,
      text: statement.text,
      values: [...statement.values],
    };
  }

  /** See `setStream` and `setStreams`. */
  openStream(...streamIds: readonly string[]): void {
    const list = streamIds.map(settingValue).join(',');
    this.#wire.hold({
      name: 'open-streams',
      text: "SELECT set_config('app.stream',$1,true)",
      values: [list],
    });
  }

  /** See `databaseNow`. */
  async now(): Promise<Date> {
    if (this.#clock) return this.#clock();
    const result = await this.#wire.query<{ now: Date }>({
      text: 'SELECT clock_timestamp() AS now',
    });
    return result.rows[0]?.now ?? this.openedAt;
  }
}

/**
 * Runs a prepared statement inside a transaction; several times as fast as a built query where the
 * same statement runs thousands of times.
 * @returns the rows, unchecked: the caller names their type beside its SQL
 */
export const run = <Row>(tx: Tx, statement: NamedStatement): Promise<readonly Row[]> =>
  tx.query<Row>(statement);

/**
 * Sends a prepared statement whose answer nobody needs, such as an insert: it goes out with the next
 * statement that is waited for, or with the commit, and spares a round trip. PostgreSQL takes all
 * statements in the order in which they were given. When it fails, the next `run` or the commit
 * fails for it, and nothing is committed.
 */
export const send = (tx: Tx, statement: NamedStatement): void => tx.send(statement);

/**
 * Opens one stream's child rows to row-level security, after the petition's own row was passed.
 * @param streamId the stream; the empty string closes it again
 */
export const setStream = async (tx: Tx, streamId: string): Promise<void> => tx.openStream(streamId);

/**
 * Opens the child rows of several streams at once, as for a case record and its petition.
 * @param streamIds the streams; none closes all
 */
export const setStreams = async (tx: Tx, streamIds: readonly string[]): Promise<void> =>
  tx.openStream(...streamIds);

/** The database's clock now (not the transaction's start), or the clock injected for tests. */
export const databaseNow = (tx: Tx): Promise<Date> => tx.now();
