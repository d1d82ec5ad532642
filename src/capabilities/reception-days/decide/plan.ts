import { addDays, daysBetween } from '../../../kernel/local-date.ts';
import { refuse, type Refusal, type Refused } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { DayCommandOf } from '../command.ts';
import type { DayEvent } from '../events.ts';
import { limits } from '../limits.ts';
import type { DayPlan, ReceptionDay } from '../reception-day.ts';
import { resettled } from '../slots.ts';
import { decided, today, type Context, type Decision } from './context.ts';
import { findLateNotice } from './notice.ts';

/** Why a plan cannot be one. */
function findPlanFault(plan: DayPlan, context: Context): Refused | null {
  if (plan.on < today(context)) return refuse('reception-day-past', {}, 'on');
  if (daysBetween(today(context), plan.on) > limits.daysAhead) {
    return refuse('reception-day-far', { until: addDays(today(context), limits.daysAhead) }, 'on');
  }
  if (plan.from >= plan.to) return refuse('reception-hours', {}, 'to');
  if (plan.leaders.length === 0) return refuse('reception-leader-missing', {}, 'leaders');
  if (plan.kind === 'themed' && plan.theme === '') {
    return refuse('reception-theme-missing', {}, 'theme');
  }
  // On line is a kind of its own: whoever announces it says how one is reached.
  if ((plan.kind === 'on-line') !== (plan.way !== 'in-person')) {
    return refuse('reception-way', {}, 'way');
  }
  // Slots are for those who call in: at a door nobody needs one.
  if (plan.slotMinutes !== null && plan.way === 'in-person') {
    return refuse('reception-slots-on-line', {}, 'slotMinutes');
  }
  return null;
}

/** Plans a day. */
export const planDay = (unit: string, plan: DayPlan, context: Context): Decision =>
  findPlanFault(plan, context) ?? decided({ type: 'ReceptionDayPlanned', data: { unit, plan } });

const isMoved = (before: DayPlan, after: DayPlan): boolean =>
  before.on !== after.on ||
  before.from !== after.from ||
  before.to !== after.to ||
  // What was no open day has not been announced as one.
  (after.kind === 'open' && before.kind !== 'open');

/** Who booked keeps a slot, who had answered is asked again: a promise of the old plan is kept. */
function followVisitors(day: ReceptionDay, plan: DayPlan): Result<readonly DayEvent[], Refusal> {
  const slots = resettled(plan, day.bookings);
  if (slots === null) {
    const count = day.bookings.filter(({ cancelled }) => !cancelled).length;
    return refuse('reception-slots-too-few', { count }, 'slotMinutes');
  }
  const { on } = day.plan;
  const bookings = day.bookings.flatMap(({ id, slot: at }): readonly DayEvent[] => {
    const slot = slots.get(id);
    return slot === undefined || (slot === at && on === plan.on)
      ? []
      : [{ type: 'ReceptionBookingMoved', data: { id, slot, from: { on, at } } }];
  });
  const from = { on, at: day.plan.from };
  const isElsewhen = on !== plan.on || from.at !== plan.from;
  const asked = day.invitees
    .filter(({ answer }) => isElsewhen && answer !== null)
    .map(({ id }): DayEvent => ({ type: 'InvitationReopened', data: { id, from } }));
  return ok([...bookings, ...asked]);
}

/**
 * Changes a plan. What was announced is announced anew with the reason, in the same moment; another
 * day or hour of an open day needs its seven days again.
 */
export function changeDay(
  day: ReceptionDay,
  { plan, reason }: DayCommandOf<'changeDay'>,
  context: Context,
): Decision {
  const fault = findPlanFault(plan, context);
  if (fault) return fault;
  const following = followVisitors(day, plan);
  if (!following.ok) return following;
  const changed = { type: 'ReceptionDayChanged', data: { plan, reason } } as const;
  if (day.notice === null) return decided(changed, ...following.value);
  if (reason === '') return refuse('reception-reason-missing', {}, 'reason');
  const moved = isMoved(day.plan, plan);
  const late = moved ? findLateNotice(plan, context) : null;
  if (late) return late;
  const publicSince = moved ? today(context) : day.notice.publicSince;
  const version = day.notice.version + 1;
  return decided(changed, ...following.value, {
    type: 'ReceptionNoticePublished',
    data: { version, publicSince },
  });
}
