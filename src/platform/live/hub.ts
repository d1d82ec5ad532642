import { Client } from 'pg';
import { clientConfig } from '../database/index.ts';
import { channel } from './announce.ts';
import { parseChange, type Change, type Told } from './change.ts';

type Listener = (told: Told) => void;

/** Milliseconds between attempts to listen again: the first, and the longest. */
const pauses = { first: 200, longest: 5000 };

/**
 * Hears of every committed change, whichever process made it, and hands it to those of this process
 * who listen. One connection for all of them; when it breaks it is made anew and everybody is told
 * that something may have been missed.
 */
export class LiveHub {
  readonly #url: string;
  readonly #onError: (error: unknown) => void;
  readonly #byTopic = new Map<string, Set<Listener>>();
  readonly #leaving = new Set<() => void>();
  #client: Client | undefined;
  #stopped = false;
  #retry: NodeJS.Timeout | undefined;

  /**
   * @param options.url the database's address
   * @param options.onError told when the connection breaks
   */
  constructor(options: { readonly url: string; readonly onError: (error: unknown) => void }) {
    this.#url = options.url;
    this.#onError = options.onError;
  }

  /** Listens; a database that is not there is tried again. */
  async start(): Promise<void> {
    this.#stopped = false;
    await this.#connect(pauses.first);
  }

  /** Ends all streams and the connection. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    for (const leave of this.#leaving) leave();
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  /** How many listen now. */
  get listeners(): number {
    return this.#leaving.size;
  }

  /**
   * @param topics what to hear of
   * @param listener called once per change, also where several topics fit
   * @param onStop called when the hub ends
   * @returns how to stop listening
   */
  listen(topics: readonly string[], listener: Listener, onStop: () => void): () => void {
    // One function per call: the same listener given twice hears twice.
    const hear: Listener = (told) => listener(told);
    for (const topic of topics) {
      const those = this.#byTopic.get(topic) ?? new Set();
      this.#byTopic.set(topic, those.add(hear));
    }
    this.#leaving.add(onStop);
    return () => {
      this.#leaving.delete(onStop);
      for (const topic of topics) {
        const those = this.#byTopic.get(topic);
        those?.delete(hear);
        if (those?.size === 0) this.#byTopic.delete(topic);
      }
    };
  }

  #tell(change: Change): void {
    const those = new Set(change.topics.flatMap((topic) => [...(this.#byTopic.get(topic) ?? [])]));
    for (const listener of those) listener(change);
  }

  #tellGap(): void {
    const all = new Set([...this.#byTopic.values()].flatMap((those) => [...those]));
    for (const listener of all) listener('gap');
  }

  async #connect(pause: number): Promise<void> {
    const client = new Client({ ...clientConfig(this.#url), application_name: 'huiyin live' });
    const again = (error: unknown): void => {
      if (this.#stopped || this.#client !== client) return;
      this.#client = undefined;
      this.#onError(error);
      client.end().catch(() => undefined);
      this.#retry = setTimeout(
        () => void this.#connect(Math.min(pause * 2, pauses.longest)),
        pause,
      );
    };
    this.#client = client;
    client.on('error', again);
    client.on('end', () => again(new Error('the live connection ended')));
    client.on('notification', ({ payload }) => {
      const change = parseChange(payload);
      if (change !== null) this.#tell(change);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      // What was committed between two connections was heard by nobody.
      this.#tellGap();
    } catch (error) {
      again(error);
    }
  }
}
