import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStream,
  type Tx,
} from '../../../platform/database/index.ts';
import {
  findCommand,
  loadEvents,
  lockStream,
  type StreamHead,
} from '../../../platform/record/index.ts';
import {
  bodyHashOf,
  caseKeyOf,
  deriveId,
  insertSealed,
  openItems,
  type CaseKey,
  type Sealer,
} from '../../../platform/vault/index.ts';
import { attachFilesFor, type PetitionDeps } from '../../petitions/index.ts';
import type { Step } from '../command.ts';
import type { StepInput, StepType } from '../contract.ts';
import { decide } from '../decide/index.ts';
import { fold } from '../evolve.ts';
import { mayStep } from '../policy.ts';
import type { Proceeding } from '../proceeding.ts';
import { hasProceeding } from '../store.ts';
import type { ProceedingKind } from '../terms.ts';
import { upcast } from '../upcast.ts';
import { commitProceeding } from './commit.ts';
import { steppers, type Composing } from './compose.ts';
import {
  composingOf,
  followOn,
  lookAround,
  type Around,
  type ProceedingOptions,
} from './opened.ts';

export interface StepAnswer {
  /** Version of the proceeding after the step. */
  readonly version: number;
}

interface Locked {
  readonly around: Around;
  readonly head: StreamHead;
  readonly state: Proceeding;
  readonly key: CaseKey;
}

/** Where a proceeding hangs. */
export interface ProceedingPlace {
  readonly petitionId: string;
  readonly id: string;
}

/** Petition first, then the proceeding's own stream, locked; a retry is told from a new step. */
async function lock(
  tx: Tx,
  deps: PetitionDeps,
  { petitionId, id }: ProceedingPlace,
  options: ProceedingOptions,
  bodyHash: Buffer,
): Promise<Locked | StepAnswer> {
  const around = await lookAround(tx, deps, petitionId, options);
  if (!(await hasProceeding(tx, petitionId, id))) throw new CommandRefused(refuse('not-found'));
  await setStream(tx, id);
  const head = await lockStream(tx, id);
  const events = await loadEvents(tx, id);
  const done = await findCommand(tx, id, options.commandId);
  if (done !== null) {
    if (!done.bodyHash.equals(bodyHash)) throw new CommandRefused(refuse('idempotency-key-reused'));
    return { version: done.lastSeq };
  }
  const state = fold(id, events.map(upcast));
  if (head === null || state === null) throw new CommandRefused(refuse('not-found'));
  const { expectedVersion } = options;
  if (expectedVersion !== undefined && expectedVersion !== state.version) {
    throw new CommandRefused(refuse('version-conflict'));
  }
  return { around, head, state, key: await caseKeyOf(tx, deps, id) };
}

async function write(
  tx: Tx,
  deps: PetitionDeps,
  { around, head, state, key }: Locked,
  step: Step,
  sealer: Sealer | null,
  options: ProceedingOptions,
  bodyHash: Buffer,
): Promise<Result<StepAnswer, Refusal>> {
  if (!mayStep(options.actor, step.type, state)) {
    return refuse('not-permitted', { verb: step.type });
  }
  const decision = decide(state, step, {
    actor: options.actor,
    now: around.now,
    calendar: deps.calendar(),
    units: around.organisation,
  });
  if (!decision.ok) throw new CommandRefused(decision);
  if (decision.value.length === 0) return ok({ version: state.version });
  if (sealer !== null) await insertSealed(tx, state.id, deps.vault.keyVersion, sealer.rows);
  const after = await commitProceeding(tx, deps, {
    streamId: state.id,
    kind: state.kind,
    head,
    before: state,
    events: decision.value,
    actor: options.actor,
    commandId: options.commandId,
    bodyHash,
    at: around.now,
  });
  await followOn(tx, deps, around, { after, events: decision.value, key, options });
  return ok({ version: after.version });
}

/**
 * Takes one step in a proceeding, in one transaction.
 * @param kind what the sender takes it for; another one is not found
 * @returns the new version, or a refusal with nothing changed
 * Refusals: `not-found` (also out of jurisdiction), `not-permitted`, `version-conflict`,
 * `idempotency-key-reused`, `proceeding-not-in-stage`, and those of the rule.
 */
export function stepProceeding<K extends ProceedingKind, T extends StepType<K>>(
  deps: PetitionDeps,
  place: ProceedingPlace,
  kind: K,
  type: T,
  input: StepInput<K, T>,
  options: ProceedingOptions,
): Promise<Result<StepAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, [kind, type, input]);
  return inTransaction(deps, options.actor, async (tx) => {
    const locked = await lock(tx, deps, place, options, bodyHash);
    if ('version' in locked) return ok(locked);
    const { around, state, key } = locked;
    if (state.kind !== kind) return refuse('not-found');
    if (!mayStep(options.actor, type, state)) return refuse('not-permitted', { verb: type });
    const { composing, sealer } = composingOf(deps, around, {
      streamId: state.id,
      key,
      unit: state.unit,
      subject: state.kind === 'hearing' ? state.subject : { kind: 'petition' },
      opened: await openItems(tx, deps, state.id, key),
      attached: await attachTo(tx, deps, place, input, options),
    });
    await setStream(tx, state.id);
    // Each composer takes exactly the input of its own key; TypeScript cannot follow that by index.
    const compose = steppers[kind][type] as (
      input: StepInput<K, T>,
      with_: Composing,
      state: Proceeding,
    ) => Step;
    const step = compose(input, composing, state);
    return write(tx, deps, locked, step, sealer, options, bodyHash);
  });
}

/** Files that come with a step become material of the petition first. */
async function attachTo(
  tx: Tx,
  deps: PetitionDeps,
  { petitionId, id }: ProceedingPlace,
  input: unknown,
  { actor, commandId, uploadOwner = '', at }: ProceedingOptions,
): Promise<readonly string[]> {
  const uploads: unknown =
    typeof input === 'object' && input !== null && 'uploads' in input ? input.uploads : undefined;
  if (!Array.isArray(uploads) || uploads.length === 0) return [];
  return attachFilesFor(tx, deps, petitionId, uploads.map(String), {
    actor,
    commandId: deriveId(deps.keys, 'system:proceedings', `files:${id}`, commandId),
    uploadOwner,
    ...(at === undefined ? {} : { at }),
  });
}

/** Takes a step of the system, which needs no typed input. */
export function stepBySystem(
  deps: PetitionDeps,
  place: ProceedingPlace,
  step: Step,
  options: ProceedingOptions,
): Promise<Result<StepAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, step);
  return inTransaction(deps, options.actor, async (tx) => {
    const locked = await lock(tx, deps, place, options, bodyHash);
    if ('version' in locked) return ok(locked);
    return write(tx, deps, locked, step, null, options, bodyHash);
  });
}
