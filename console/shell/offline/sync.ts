import { ProblemError } from '../problem.ts';
import type { FieldKind, FieldRecord } from './record.ts';
import type { FieldStore } from './store.ts';

/** What sending needs of the server. */
export interface Sender {
  /** Lays one file at the server, to wait for its record; returns its id there. */
  readonly stage: (file: {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: ArrayBuffer;
  }) => Promise<string>;
}

/** How far it is, for whoever waits. */
export interface SyncProgress {
  readonly record: number;
  readonly records: number;
  readonly file: number;
  readonly files: number;
}

/** How a sending ended; nothing was lost in any of these. */
export type SyncEnd = 'done' | 'offline' | 'sign-in' | 'elsewhere' | 'busy';

/** Answers that mean: not now. Everything goes on waiting. */
const notNow = (error: ProblemError): SyncEnd | null => {
  const { status, code } = error.problem;
  if (status === 0) return 'offline';
  if (code === 'not-signed-in' || code === 'fresh-sign-in-required') return 'sign-in';
  return status === 429 || status >= 500 ? 'busy' : null;
};

/**
 * Sends everything that waits, record by record and file by file; what has arrived is noted at once,
 * so that it goes on where it was broken off. Only one window sends at a time.
 * @param now epoch ms
 */
export async function syncRecords(
  store: FieldStore,
  kinds: readonly FieldKind[],
  sender: Sender,
  onProgress: (progress: SyncProgress) => void,
  now: () => number,
): Promise<SyncEnd> {
  return navigator.locks.request(
    `huiyin-field-sync:${store.userId}`,
    { ifAvailable: true },
    async (lock): Promise<SyncEnd> => {
      if (lock === null) return 'elsewhere';
      const waiting = (await store.records()).filter(({ state }) => state === 'waiting');
      for (const [at, record] of waiting.entries()) {
        const kind = kinds.find((each) => each.kind === record.kind);
        if (kind === undefined) continue;
        const tell = (file: number): void =>
          onProgress({
            record: at + 1,
            records: waiting.length,
            file,
            files: record.files.length,
          });
        const end = await sendOne(store, kind, record, sender, tell, now);
        if (end !== 'done') return end;
      }
      return 'done';
    },
  );
}

async function sendOne(
  store: FieldStore,
  kind: FieldKind,
  record: FieldRecord,
  sender: Sender,
  tell: (file: number) => void,
  now: () => number,
): Promise<SyncEnd> {
  let current = record;
  for (let round = 1; ; round += 1) {
    try {
      current = await stageFiles(store, current, sender, tell);
      const uploads = current.files.map(({ id, upload }) => [id, upload ?? ''] as const);
      await kind.send(current, new Map(uploads));
      await store.sent(current, now());
      return 'done';
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const later = notNow(error);
      if (later !== null) return later;
      const { code, detail } = error.problem;
      if (code === 'draft-expired' && round === 1) {
        // Files wait at the server for a day; these waited longer and are sent anew.
        const files = current.files.map((file) => ({ ...file, upload: null }));
        current = { ...current, files };
        await store.put(current);
        continue;
      }
      const state = kind.conflicts.includes(code) ? 'conflict' : 'refused';
      await store.put({ ...current, state, changedAt: now(), trouble: { code, detail } });
      return 'done';
    }
  }
}

async function stageFiles(
  store: FieldStore,
  record: FieldRecord,
  sender: Sender,
  tell: (file: number) => void,
): Promise<FieldRecord> {
  let current = record;
  for (const [at, file] of record.files.entries()) {
    tell(at + 1);
    if (file.upload !== null) continue;
    const bytes = await store.file(file.id);
    if (bytes === null) continue;
    const { name, mediaType } = file;
    const upload = await sender.stage({ name, mediaType, bytes });
    const files = current.files.map((each) => (each.id === file.id ? { ...each, upload } : each));
    current = { ...current, files };
    await store.put(current);
  }
  return current;
}
