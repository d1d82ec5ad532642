import { actorId } from '../../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStream,
  unitOf,
  type Tx,
} from '../../../../platform/database/index.ts';
import {
  appendEvents,
  findCommand,
  lockStream,
  type StreamHead,
} from '../../../../platform/record/index.ts';
import {
  bodyHashOf,
  caseKeyOf,
  insertSealed,
  newId,
  Sealer,
  type CaseKey,
} from '../../../../platform/vault/index.ts';
import type { CommandOptions } from '../../../petitions/index.ts';
import type { PublicPromise } from '../case.ts';
import { codeKeyOf, codeOf } from '../codes.ts';
import type { PromiseCommand, PromiseCommandType } from '../command.ts';
import { decidePromise } from '../decide/index.ts';
import { promiseEventVersion, promiseStreamKind, type PromiseEvent } from '../events.ts';
import { evolveHouseholds, evolvePromise } from '../evolve.ts';
import { isPromiseVisible, mayPromise } from '../policy.ts';
import { rowOf } from '../projection.ts';
import { findPromise, writeHouseholds, writePromise, type HouseholdRow } from '../store.ts';
import { upcastPromise } from '../upcast.ts';
import type { PromiseDeps } from './deps.ts';

/** The reading of the rules that decisions are made by; a new reading gets a new name. */
const rulesVersion = 'regulation-2022-05-01';

export interface PromiseAnswer {
  readonly id: string;
  readonly version: number;
}

type Known = ReadonlyMap<string, HouseholdRow>;

/** What turns typed input into a command. */
export interface PromiseComposing {
  readonly tx: Tx;
  readonly promise: PublicPromise;
  readonly key: CaseKey;
  readonly sealer: Sealer;
}

/** A command, and the households that it is about as they were. */
export interface Composed {
  readonly command: PromiseCommand;
  readonly known: Known;
}

export interface Commit {
  readonly id: string;
  readonly head: StreamHead | null;
  readonly before: PublicPromise | null;
  readonly events: readonly PromiseEvent[];
  readonly known: Known;
  readonly bodyHash: Buffer;
  readonly at: number;
}

/** Writes the events of one command and the rows that follow from them; the stream is open. */
export async function commitPromise(
  tx: Tx,
  deps: PromiseDeps,
  { id, head, before, events, known, bodyHash, at }: Commit,
  { actor, commandId }: Pick<CommandOptions, 'actor' | 'commandId'>,
): Promise<PublicPromise> {
  const recorded = await appendEvents(tx, {
    streamId: id,
    kind: promiseStreamKind,
    head,
    events: events.map(({ type, data }) => ({ type, typeVersion: promiseEventVersion, data })),
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
  let after = before;
  for (const event of recorded.map(upcastPromise)) {
    after = evolvePromise(id, after, event);
    writeHouseholds(
      tx,
      id,
      evolveHouseholds(known, event).map((household) => ({
        ...household,
        codeKey: codeKeyOf(deps, id, codeOf(deps, household)),
      })),
    );
  }
  if (after === null) throw new Error('A command without events leaves no promise');
  writePromise(tx, rowOf(after));
  return after;
}

/**
 * Does one command on a promise, in one transaction. Its state is the row, which follows from the
 * record: thousands of households need not be folded for each step.
 * @returns the version afterwards; refusals `not-found` (also out of jurisdiction), `not-permitted`,
 * `version-conflict`, `idempotency-key-reused`, and those of the rule
 */
export function runPromise(
  deps: PromiseDeps,
  id: string,
  asked: {
    readonly type: PromiseCommandType;
    /** What was typed; the same command id with another input is refused. */
    readonly input: unknown;
    readonly compose: (with_: PromiseComposing) => Promise<Composed>;
  },
  options: CommandOptions,
): Promise<Result<PromiseAnswer, Refusal>> {
  const { actor, commandId, expectedVersion } = options;
  const bodyHash = bodyHashOf(deps.keys, [asked.type, asked.input]);
  return inTransaction(deps, actor, async (tx) => {
    if ((await findPromise(tx, id)) === null) return refuse('not-found');
    await setStream(tx, id);
    const head = await lockStream(tx, id);
    const row = await findPromise(tx, id);
    if (head === null || row === null || !isPromiseVisible(actor, row.promise)) {
      return refuse('not-found');
    }
    const { promise } = row;
    const done = await findCommand(tx, id, commandId);
    if (done !== null) {
      return done.bodyHash.equals(bodyHash)
        ? ok({ id, version: done.lastSeq })
        : refuse('idempotency-key-reused');
    }
    if (expectedVersion !== undefined && expectedVersion !== promise.version) {
      return refuse('version-conflict');
    }
    if (!mayPromise(actor, asked.type, promise)) {
      return refuse('not-permitted', { verb: asked.type });
    }
    const key = await caseKeyOf(tx, deps, id);
    const sealer = new Sealer({ vault: deps.vault, key, streamId: id, nextId: newId });
    const { command, known } = await asked.compose({ tx, promise, key, sealer });
    const decision = decidePromise(
      promise,
      command,
      { actor, accusation: false },
      (household) => known.get(household)?.place ?? 0,
    );
    if (!decision.ok) throw new CommandRefused(decision);
    if (decision.value.length === 0) return ok({ id, version: promise.version });
    await insertSealed(tx, id, deps.vault.keyVersion, sealer.rows);
    const after = await commitPromise(
      tx,
      deps,
      {
        id,
        head,
        before: promise,
        events: decision.value,
        known,
        bodyHash,
        at: options.at ?? tx.openedAt.getTime(),
      },
      options,
    );
    return ok({ id, version: after.version });
  });
}
