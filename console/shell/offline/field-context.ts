import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { Session } from '../session.tsx';
import type { FieldRecord, Taken } from './record.ts';
import type { FieldStore } from './store.ts';
import type { SyncEnd, SyncProgress } from './sync.ts';

/** What a field page works with. */
export interface Field {
  /** Null while there is no network, or nobody is signed in. */
  readonly session: Session | null;
  /** Null until something was taken along on this machine. */
  readonly store: FieldStore | null;
  readonly userId: string;
  readonly displayName: string;
  /**
   * Makes the store on this machine, or gives its word anew; needs a session.
   * @returns null where the browser can keep nothing
   */
  readonly makeStore: (word: string) => Promise<FieldStore | null>;
  /** Sends what waits; a session that ended asks for a sign-in and then goes on. */
  readonly send: () => Promise<void>;
  readonly sending: SyncProgress | null;
  /** How the last sending ended; null before one. */
  readonly ended: SyncEnd | null;
}

export const FieldContext = createContext<Field | null>(null);

export function useFieldWork(): Field {
  const field = useContext(FieldContext);
  if (field === null) throw new Error('no field page');
  return field;
}

/** Reads something of the store, and again whenever it changes; undefined until it is read. */
function useReading<T>(
  store: FieldStore | null,
  read: (store: FieldStore) => Promise<T>,
): T | undefined {
  const [value, setValue] = useState<{ readonly of: T } | null>(null);
  useEffect(() => {
    if (store === null) return undefined;
    let left = false;
    let asked = 0;
    let shown = 0;
    // Two readings may end in the other order: what is older never replaces what is newer.
    const look = () => {
      const mine = (asked += 1);
      void read(store).then((of) => {
        if (left || mine < shown) return;
        shown = mine;
        setValue({ of });
      });
    };
    look();
    const stop = store.subscribe(look);
    return () => {
      left = true;
      stop();
    };
  }, [store, read]);
  return value?.of;
}

/** The records of a kind, or of every kind, as they are now. */
export function useRecords<Body>(kind?: string): readonly FieldRecord<Body>[] | undefined {
  const { store } = useFieldWork();
  return useReading(
    store,
    useCallback((open: FieldStore) => open.records<Body>(kind), [kind]),
  );
}

/** What was taken along of a kind. */
export function useTaken<Value>(kind: string): readonly Taken<Value>[] | undefined {
  const { store } = useFieldWork();
  return useReading(
    store,
    useCallback((open: FieldStore) => open.taken<Value>(kind, Date.now()), [kind]),
  );
}
