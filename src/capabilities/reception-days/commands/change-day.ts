import { actorId, type Actor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStream,
  type Tx,
} from '../../../platform/database/index.ts';
import { findCommand, loadEvents, lockStream } from '../../../platform/record/index.ts';
import {
  bodyHashOf,
  caseKeyOf,
  deriveId,
  insertSealed,
  newId,
  Sealer,
} from '../../../platform/vault/index.ts';
import type { DayCommand, DayCommandType } from '../command.ts';
import type { DayInput, DayInputType } from '../contract.ts';
import { decideDay } from '../decide/index.ts';
import { fold } from '../evolve.ts';
import { sitInDay } from '../hall/commands/commit.ts';
import { prepareHall } from '../hall/commands/prepare.ts';
import { mayChange } from '../policy.ts';
import type { ReceptionDay } from '../reception-day.ts';
import { lockDay } from '../store.ts';
import { carryDay } from '../tickets/commands/carry-day.ts';
import { upcast } from '../upcast.ts';
import { commitDay } from './commit.ts';
import { composers } from './compose.ts';
import type { Composing } from './composing.ts';
import type { CommandOptions, ReceptionDeps } from './deps.ts';

/** The day's version, and the id of what the command made, if it made something. */
export interface DayAnswer {
  readonly version: number;
  readonly made: string;
}

/** A step on its way: what was typed, and how it becomes a command under the day's lock. */
export interface DayStep {
  readonly type: DayCommandType;
  readonly input: unknown;
  readonly compose: (from: Composing) => Promise<DayCommand> | DayCommand;
}

type StepOptions = CommandOptions & { readonly expectedVersion?: number };

interface Bringing {
  readonly before: ReceptionDay;
  readonly command: DayCommand;
  readonly actor: Actor;
  readonly commandId: string;
  readonly at: number;
}

/** A day that is cancelled or moved takes its tickets along, in the same transaction. */
async function bringTickets(tx: Tx, deps: ReceptionDeps, bringing: Bringing): Promise<void> {
  const { before, command, ...by } = bringing;
  if (command.type === 'cancelDay' && command.carryTo !== null && command.openTickets > 0) {
    await carryDay(tx, deps, before.id, command.carryTo, { ...by, cause: 'day-cancelled' });
  }
  if (command.type === 'changeDay' && command.plan.on !== before.plan.on) {
    const to = { dayId: before.id, on: command.plan.on };
    await carryDay(tx, deps, before.id, to, { ...by, cause: 'day-moved' });
    await sitInDay(tx, deps, to, { actor: by.actor, cause: by.commandId, at: by.at });
  }
}

/**
 * Does one step on a reception day: lock, load, may, decide, append, project.
 * @returns the day's version; that of the first time when the same key comes again
 * Refusals: `not-found`, `not-permitted`, `reception-changed`, `idempotency-key-reused`,
 * `reception-not-in-state`, and those of the step.
 */
export async function stepDay(
  deps: ReceptionDeps,
  dayId: string,
  { type, input, compose }: DayStep,
  options: StepOptions,
): Promise<Result<DayAnswer, Refusal>> {
  const actor = actorId(options.actor);
  const commandId = deriveId(deps.keys, actor, dayId, options.commandKey);
  const bodyHash = bodyHashOf(deps.keys, [type, input]);
  return inTransaction(deps, options.actor, async (tx) => {
    // Tickets are taken while this row is held: closing waits for them.
    if ((await lockDay(tx, dayId)) === null) return refuse('not-found');
    await setStream(tx, dayId);
    const head = await lockStream(tx, dayId);
    const day = fold(dayId, (await loadEvents(tx, dayId)).map(upcast));
    if (head === null || day === null) throw new Error(`Reception day ${dayId} has no record`);
    const done = await findCommand(tx, dayId, commandId);
    if (done !== null) {
      return done.bodyHash.equals(bodyHash)
        ? ok({ version: done.lastSeq, made: commandId })
        : refuse('idempotency-key-reused');
    }
    if (!mayChange(options.actor, type, day)) return refuse('not-permitted', { verb: type });
    const { expectedVersion } = options;
    if (expectedVersion !== undefined && expectedVersion !== day.version) {
      throw new CommandRefused(refuse('reception-changed'));
    }
    const at = options.at ?? tx.openedAt.getTime();
    const key = await caseKeyOf(tx, deps, dayId);
    const sealer = new Sealer({ vault: deps.vault, key, streamId: dayId, nextId: newId });
    const command = await compose({
      tx,
      deps,
      day,
      organisation: await deps.organisation(tx),
      sealer,
      key,
      now: at,
      madeId: commandId,
      actor: options.actor,
    });
    const decision = decideDay(day, command, { now: at, calendar: deps.calendar(), actor });
    if (!decision.ok) throw new CommandRefused(decision);
    if (decision.value.length === 0) return ok({ version: day.version, made: commandId });
    await insertSealed(tx, dayId, deps.vault.keyVersion, sealer.rows);
    const after = await commitDay(tx, deps, {
      streamId: dayId,
      head,
      before: day,
      events: decision.value,
      options,
      commandId,
      bodyHash,
      at,
    });
    await bringTickets(tx, deps, { before: day, command, actor: options.actor, commandId, at });
    return ok({ version: after.version, made: commandId });
  });
}

/**
 * Does one of the steps that people send.
 * @returns as `stepDay`
 */
export async function changeReceptionDay<T extends DayInputType>(
  deps: ReceptionDeps,
  dayId: string,
  type: T,
  input: DayInput<T>,
  options: StepOptions,
): Promise<Result<DayAnswer, Refusal>> {
  // The hall that takes over tickets is there before anything is locked.
  if ('carryTo' in input && input.carryTo !== null) await prepareHall(deps, input.carryTo);
  const compose: DayStep['compose'] = (from) => composers[type](from, input);
  return stepDay(deps, dayId, { type, input, compose }, options);
}
