import { actorId } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/refusals.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import { CommandRefused, unitOf, type Tx } from '../../../platform/database/index.ts';
import {
  appendEvents,
  findCommand,
  type RecordedEvent,
  type StreamHead,
} from '../../../platform/record/index.ts';
import { newId, Sealer, type CaseKey } from '../../../platform/vault/index.ts';
import { keepFiles } from '../file-store.ts';
import { checkWords } from '../intake-check.ts';
import type { AttachmentRef } from '../petition.ts';
import { rulesVersion } from './commit.ts';
import type { PetitionDeps } from './deps.ts';
import type { CommandOptions } from './locked.ts';
import { attachUploads, dropStaged } from './uploads.ts';

/*
 * What every command on a record does, whether the record stands beside a petition (`case-run.ts`) or
 * by itself (`own-record-run.ts`).
 */

/** The version after a command that was done before; null when it was not. */
export async function findDone(
  tx: Tx,
  streamId: string,
  commandId: string,
  bodyHash: Buffer,
): Promise<number | null> {
  const done = await findCommand(tx, streamId, commandId);
  if (done === null) return null;
  if (!done.bodyHash.equals(bodyHash)) throw new CommandRefused(refuse('idempotency-key-reused'));
  return done.lastSeq;
}

/** What is sealed and taken along while a command is composed. */
export interface Gathering {
  readonly sealer: Sealer;
  /** Checks and seals words; refused ones leave by `CommandRefused`. */
  readonly words: (
    value: string,
    field: string,
    limit: number,
    more?: Readonly<Record<string, string>>,
  ) => SealedText;
  /** The same for words that may be left out. */
  readonly optionalWords: (
    value: string | undefined,
    field: string,
    limit: number,
  ) => SealedText | null;
  /** Moves staged files under the key of the record. */
  readonly attach: (uploads: readonly string[]) => Promise<readonly AttachmentRef[]>;
  /** Keeps the files for the record; the staged ones have found it. */
  readonly keep: () => Promise<void>;
}

/** @param owner who staged the files */
export function gatherFor(
  tx: Tx,
  deps: PetitionDeps,
  { streamId, key, owner }: { streamId: string; key: CaseKey; owner: string },
): Gathering {
  const sealer = new Sealer({ vault: deps.vault, key, streamId, nextId: newId });
  const taken: string[] = [];
  const files: string[] = [];
  const words: Gathering['words'] = (value, field, limit, more = {}) => {
    const checked = checkWords(value, field, limit);
    if (!checked.ok) throw new CommandRefused(checked);
    return sealer.text(checked.value, more);
  };
  return {
    sealer,
    words,
    optionalWords: (value, field, limit) =>
      value === undefined || value.trim() === '' ? null : words(value, field, limit),
    attach: async (uploads) => {
      const moved = await attachUploads(tx, deps, {
        streamId,
        caseKey: key,
        sealer,
        uploads,
        owner,
      });
      if (!moved.ok) throw new CommandRefused(moved);
      taken.push(...uploads);
      const attached = moved.value.map(({ attachment }) => attachment);
      files.push(...attached.map(({ address }) => address));
      return attached;
    },
    keep: async () => {
      await keepFiles(tx, streamId, files);
      await dropStaged(tx, taken);
    },
  };
}

/** How a kind of record names, numbers and folds its events. */
interface Folding<State> {
  readonly kind: string;
  readonly eventVersion: number;
  readonly evolve: (id: string, state: State | null, event: RecordedEvent) => State;
}

/** Writes the events of one command; its stream must be open. */
export async function appendDecided<State>(
  tx: Tx,
  deps: PetitionDeps,
  kind: Folding<State>,
  before: {
    readonly streamId: string;
    readonly head: StreamHead | null;
    readonly state: State | null;
    readonly bodyHash: Buffer;
  },
  events: readonly { readonly type: string; readonly data: object }[],
  { actor, commandId }: CommandOptions,
  at: number,
): Promise<{ readonly recorded: readonly RecordedEvent[]; readonly after: State }> {
  const { streamId, head, state, bodyHash } = before;
  const recorded = await appendEvents(tx, {
    streamId,
    kind: kind.kind,
    head,
    events: events.map(({ type, data }) => ({ type, typeVersion: kind.eventVersion, data })),
    stamp: {
      actor: actorId(actor),
      unitId: unitOf(actor),
      calendarVersion: deps.calendar().version,
      rulesVersion,
      commandId,
    },
    at,
    bodyHash,
  });
  const after = recorded.reduce<State | null>(
    (each, event) => kind.evolve(streamId, each, event),
    state,
  );
  if (after === null) throw new Error('A command without events leaves no record');
  return { recorded, after };
}
