import { refuse } from '../../../kernel/refusals.ts';
import type { DayCommandOf } from '../command.ts';
import type { ReceptionDay } from '../reception-day.ts';
import { decided, today, type Context, type Decision } from './context.ts';

/** Opens the doors: not before the day, and an open day not without its notice. */
export function openDay(day: ReceptionDay, context: Context): Decision {
  if (today(context) < day.plan.on) return refuse('reception-not-today', { on: day.plan.on });
  if (day.plan.kind === 'open' && day.notice === null) return refuse('reception-not-noticed');
  // 带案下访: nobody goes to people with a case that was not prepared.
  if (day.plan.kind === 'with-case' && day.preparations.length === 0) {
    return refuse('reception-preparation-missing');
  }
  return decided({ type: 'ReceptionDayOpened', data: {} });
}

/** whoever holds a ticket is heard, or cancels it; a day does not end before. */
export function closeDay(_: ReceptionDay, { openTickets }: DayCommandOf<'closeDay'>): Decision {
  return openTickets > 0
    ? refuse('reception-tickets-open', { count: openTickets })
    : decided({ type: 'ReceptionDayClosed', data: {} });
}

/** A day that does not take place says why, to everybody who knew of it. */
export function cancelDay(
  _: ReceptionDay,
  { reason, carryTo, openTickets }: DayCommandOf<'cancelDay'>,
): Decision {
  if (reason === '') return refuse('reception-reason-missing', {}, 'reason');
  // whoever holds a ticket keeps it, on another day.
  if (openTickets > 0 && carryTo === null) {
    return refuse('reception-cancel-tickets', { count: openTickets }, 'carryTo');
  }
  return decided({
    type: 'ReceptionDayCancelled',
    data: { reason, carriedTo: openTickets > 0 ? (carryTo?.dayId ?? null) : null },
  });
}
