import { actorId } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStream,
  type Tx,
} from '../../../platform/database/index.ts';
import { findCommand, loadEvents, lockStream } from '../../../platform/record/index.ts';
import { bodyHashOf, deriveId } from '../../../platform/vault/index.ts';
import type { DayCommand } from '../command.ts';
import type { DayInput, DayInputType } from '../contract.ts';
import { countOpenTickets } from '../day-tickets-store.ts';
import { decideDay } from '../decide/index.ts';
import { fold } from '../evolve.ts';
import { limits } from '../limits.ts';
import { mayChange } from '../policy.ts';
import type { ReceptionDay } from '../reception-day.ts';
import { lockDay } from '../store.ts';
import { upcast } from '../upcast.ts';
import { commitDay } from './commit.ts';
import type { CommandOptions, ReceptionDeps } from './deps.ts';
import { clean, planOf } from './plan-input.ts';

type Compose<T extends DayInputType> = (
  tx: Tx,
  deps: ReceptionDeps,
  day: ReceptionDay,
  input: DayInput<T>,
) => Promise<DayCommand>;

/** What was typed becomes a command: words cleaned, codes checked, tickets counted under the lock. */
const composers: { readonly [T in DayInputType]: Compose<T> } = {
  changeDay: async (tx, deps, _, { reason, ...input }) => ({
    type: 'changeDay',
    plan: await planOf(tx, await deps.organisation(tx), input),
    reason: clean(reason, 'reason', limits.reason),
  }),
  publishNotice: () => Promise.resolve({ type: 'publishNotice' }),
  openDay: () => Promise.resolve({ type: 'openDay' }),
  closeDay: async (tx, _, day) => ({
    type: 'closeDay',
    openTickets: await countOpenTickets(tx, day.id),
  }),
  cancelDay: (_, __, ___, { reason }) =>
    Promise.resolve({ type: 'cancelDay', reason: clean(reason, 'reason', limits.reason) }),
};

/**
 * Does one command on a reception day: lock, load, may, decide, append, project.
 * @returns the day's version; that of the first time when the same key comes again
 * Refusals: `not-found`, `not-permitted`, `reception-changed`, `idempotency-key-reused`,
 * `reception-not-in-state`, and those of the command.
 */
export async function changeReceptionDay<T extends DayInputType>(
  deps: ReceptionDeps,
  dayId: string,
  type: T,
  input: DayInput<T>,
  options: CommandOptions & { readonly expectedVersion?: number },
): Promise<Result<{ readonly version: number }, Refusal>> {
  const commandId = deriveId(deps.keys, actorId(options.actor), dayId, options.commandKey);
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
        ? ok({ version: done.lastSeq })
        : refuse('idempotency-key-reused');
    }
    if (!mayChange(options.actor, type, day)) return refuse('not-permitted', { verb: type });
    const { expectedVersion } = options;
    if (expectedVersion !== undefined && expectedVersion !== day.version) {
      throw new CommandRefused(refuse('reception-changed'));
    }
    const at = options.at ?? tx.openedAt.getTime();
    const command = await composers[type](tx, deps, day, input);
    const decision = decideDay(day, command, { now: at, calendar: deps.calendar() });
    if (!decision.ok) return decision;
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
    return ok({ version: after.version });
  });
}
