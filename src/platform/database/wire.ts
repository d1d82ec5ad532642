import type { Duplex } from 'node:stream';
import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** A statement as the driver takes it. */
export type Sent = QueryConfig & { readonly text: string };

/**
 * One transaction's connection. Statements whose answer nobody waits for are held and go out in one
 * packet with the next one that is waited for, COMMIT at the latest; PostgreSQL takes them in
 * order. Measured on a registration of 13 statements: 4 round trips instead of 13, and half of the
 * system calls on both sides.
 */
export class Wire {
  readonly #client: PoolClient;
  #held: Sent[] = [];
  readonly #unanswered: Promise<unknown>[] = [];
  #failure: { readonly error: unknown } | undefined;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  /** Keeps a statement for the next packet; its failure is that of the next one waited for. */
  hold(statement: Sent): void {
    this.#held.push(statement);
  }

  /** Sends what is held and this statement, and waits for its answer. */
  async query<Row extends QueryResultRow>(statement: Sent): Promise<QueryResult<Row>> {
    const asked = this.#together(() => this.#client.query<Row>(statement));
    try {
      return await asked;
    } catch (error) {
      throw await this.#causeOf(error);
    }
  }

  /**
   * Commits, together with what is still held.
   * @throws what failed first; a commit that PostgreSQL quietly made a roll-back
   */
  async commit(): Promise<void> {
    const { command } = await this.query({ text: 'COMMIT' });
    await Promise.all(this.#unanswered);
    if (this.#failure !== undefined) throw this.#failure.error;
    if (command !== 'COMMIT') throw new Error('a failed statement was passed over');
  }

  #together<T>(last: () => T): T {
    if (this.#held.length === 0) return last();
    const held = this.#held;
    this.#held = [];
    // The types do not know the socket; without corking each statement is a system call.
    const { stream } = (this.#client as unknown as { connection: { stream: Duplex } }).connection;
    stream.cork();
    try {
      for (const statement of held) {
        const answered = this.#client.query(statement).catch((error: unknown) => {
          this.#failure ??= { error };
        });
        this.#unanswered.push(answered);
      }
      return last();
    } finally {
      stream.uncork();
    }
  }

  /** After a first failure PostgreSQL only says that the transaction is aborted. */
  async #causeOf(error: unknown): Promise<unknown> {
    await Promise.all(this.#unanswered);
    return this.#failure?.error ?? error;
  }
}
