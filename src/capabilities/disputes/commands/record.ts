import { actorId, type Actor } from '../../../kernel/actor.ts';
import type { Calendar } from '../../../kernel/calendar.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import {
  CommandRefused,
  inTransaction,
  setStreams,
  unitOf,
  type Tx,
} from '../../../platform/database/index.ts';
import {
  appendEvents,
  findCommand,
  loadEvents,
  lockStream,
  type RecordedEvent,
  type StreamHead,
} from '../../../platform/record/index.ts';
import {
  bodyHashOf,
  caseKeyOf,
  insertCase,
  insertSealed,
  newId,
  Sealer,
  type CaseKey,
} from '../../../platform/vault/index.ts';
import {
  checkWords,
  type CommandOptions,
  type OrganisationSnapshot,
} from '../../petitions/index.ts';
import type { DisputeDeps } from './deps.ts';

/** The reading of the rules that decisions are made by; a new reading gets a new name. */
export const rulesVersion = 'regulation-2022-05-01';

/** What the rules of a record are told besides its state. */
export interface RecordContext {
  readonly tx: Tx;
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly calendar: Calendar;
  readonly organisation: OrganisationSnapshot;
}

/** A kind of record that stands beside no petition, as the one runner of this capability needs it. */
export interface RecordKind<
  State extends { readonly id: string; readonly version: number },
  Command extends { readonly type: string },
  Event extends { readonly type: string; readonly data: object },
> {
  readonly kind: string;
  readonly eventVersion: number;
  readonly evolve: (id: string, state: State | null, event: RecordedEvent) => State;
  readonly decide: (
    state: State | null,
    command: Command,
    context: RecordContext,
  ) => Promise<Result<readonly Event[], Refusal>>;
  /** Whether the record's row is there for whoever works in the transaction. */
  readonly passes: (tx: Tx, id: string) => Promise<boolean>;
  readonly isVisible: (actor: Actor, state: State) => boolean;
  readonly may: (actor: Actor, command: Command['type'], state: State | null) => boolean;
  /** Writes what lists read; the record's own stream is open. */
  readonly project: (tx: Tx, deps: DisputeDeps, state: State, events: readonly Event[]) => void;
}

/** What turns typed input into a command. */
export interface RecordComposing<State> extends Omit<RecordContext, 'calendar'> {
  readonly state: State | null;
  readonly sealer: Sealer;
  readonly key: CaseKey;
  /** Checks and seals words; refused ones leave by `CommandRefused`. */
  readonly words: (value: string, field: string, limit: number) => SealedText;
  readonly optionalWords: (
    value: string | undefined,
    field: string,
    limit: number,
  ) => SealedText | null;
}

export interface Asked<State, Command extends { readonly type: string }> {
  readonly type: Command['type'];
  /** What was typed; the same command id with another input is refused. */
  readonly input: unknown;
  readonly compose: (with_: RecordComposing<State>) => Command | Promise<Command>;
}

export interface RecordAnswer {
  readonly id: string;
  readonly version: number;
}

/** The answer to a command that was done before; null when it was not. */
async function findDone(
  tx: Tx,
  id: string,
  commandId: string,
  bodyHash: Buffer,
): Promise<RecordAnswer | null> {
  const done = await findCommand(tx, id, commandId);
  if (done === null) return null;
  if (!done.bodyHash.equals(bodyHash)) throw new CommandRefused(refuse('idempotency-key-reused'));
  return { id, version: done.lastSeq };
}

interface Before<State> {
  readonly head: StreamHead | null;
  readonly state: State | null;
}

/**
 * Does one command on a record of this capability, in one transaction: a new one with `born`, else
 * one whose row the actor may pass.
 * @returns the version afterwards; refusals `not-found` (also out of jurisdiction), `not-permitted`,
 * `version-conflict`, `idempotency-key-reused`, and those of the rule
 */
export function runRecord<
  State extends { readonly id: string; readonly version: number },
  Command extends { readonly type: string },
  Event extends { readonly type: string; readonly data: object },
>(
  deps: DisputeDeps,
  kind: RecordKind<State, Command, Event>,
  place: { readonly id: string; readonly born: boolean },
  asked: Asked<State, Command>,
  options: CommandOptions,
): Promise<Result<RecordAnswer, Refusal>> {
  const { id, born } = place;
  const { actor } = options;
  const bodyHash = bodyHashOf(deps.keys, [kind.kind, asked.type, asked.input]);
  return inTransaction(deps, actor, async (tx) => {
    if (!born && !(await kind.passes(tx, id))) return refuse('not-found');
    await setStreams(tx, [id]);
    const head = await lockStream(tx, id);
    const done = await findDone(tx, id, options.commandId, bodyHash);
    if (done !== null) return ok(done);
    const state = (await loadEvents(tx, id)).reduce<State | null>(
      (before, event) => kind.evolve(id, before, event),
      null,
    );
    // Made by the same command while this one waited for the stream.
    const met = born && state !== null ? await findDone(tx, id, options.commandId, bodyHash) : null;
    if (met !== null) return ok(met);
    if (!born && (state === null || !kind.isVisible(actor, state))) return refuse('not-found');
    const { expectedVersion } = options;
    if (state !== null && expectedVersion !== undefined && expectedVersion !== state.version) {
      return refuse('version-conflict');
    }
    if (!kind.may(actor, asked.type, state)) return refuse('not-permitted', { verb: asked.type });
    return ok(await perform(tx, deps, kind, id, { head, state }, asked, options, bodyHash));
  });
}

async function perform<
  State extends { readonly id: string; readonly version: number },
  Command extends { readonly type: string },
  Event extends { readonly type: string; readonly data: object },
>(
  tx: Tx,
  deps: DisputeDeps,
  kind: RecordKind<State, Command, Event>,
  id: string,
  { head, state }: Before<State>,
  asked: Asked<State, Command>,
  { actor, commandId, at }: CommandOptions,
  bodyHash: Buffer,
): Promise<RecordAnswer> {
  const made = state === null ? deps.vault.newCaseKey() : null;
  const key = made?.key ?? (await caseKeyOf(tx, deps, id));
  const sealer = new Sealer({ vault: deps.vault, key, streamId: id, nextId: newId });
  const organisation = await deps.organisation(tx);
  const now = at ?? tx.openedAt.getTime();
  const words: RecordComposing<State>['words'] = (value, field, limit) => {
    const checked = checkWords(value, field, limit);
    if (!checked.ok) throw new CommandRefused(checked);
    return sealer.text(checked.value);
  };
  const calendar = deps.calendar();
  const command = await asked.compose({
    tx,
    actor,
    now,
    organisation,
    state,
    sealer,
    key,
    words,
    optionalWords: (value, field, limit) =>
      value === undefined || value.trim() === '' ? null : words(value, field, limit),
  });
  const decision = await kind.decide(state, command, { tx, actor, now, calendar, organisation });
  if (!decision.ok) throw new CommandRefused(decision);
  if (decision.value.length === 0) return { id, version: state?.version ?? 0 };
  if (made === null) await insertSealed(tx, id, deps.vault.keyVersion, sealer.rows);
  else await insertCase(tx, id, made.wrapped, made.keyVersion, sealer.rows);
  const recorded = await appendEvents(tx, {
    streamId: id,
    kind: kind.kind,
    head,
    events: decision.value.map(({ type, data }) => ({
      type,
      typeVersion: kind.eventVersion,
      data,
    })),
    stamp: {
      actor: actorId(actor),
      unitId: unitOf(actor),
      calendarVersion: calendar.version,
      rulesVersion,
      commandId,
    },
    at: now,
    bodyHash,
  });
  const after = recorded.reduce<State | null>(
    (before, event) => kind.evolve(id, before, event),
    state,
  );
  if (after === null) throw new Error('A command without events leaves no record');
  kind.project(tx, deps, after, decision.value);
  return { id, version: after.version };
}
