import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { scopeOf, setStreams } from '../../../../platform/database/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { prepareHall } from '../../hall/commands/prepare.ts';
import { isDispatcher } from '../../hall/policy.ts';
import { findHall } from '../../hall/store.ts';
import { findQueue } from '../store.ts';
import { stepTicket, type TicketOptions } from './step.ts';

/** More wait in no hall; 1,046 were registered on the fullest day known. */
const most = 5000;

/**
 * In the evening everybody who still waits is carried to a morning, in their order: one command
 * per ticket, each harmless when it comes again.
 * @returns how many were carried
 * Refusals: `not-found`, `not-permitted`, `ticket-evening-not-yet`, `ticket-carried-back`.
 */
export async function carryEvening(
  deps: PetitionDeps,
  dayId: string,
  to: { readonly on: string; readonly dayId?: string | undefined },
  options: TicketOptions,
): Promise<Result<{ readonly carried: number }, Refusal>> {
  const { actor, commandKey, at } = options;
  if (!(await prepareHall(deps, dayId))) return refuse('not-found');
  const waiting = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const hall = await findHall(tx, dayId);
    if (hall === null) return refuse('not-found');
    if (!isDispatcher(actor, hall)) return refuse('not-permitted', { verb: 'carryOver' });
    await setStreams(tx, [dayId]);
    return ok(await findQueue(tx, dayId, hall.sitsOn, most));
  });
  if (!waiting.ok) return waiting;
  let carried = 0;
  for (const { id: ticketId } of waiting.value) {
    const done = await stepTicket(
      deps,
      { dayId, ticketId },
      'carryOver',
      { cause: 'evening', on: to.on, ...(to.dayId === undefined ? {} : { dayId: to.dayId }) },
      { actor, commandKey: `${commandKey} ${ticketId}`, at },
    );
    if (done.ok) carried += 1;
    // Called or cancelled since the list was read: no longer a matter of the evening.
    else if (done.refusal.code !== 'ticket-not-in-stage' && done.refusal.code !== 'not-found') {
      return done;
    }
  }
  return ok({ carried });
}
