import { useCallback, useEffect, useRef, useState } from 'react';
import type { TakenVisit } from '../../../src/capabilities/case-sponsorship/visits/view.ts';
import { useFieldWork, useRecords, useTaken } from '../../shell/offline/field-context.ts';
import type { RecordState } from '../../shell/offline/record.ts';
import type { FieldStore } from '../../shell/offline/store.ts';
import { newKey } from '../../shell/use-submission.ts';
import {
  emptyNotes,
  todayHere,
  visitRecordKind,
  type FieldNotes,
  type VisitFieldRecord,
} from './notes.ts';

export interface Notes {
  readonly visit: TakenVisit | null;
  readonly record: VisitFieldRecord | null;
  readonly store: FieldStore;
  /** Writes what was typed to the telephone at once. */
  readonly change: (next: (body: FieldNotes) => FieldNotes) => void;
  readonly setState: (state: RecordState) => Promise<void>;
  readonly addFile: (role: string, name: string, blob: Blob) => Promise<void>;
  readonly removeFile: (id: string) => Promise<void>;
  readonly discard: () => Promise<void>;
  /** The last change did not fit on the telephone any more. */
  readonly full: boolean;
}

/**
 * The notes of one visit. The newest stand here, each change goes to the telephone at once; what
 * sending or another window changed comes in while nothing is being written here.
 * @returns null until it is read
 */
export function useNotes(visitId: string): Notes | null {
  const { store } = useFieldWork();
  const taken = useTaken<TakenVisit>(visitRecordKind);
  const records = useRecords<FieldNotes>(visitRecordKind);
  const [full, setFull] = useState(false);
  const [own, setOwn] = useState<VisitFieldRecord | null>(null);
  const latest = useRef<VisitFieldRecord | null>(null);
  const writing = useRef(0);

  const kept = records?.findLast(({ about }) => about === visitId) ?? null;
  useEffect(() => {
    if (writing.current > 0) return;
    latest.current = kept;
    setOwn(kept);
  }, [kept]);

  const visit = taken?.find(({ id }) => id === visitId)?.value ?? null;
  const put = useCallback(
    async (next: VisitFieldRecord) => {
      if (store === null) return;
      latest.current = next;
      setOwn(next);
      writing.current += 1;
      try {
        await store.put(next);
        setFull(false);
      } catch {
        setFull(true);
      } finally {
        writing.current -= 1;
      }
    },
    [store],
  );
  if (store === null || taken === undefined || records === undefined) return null;

  const empty = (): FieldNotes => emptyNotes(visit?.version ?? 0, todayHere(Date.now()));
  const current = (): VisitFieldRecord =>
    latest.current ?? {
      id: newKey(),
      kind: visitRecordKind,
      about: visitId,
      state: 'draft',
      madeAt: Date.now(),
      changedAt: Date.now(),
      body: empty(),
      files: [],
      trouble: null,
    };
  const update = (next: (record: VisitFieldRecord) => VisitFieldRecord) =>
    put({ ...next(current()), changedAt: Date.now() });
  return {
    visit,
    record: own,
    store,
    full,
    change: (next) => void update((record) => ({ ...record, body: next(record.body ?? empty()) })),
    setState: (state) => update((record) => ({ ...record, state, trouble: null })),
    addFile: async (role, name, blob) => {
      const id = newKey();
      const { id: recordId } = current();
      try {
        // The bytes first: a file that is named is there.
        await store.putFile(recordId, id, await blob.arrayBuffer());
      } catch {
        setFull(true);
        return;
      }
      const file = { id, role, name, mediaType: blob.type, size: blob.size, upload: null };
      await update((record) => ({ ...record, id: recordId, files: [...record.files, file] }));
    },
    removeFile: async (id) => {
      await update((record) => ({
        ...record,
        files: record.files.filter((file) => file.id !== id),
      }));
      await store.dropFile(id);
    },
    discard: async () => {
      const record = latest.current;
      latest.current = null;
      setOwn(null);
      if (record !== null) await store.drop(record);
    },
  };
}
