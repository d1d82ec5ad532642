/*
 * What lies on a phone that went out without network: one database of the browser, four shelves.
 * Every content is sealed (`seal.ts`); ids, states and times lie open, so that a sign-out can count
 * what was not sent without opening it.
 */

const name = 'huiyin-field';
const shelves = { door: 'userId', taken: 'place', record: 'id', file: 'id' } as const;
export type Shelf = keyof typeof shelves;

let opened: Promise<IDBDatabase> | null = null;

/** Whether this browser can keep and seal anything; without TLS it cannot. */
export const canKeep = (): boolean =>
  'indexedDB' in globalThis && (globalThis.crypto.subtle as SubtleCrypto | undefined) !== undefined;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => {
    for (const [shelf, keyPath] of Object.entries(shelves)) {
      request.result.createObjectStore(shelf, { keyPath });
    }
  });
  const database = await settled(request);
  // A later release in another window must be able to change the shelves.
  database.addEventListener('versionchange', () => {
    database.close();
    opened = null;
  });
  database.addEventListener('close', () => {
    opened = null;
  });
  return database;
}

/**
 * One transaction over some shelves. It is over only when it lies on the disk: a phone whose browser
 * is killed the next moment has kept it.
 * @param work starts its requests without waiting for anything else
 */
export async function onShelves<T>(
  names: readonly Shelf[],
  mode: IDBTransactionMode,
  work: (shelf: (name: Shelf) => IDBObjectStore) => Promise<T> | T,
): Promise<T> {
  opened ??= openDatabase().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  const database = await opened;
  const transaction = database.transaction([...names], mode, { durability: 'strict' });
  const done = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    const failed = () => reject(transaction.error ?? new Error('IndexedDB'));
    transaction.addEventListener('abort', failed);
    transaction.addEventListener('error', failed);
  });
  try {
    const result = await work((shelf) => transaction.objectStore(shelf));
    await done;
    return result;
  } catch (error) {
    // The work failed: the answer is its error, whatever the transaction says besides.
    done.catch(() => undefined);
    throw error;
  }
}

export const readOne = <T>(shelf: Shelf, key: string): Promise<T | undefined> =>
  onShelves([shelf], 'readonly', (at) => settled<T | undefined>(at(shelf).get(key)));

export const readAll = <T>(shelf: Shelf): Promise<readonly T[]> =>
  onShelves([shelf], 'readonly', (at) => settled<T[]>(at(shelf).getAll()));

export const writeOne = (shelf: Shelf, value: unknown): Promise<void> =>
  onShelves([shelf], 'readwrite', (at) => {
    at(shelf).put(value);
  });
