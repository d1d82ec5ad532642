import { actorId, type Actor } from '../../../kernel/actor.ts';
import type { Calendar } from '../../../kernel/calendar.ts';
import { isMovedSince } from '../../../kernel/paper-flow.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStream,
  type Tx,
} from '../../../platform/database/index.ts';
import {
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
  type CaseKey,
} from '../../../platform/vault/index.ts';
import type { OrganisationSnapshot, PetitionDeps } from './deps.ts';
import type { CommandOptions } from './locked.ts';
import { appendDecided, findDone, gatherFor, type Gathering } from './record-steps.ts';

type AnyEvent = { readonly type: string; readonly data: object };
type AnyCommand = { readonly type: string };

interface OwnRecordState {
  readonly id: string;
  readonly version: number;
}

/** What the rules of a record by itself are told besides its state. */
export interface OwnRecordContext {
  /** Epoch ms. */
  readonly now: number;
  readonly actor: Actor;
  /** The actor as the record knows it. */
  readonly by: string;
  readonly calendar: Calendar;
  readonly organisation: OrganisationSnapshot;
}

/** A step that was just written. */
export interface OwnRecordDone<State, Event> {
  readonly before: State | null;
  readonly after: State;
  readonly events: readonly Event[];
  readonly options: CommandOptions;
  /** Epoch ms. */
  readonly at: number;
}

/** A kind of record that hangs on no petition, as its one runner needs it. */
export interface OwnRecordKind<
  State extends OwnRecordState,
  Command extends AnyCommand,
  Event extends AnyEvent,
> {
  /** Kind of its stream. */
  readonly kind: string;
  /** The version that new events are written with. */
  readonly eventVersion: number;
  /** Carries a record over one event; state null at birth. Brings old versions up itself. */
  readonly evolve: (id: string, state: State | null, event: RecordedEvent) => State;
  /** `tx` is for local limits alone. */
  readonly decide: (
    state: State | null,
    command: Command,
    context: OwnRecordContext,
    tx: Tx,
  ) => Promise<Result<readonly Event[], Refusal>> | Result<readonly Event[], Refusal>;
  /** Whether the record's row is there for whoever works in the transaction. */
  readonly passes: (tx: Tx, id: string) => Promise<boolean>;
  readonly isVisible: (actor: Actor, state: State) => boolean;
  /** State null: whether the actor may begin one. */
  readonly may: (actor: Actor, command: Command['type'], state: State | null) => boolean;
  /** Writes what lists read, and what else follows at once; the record's stream is open. */
  readonly project: (
    tx: Tx,
    deps: PetitionDeps,
    done: OwnRecordDone<State, Event>,
  ) => Promise<void> | void;
}

/** What turns typed input into a command, under the record's lock. */
export interface OwnRecordComposing<State> extends Omit<Gathering, 'keep'> {
  readonly tx: Tx;
  readonly id: string;
  /** Null while the record is being begun. */
  readonly state: State | null;
  readonly organisation: OrganisationSnapshot;
  readonly key: CaseKey;
  /** Epoch ms. */
  readonly now: number;
  readonly actor: Actor;
}

interface Asked<State, Command extends AnyCommand> {
  readonly type: Command['type'];
  /** What was typed; the same command id with another input is refused. */
  readonly input: unknown;
  readonly compose: (with_: OwnRecordComposing<State>) => Promise<Command> | Command;
}

export interface OwnRecordAnswer {
  readonly id: string;
  readonly version: number;
}

interface Opened<State> {
  readonly streamId: string;
  readonly head: StreamHead | null;
  readonly state: State | null;
  readonly bodyHash: Buffer;
}

/**
 * Begins a record that hangs on no petition, in one transaction; sent again it is the same one.
 * @param id derived from who asks and their key
 * @returns id and version; refusals `not-permitted`, `idempotency-key-reused`, and those of the rule
 */
export function beginOwnRecord<
  State extends OwnRecordState,
  Command extends AnyCommand,
  Event extends AnyEvent,
>(
  deps: PetitionDeps,
  kind: OwnRecordKind<State, Command, Event>,
  id: string,
  asked: Asked<State, Command>,
  options: CommandOptions,
): Promise<Result<OwnRecordAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, [kind.kind, asked.type, asked.input]);
  return inTransaction(deps, options.actor, async (tx) => {
    await setStream(tx, id);
    const head = await lockStream(tx, id);
    const done = await findDone(tx, id, options.commandId, bodyHash);
    if (done !== null) return ok({ id, version: done });
    if (head !== null) return refuse('idempotency-key-reused');
    if (!kind.may(options.actor, asked.type, null)) {
      return refuse('not-permitted', { verb: asked.type });
    }
    const { key, wrapped, keyVersion } = deps.vault.newCaseKey();
    await insertCase(tx, id, wrapped, keyVersion, []);
    return perform(
      tx,
      deps,
      kind,
      { streamId: id, head, state: null, bodyHash },
      key,
      asked,
      options,
    );
  });
}

/**
 * Does one command on a record that hangs on no petition: lock, load, may, decide, append, project,
 * in one transaction.
 * @returns id and version afterwards; refusals `not-found` (also out of jurisdiction),
 * `version-conflict`, `not-permitted`, `idempotency-key-reused`, and those of the rule
 */
export function runOwnRecord<
  State extends OwnRecordState,
  Command extends AnyCommand,
  Event extends AnyEvent,
>(
  deps: PetitionDeps,
  kind: OwnRecordKind<State, Command, Event>,
  id: string,
  asked: Asked<State, Command>,
  options: CommandOptions,
): Promise<Result<OwnRecordAnswer, Refusal>> {
  return inTransaction(deps, options.actor, (tx) =>
    runOwnRecordIn(tx, deps, kind, id, asked, options),
  );
}

/**
 * The same inside a transaction of somebody else; afterwards the record's stream is open.
 * @throws CommandRefused with the refusals of composing and of the rule
 */
export async function runOwnRecordIn<
  State extends OwnRecordState,
  Command extends AnyCommand,
  Event extends AnyEvent,
>(
  tx: Tx,
  deps: PetitionDeps,
  kind: OwnRecordKind<State, Command, Event>,
  id: string,
  asked: Asked<State, Command>,
  options: CommandOptions,
): Promise<Result<OwnRecordAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, [kind.kind, asked.type, asked.input]);
  if (!(await kind.passes(tx, id))) return refuse('not-found');
  await setStream(tx, id);
  const head = await lockStream(tx, id);
  const done = await findDone(tx, id, options.commandId, bodyHash);
  if (done !== null) return ok({ id, version: done });
  const events = await loadEvents(tx, id);
  const state = events.reduce<State | null>(
    (before, event) => kind.evolve(id, before, event),
    null,
  );
  if (state === null || !kind.isVisible(options.actor, state)) return refuse('not-found');
  const { expectedVersion = state.version } = options;
  if (isMovedSince(events, expectedVersion)) return refuse('version-conflict');
  if (!kind.may(options.actor, asked.type, state)) {
    return refuse('not-permitted', { verb: asked.type });
  }
  const key = await caseKeyOf(tx, deps, id);
  return perform(tx, deps, kind, { streamId: id, head, state, bodyHash }, key, asked, options);
}

async function perform<
  State extends OwnRecordState,
  Command extends AnyCommand,
  Event extends AnyEvent,
>(
  tx: Tx,
  deps: PetitionDeps,
  kind: OwnRecordKind<State, Command, Event>,
  opened: Opened<State>,
  key: CaseKey,
  asked: Asked<State, Command>,
  options: CommandOptions,
): Promise<Result<OwnRecordAnswer, Refusal>> {
  const { streamId: id, state } = opened;
  const { actor } = options;
  const now = options.at ?? tx.openedAt.getTime();
  const organisation = await deps.organisation(tx);
  const owner = options.uploadOwner ?? actorId(actor);
  const { keep, ...gathering } = gatherFor(tx, deps, { streamId: id, key, owner });
  const command = await asked.compose({
    tx,
    id,
    state,
    organisation,
    key,
    now,
    actor,
    ...gathering,
  });
  const context = { now, actor, by: actorId(actor), calendar: deps.calendar(), organisation };
  const decision = await kind.decide(state, command, context, tx);
  if (!decision.ok) throw new CommandRefused(decision);
  const { value: events } = decision;
  if (events.length === 0) return ok({ id, version: state?.version ?? 0 });
  await insertSealed(tx, id, deps.vault.keyVersion, gathering.sealer.rows);
  const { after } = await appendDecided(tx, deps, kind, opened, events, options, now);
  await keep();
  await kind.project(tx, deps, { before: state, after, events, options, at: now });
  return ok({ id, version: after.version });
}
