import { actorId, type Actor } from '../../../kernel/actor.ts';
import { isMovedSince } from '../../../kernel/paper-flow.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import {
  CommandRefused,
  inTransaction,
  setStream,
  unitOf,
  type Tx,
} from '../../../platform/database/index.ts';
import {
  appendEvents,
  findCommand,
  loadEvents,
  lockStream,
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
  attachUploads,
  checkWords,
  dropStaged,
  keepFiles,
  type OrganisationSnapshot,
} from '../../petitions/index.ts';
import { foldOwn, type OwnKind, type OwnState } from '../own-kind.ts';
import { rowOfOwn } from '../own-row.ts';
import { findOwn, writeOwn } from '../own-store.ts';
import type { OwnOptions, SupervisionDeps } from './deps.ts';

/** The reading of the rules that decisions are made by; a new reading gets a new name. */
const rulesVersion = 'regulation-2022-05-01';

/** A file that came with a step. */
export interface OwnFile {
  readonly id: string;
  readonly address: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly name: SealedItem;
}

/** What composing a command has at hand, under the record's lock. */
export interface OwnComposing<State> {
  readonly tx: Tx;
  readonly deps: SupervisionDeps;
  readonly id: string;
  readonly state: State | null;
  readonly organisation: OrganisationSnapshot;
  readonly sealer: Sealer;
  readonly key: CaseKey;
  /** Epoch ms. */
  readonly now: number;
  readonly actor: Actor;
  /** The id of what the command makes: the same when it is sent again. */
  readonly madeId: string;
  /** Cleans and seals what was typed; what is empty is refused. */
  readonly words: (value: string, field: string, limit: number) => SealedText;
  readonly optionalWords: (value: string, field: string, limit: number) => SealedText | null;
  /** Cleans what stands open in the record: names of programmes, never of people. */
  readonly clean: (value: string, field: string, limit: number) => string;
  readonly attach: (uploads: readonly string[]) => Promise<readonly OwnFile[]>;
}

type Rules<S extends OwnState, C extends { readonly type: string }, E extends EventLike> = OwnKind<
  S,
  C,
  E
>;
interface EventLike {
  readonly type: string;
  readonly data: object;
}

/** A kind of record with what its commands bring about in the same transaction. */
export interface OwnWork<
  State extends OwnState,
  Command extends { readonly type: string },
  Event extends EventLike,
> {
  readonly rules: Rules<State, Command, Event>;
  /** Told after the row is written; the record's stream is open. */
  readonly carry?: (
    tx: Tx,
    deps: SupervisionDeps,
    done: {
      readonly before: State | null;
      readonly after: State;
      readonly events: readonly Event[];
      readonly options: OwnOptions;
      readonly at: number;
    },
  ) => Promise<void>;
}

/** One command on its way: what was typed, and how it becomes a command under the lock. */
export interface OwnStep<State, Command extends { readonly type: string }> {
  readonly type: Command['type'];
  /** What a retry is compared by. */
  readonly input: unknown;
  readonly compose: (from: OwnComposing<State>) => Promise<Command> | Command;
}

/** The record's version after the step, and the id of what it made, if it made something. */
export interface OwnAnswer {
  readonly id: string;
  readonly version: number;
  readonly made: string;
}

interface Opened<State> {
  readonly head: StreamHead | null;
  readonly state: State | null;
  readonly key: CaseKey;
}

/** Cleans words; a refusal leaves by exception and becomes the answer. */
function clean(value: string, field: string, limit: number): string {
  const checked = checkWords(value, field, limit);
  if (!checked.ok) throw new CommandRefused(checked);
  if (checked.value === '') {
    throw new CommandRefused(refuse('input-required', { field: '内容' }, field));
  }
  return checked.value;
}

async function composeAndCommit<
  S extends OwnState,
  C extends { readonly type: string },
  E extends EventLike,
>(
  tx: Tx,
  deps: SupervisionDeps,
  { rules, carry }: OwnWork<S, C, E>,
  id: string,
  { head, state, key }: Opened<S>,
  step: OwnStep<S, C>,
  options: OwnOptions,
  bodyHash: Buffer,
): Promise<Result<OwnAnswer, Refusal>> {
  const at = options.at ?? tx.openedAt.getTime();
  const organisation = await deps.organisation(tx);
  const sealer = new Sealer({ vault: deps.vault, key, streamId: id, nextId: newId });
  const taken: string[] = [];
  const files: string[] = [];
  const words = (value: string, field: string, limit: number) =>
    sealer.text(clean(value, field, limit));
  const command = await step.compose({
    tx,
    deps,
    id,
    state,
    organisation,
    sealer,
    key,
    now: at,
    actor: options.actor,
    madeId: options.commandId,
    words,
    optionalWords: (value, field, limit) =>
      value.trim() === '' ? null : words(value, field, limit),
    clean,
    attach: async (uploads) => {
      const moved = await attachUploads(tx, deps, {
        streamId: id,
        caseKey: key,
        sealer,
        uploads,
        owner: options.uploadOwner ?? actorId(options.actor),
      });
      if (!moved.ok) throw new CommandRefused(moved);
      taken.push(...uploads);
      return moved.value.map(({ attachment }) => {
        const { purpose: _, ...file } = attachment;
        files.push(file.address);
        return file;
      });
    },
  });
  const decision = rules.decide(state, command, {
    now: at,
    actor: options.actor,
    by: actorId(options.actor),
    calendar: deps.calendar(),
    organisation,
  });
  if (!decision.ok) throw new CommandRefused(decision);
  if (decision.value.length === 0) {
    return ok({ id, version: state?.version ?? 0, made: options.commandId });
  }
  await insertSealed(tx, id, deps.vault.keyVersion, sealer.rows);
  const recorded = await appendEvents(tx, {
    streamId: id,
    kind: rules.kind,
    head,
    events: decision.value.map(({ type, data }) => ({
      type,
      typeVersion: rules.eventVersion,
      data: data as Record<string, unknown>,
    })),
    stamp: {
      actor: actorId(options.actor),
      unitId: unitOf(options.actor),
      calendarVersion: deps.calendar().version,
      rulesVersion,
      commandId: options.commandId,
    },
    at,
    bodyHash,
  });
  const after = recorded.reduce<S | null>((each, event) => rules.evolve(id, each, event), state);
  if (after === null) throw new Error('A command with events leaves a record');
  writeOwn(tx, rowOfOwn(rules, after));
  await keepFiles(tx, id, files);
  await dropStaged(tx, taken);
  await carry?.(tx, deps, { before: state, after, events: decision.value, options, at });
  return ok({ id, version: after.version, made: options.commandId });
}

/** What a key did before; null where it is new. */
async function findDone(
  tx: Tx,
  id: string,
  commandId: string,
  bodyHash: Buffer,
): Promise<Result<OwnAnswer, Refusal> | null> {
  const done = await findCommand(tx, id, commandId);
  if (done === null) return null;
  return done.bodyHash.equals(bodyHash)
    ? ok({ id, version: done.lastSeq, made: commandId })
    : refuse('idempotency-key-reused');
}

/**
 * Begins a record, in one transaction; sent again it is the same one.
 * @param id derived from who asks and their key
 * @returns its id, or a refusal with nothing changed
 */
export function beginOwn<
  S extends OwnState,
  C extends { readonly type: string },
  E extends EventLike,
>(
  deps: SupervisionDeps,
  work: OwnWork<S, C, E>,
  id: string,
  step: OwnStep<S, C>,
  options: OwnOptions,
): Promise<Result<OwnAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, [step.type, step.input]);
  return inTransaction(deps, options.actor, async (tx) => {
    await setStream(tx, id);
    const head = await lockStream(tx, id);
    const done = await findDone(tx, id, options.commandId, bodyHash);
    if (done !== null) return done;
    if (head !== null) return refuse('idempotency-key-reused');
    const { key, wrapped, keyVersion } = deps.vault.newCaseKey();
    await insertCase(tx, id, wrapped, keyVersion, []);
    return composeAndCommit(
      tx,
      deps,
      work,
      id,
      { head, state: null, key },
      step,
      options,
      bodyHash,
    );
  });
}

/**
 * Does one step on a record: lock, load, may, decide, append, project.
 * @returns the new version, or a refusal with nothing changed: `not-found` (also out of sight),
 * `not-permitted`, `version-conflict`, `idempotency-key-reused`, and those of the rule
 */
export function stepOwn<
  S extends OwnState,
  C extends { readonly type: string },
  E extends EventLike,
>(
  deps: SupervisionDeps,
  work: OwnWork<S, C, E>,
  id: string,
  step: OwnStep<S, C>,
  options: OwnOptions,
): Promise<Result<OwnAnswer, Refusal>> {
  return inTransaction(deps, options.actor, (tx) => stepOwnIn(tx, deps, work, id, step, options));
}

/**
 * The same inside a transaction of somebody else; afterwards the record's stream is open.
 * @throws CommandRefused with the refusals of composing and of the rule
 */
export async function stepOwnIn<
  S extends OwnState,
  C extends { readonly type: string },
  E extends EventLike,
>(
  tx: Tx,
  deps: SupervisionDeps,
  work: OwnWork<S, C, E>,
  id: string,
  step: OwnStep<S, C>,
  options: OwnOptions,
): Promise<Result<OwnAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, [step.type, step.input]);
  const { rules } = work;
  const row = await findOwn(tx, id);
  if (row?.kind !== rules.kind) return refuse('not-found');
  await setStream(tx, id);
  const head = await lockStream(tx, id);
  const events = await loadEvents(tx, id);
  const state = foldOwn(rules, id, events);
  if (head === null || state === null) throw new Error(`Record ${id} has no events`);
  if (!rules.isVisible(options.actor, state)) return refuse('not-found');
  const done = await findDone(tx, id, options.commandId, bodyHash);
  if (done !== null) return done;
  if (!rules.may(options.actor, step.type, state)) {
    return refuse('not-permitted', { verb: step.type });
  }
  const { expectedVersion = state.version } = options;
  if (isMovedSince(events, expectedVersion)) return refuse('version-conflict');
  const key = await caseKeyOf(tx, deps, id);
  return composeAndCommit(tx, deps, work, id, { head, state, key }, step, options, bodyHash);
}
