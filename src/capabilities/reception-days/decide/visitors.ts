import { refuse } from '../../../kernel/refusals.ts';
import type { DayCommandOf } from '../command.ts';
import type { ReceptionDay } from '../reception-day.ts';
import { hasBegun, slotsOf } from '../slots.ts';
import { decided, type Context, type Decision } from './context.ts';

/** A slot of an on-line or telephone reception. A full one sends nobody away: others are free. */
export function bookSlot(
  day: ReceptionDay,
  command: DayCommandOf<'bookSlot'>,
  { now }: Context,
): Decision {
  const { type: _, ...booking } = command;
  const slot = slotsOf(day.plan, day.bookings).find(({ at }) => at === booking.slot);
  if (slot === undefined) return refuse('reception-slot-unknown', {}, 'slot');
  if (hasBegun(day.plan, slot.at, now)) return refuse('reception-slot-past', {}, 'slot');
  if (slot.free === 0) return refuse('reception-slot-taken', { slot: slot.at }, 'slot');
  return decided({ type: 'ReceptionSlotBooked', data: booking });
}

export function cancelBooking(day: ReceptionDay, { id }: DayCommandOf<'cancelBooking'>): Decision {
  const booking = day.bookings.find((each) => each.id === id);
  if (booking === undefined) return refuse('not-found');
  // Cancelled twice is cancelled.
  return booking.cancelled
    ? refuse('reception-booking-cancelled')
    : decided({ type: 'ReceptionBookingCancelled', data: { id } });
}

export function inviteVisitor(_: ReceptionDay, command: DayCommandOf<'inviteVisitor'>): Decision {
  const { type: __, ...data } = command;
  return decided({ type: 'VisitorInvited', data });
}

export const answerInvitation = (
  day: ReceptionDay,
  { id, answer }: DayCommandOf<'answerInvitation'>,
): Decision =>
  day.invitees.some((invitee) => invitee.id === id)
    ? decided({ type: 'InvitationAnswered', data: { id, answer } })
    : refuse('not-found');

export function writePreparation(
  _: ReceptionDay,
  command: DayCommandOf<'writePreparation'>,
): Decision {
  const { type: __, ...data } = command;
  return decided({ type: 'PreparationWritten', data });
}
