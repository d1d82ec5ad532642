/** An event on its way into the record. */
export interface NewEvent {
  readonly type: string;
  readonly typeVersion: number;
  readonly data: object;
}

/** Who, in whose name, when and under which rules: the same for all events of one command. */
export interface Stamp {
  readonly actor: string;
  readonly unitId: string | null;
  readonly calendarVersion: string;
  readonly rulesVersion: string;
  readonly commandId: string;
}

/** An event as it stands in the record. */
export interface RecordedEvent extends NewEvent {
  readonly streamId: string;
  readonly seq: number;
  /** Epoch ms. */
  readonly at: number;
  readonly actor: string;
  readonly unitId: string | null;
  readonly calendarVersion: string;
  readonly rulesVersion: string;
  readonly commandId: string;
  readonly hash: Buffer;
}

/** The newest point of a stream. */
export interface StreamHead {
  readonly streamId: string;
  readonly seq: number;
  readonly hash: Buffer;
  /** Epoch ms of the newest event. */
  readonly lastAt: number;
}
