import { onShelves, readAll, readOne, writeOne } from './database.ts';
import { isUnsent, type FieldRecord, type RecordState, type Taken } from './record.ts';
import { openBytes, openValue, sealBytes, sealValue, type SealedBytes } from './seal.ts';

/** What was taken along is thrown away after this time, in milliseconds; what was written stays. */
const takenMs = 3 * 24 * 3_600_000;

interface TakenRow extends SealedBytes {
  readonly place: string;
  readonly userId: string;
  readonly kind: string;
  readonly id: string;
  readonly takenAt: number;
}

interface RecordRow extends SealedBytes {
  readonly id: string;
  readonly userId: string;
  readonly kind: string;
  readonly state: RecordState;
  readonly madeAt: number;
  readonly changedAt: number;
}

interface FileRow extends SealedBytes {
  readonly id: string;
  readonly userId: string;
  readonly record: string;
}

type Inside = Pick<FieldRecord, 'about' | 'body' | 'files' | 'trouble'>;

const channel = 'huiyin-field';

/**
 * What one person took along and wrote down, sealed in this browser; open only here, with the key
 * that the door gave. Several windows may have it open: each hears of the others' changes.
 */
export class FieldStore {
  readonly userId: string;
  readonly #key: CryptoKey;
  readonly #channel = new BroadcastChannel(channel);
  readonly #listeners = new Set<() => void>();
  /** Writings of one record come to the disk in the order in which they were made. */
  readonly #writing = new Map<string, Promise<unknown>>();

  constructor(userId: string, key: CryptoKey) {
    this.userId = userId;
    this.#key = key;
    this.#channel.addEventListener('message', () => this.#tell());
  }

  /** Calls back after every change, of this window or another; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#channel.close();
    this.#listeners.clear();
  }

  /** Puts what was downloaded in the place of what was taken along of this kind before. */
  async take(
    kind: string,
    values: readonly { readonly id: string; readonly value: unknown }[],
    now: number,
  ): Promise<void> {
    const rows = await Promise.all(
      values.map(async ({ id, value }): Promise<TakenRow> => {
        const place = this.#placeOf('taken', `${kind}:${id}`);
        const sealed = await sealValue(this.#key, value, place);
        return { place, userId: this.userId, kind, id, takenAt: now, ...sealed };
      }),
    );
    const [before, records] = await Promise.all([
      readAll<TakenRow>('taken'),
      readAll<RecordRow>('record'),
    ]);
    await onShelves(['taken', 'record'], 'readwrite', (at) => {
      for (const row of before) {
        if (row.userId === this.userId && row.kind === kind) at('taken').delete(row.place);
      }
      for (const row of rows) at('taken').put(row);
      for (const row of records) {
        if (row.userId === this.userId && row.kind === kind && row.state === 'sent') {
          at('record').delete(row.id);
        }
      }
    });
    this.#changed();
  }

  /** What was taken along and is not too old. */
  async taken<Value>(kind: string, now: number): Promise<readonly Taken<Value>[]> {
    const rows = (await readAll<TakenRow>('taken')).filter(
      (row) => row.userId === this.userId && row.kind === kind && now - row.takenAt < takenMs,
    );
    const opened = await Promise.all(
      rows.map(async ({ id, place, takenAt, iv, sealed }) => {
        const value = await openValue<Value>(this.#key, { iv, sealed }, place);
        return value === null ? [] : [{ id, kind, takenAt, value }];
      }),
    );
    return opened.flat();
  }

  /** All records of a kind, or of every kind, oldest first. */
  async records<Body>(kind?: string): Promise<readonly FieldRecord<Body>[]> {
    const rows = (await readAll<RecordRow>('record')).filter(
      (row) => row.userId === this.userId && (kind === undefined || row.kind === kind),
    );
    const opened = await Promise.all(rows.map((row) => this.#open<Body>(row)));
    return opened.flat().toSorted((one, other) => one.madeAt - other.madeAt);
  }

  async record<Body>(id: string): Promise<FieldRecord<Body> | null> {
    const row = await readOne<RecordRow>('record', id);
    if (row === undefined || row.userId !== this.userId) return null;
    return (await this.#open<Body>(row))[0] ?? null;
  }

  /** Keeps a record as it is now; when this is over, it lies on the disk. */
  put(record: FieldRecord): Promise<void> {
    return this.#inOrder(record.id, async () => {
      const { id, kind, state, madeAt, changedAt, about, body, files, trouble } = record;
      const inside: Inside = { about, body, files, trouble };
      const sealed = await sealValue(this.#key, inside, this.#placeOf('record', id));
      const row = { id, userId: this.userId, kind, state, madeAt, changedAt, ...sealed };
      await writeOne('record', row);
    });
  }

  async putFile(record: string, id: string, bytes: ArrayBuffer): Promise<void> {
    const sealed = await sealBytes(this.#key, bytes, this.#placeOf('file', id));
    await writeOne('file', { id, userId: this.userId, record, ...sealed });
  }

  /** @returns null when it is not here */
  async file(id: string): Promise<ArrayBuffer | null> {
    const row = await readOne<FileRow>('file', id);
    return row === undefined ? null : openBytes(this.#key, row, this.#placeOf('file', id));
  }

  /** Takes one file of a record away. */
  async dropFile(id: string): Promise<void> {
    await onShelves(['file'], 'readwrite', (at) => {
      at('file').delete(id);
    });
  }

  /** Gives a record up with its files; what asks for it must have asked the person. */
  drop(record: FieldRecord): Promise<void> {
    return this.#inOrder(record.id, async () => {
      await onShelves(['record', 'file'], 'readwrite', (at) => {
        at('record').delete(record.id);
        for (const { id } of record.files) at('file').delete(id);
      });
    });
  }

  /** The server has it: only that it was sent remains here, until something new is taken along. */
  sent(record: FieldRecord, now: number): Promise<void> {
    return this.#inOrder(record.id, async () => {
      const { id, kind, madeAt, about } = record;
      const inside: Inside = { about, body: null, files: [], trouble: null };
      const sealed = await sealValue(this.#key, inside, this.#placeOf('record', id));
      const { userId } = this;
      await onShelves(['record', 'file'], 'readwrite', (at) => {
        at('record').put({ id, userId, kind, state: 'sent', madeAt, changedAt: now, ...sealed });
        for (const file of record.files) at('file').delete(file.id);
      });
    });
  }

  async #open<Body>(row: RecordRow): Promise<readonly FieldRecord<Body>[]> {
    const { id, kind, state, madeAt, changedAt } = row;
    const inside = await openValue<Inside>(this.#key, row, this.#placeOf('record', id));
    if (inside === null) return [];
    // What a kind keeps is what it reads.
    return [{ id, kind, state, madeAt, changedAt, ...inside, body: inside.body as Body | null }];
  }

  async #inOrder(id: string, work: () => Promise<void>): Promise<void> {
    const before = this.#writing.get(id) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#writing.set(id, mine);
    try {
      await mine;
    } finally {
      if (this.#writing.get(id) === mine) this.#writing.delete(id);
      this.#changed();
    }
  }

  #placeOf(shelf: string, id: string): string {
    return `${this.userId}:${shelf}:${id}`;
  }

  #changed(): void {
    // A channel is of one origin anyway.
    // eslint-disable-next-line unicorn/require-post-message-target-origin
    this.#channel.postMessage('changed');
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** How much of a person's work would be lost; counted without opening anything. */
export async function countUnsent(userId: string): Promise<number> {
  const rows = await readAll<RecordRow>('record');
  return rows.filter((row) => row.userId === userId && isUnsent(row)).length;
}
