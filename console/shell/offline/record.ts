/**
 * Where a record stands: being written; waiting to be sent; met somebody else's change; refused with
 * a reason; sent. Only the person moves it out of `conflict` and `refused`.
 */
export type RecordState = 'draft' | 'waiting' | 'conflict' | 'refused' | 'sent';

/** A photograph or voice note beside a record; its bytes lie apart. */
export interface FieldFile {
  readonly id: string;
  /** What it is to the record, such as `photo` or `voice`. */
  readonly role: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Id at the server once it lies there, waiting for its record. */
  readonly upload: string | null;
}

/** What somebody wrote down without network, of one kind. */
export interface FieldRecord<Body = unknown> {
  /** Made on the phone; the server does the same id once (Idempotency-Key). */
  readonly id: string;
  readonly kind: string;
  /** Id of what it is about, such as the visit; null for something new. */
  readonly about: string | null;
  readonly state: RecordState;
  /** Epoch ms. */
  readonly madeAt: number;
  readonly changedAt: number;
  /** Null once it was sent: then the server has it, and nothing of it stays on the telephone. */
  readonly body: Body | null;
  readonly files: readonly FieldFile[];
  /** Why it waits for the person. */
  readonly trouble: { readonly code: string; readonly detail: string } | null;
}

/** What was downloaded to be taken along. */
export interface Taken<Value = unknown> {
  readonly id: string;
  readonly kind: string;
  readonly takenAt: number;
  readonly value: Value;
}

/** How the records of one kind reach the server; each capability with field pages has one. */
export interface FieldKind {
  readonly kind: string;
  /**
   * Sends one record whose files lie at the server already. Uses `api` with `key: record.id`, so that
   * a lost answer doubles nothing. Whatever it throws is judged by `sync.ts`.
   * @param uploads id at the server by id of the file
   */
  readonly send: (record: FieldRecord, uploads: ReadonlyMap<string, string>) => Promise<void>;
  /** Refusals that mean: somebody changed it meanwhile, the person has to look at both. */
  readonly conflicts: readonly string[];
}

/** Whether leaving now would lose it. */
export const isUnsent = ({ state }: Pick<FieldRecord, 'state'>): boolean => state !== 'sent';
