import type { Calendar } from '../../../kernel/calendar.ts';
import { dueOf } from '../../../kernel/clocks.ts';
import { addDays, startOfDay, type LocalDate } from '../../../kernel/local-date.ts';
import { ruleOf } from '../../../kernel/periods.ts';
import { refuse, type Refused } from '../../../kernel/refusals.ts';
import type { DayPlan, ReceptionDay } from '../reception-day.ts';
import { decided, today, type Context, type Decision } from './context.ts';

/**
 * The first day that may be called open when its notice becomes public on a day: seven whole days
 * lie between.
 */
export function firstOpenDay(published: LocalDate, calendar: Calendar): LocalDate {
  const run = { startedAt: startOfDay(published).getTime(), pauses: [], extensions: [] };
  return addDays(dueOf(ruleOf('reception-notice'), run, calendar).dueDate, 1);
}

/** an open day that is noticed too late cannot be called open. */
export function findLateNotice(plan: DayPlan, context: Context): Refused | null {
  if (plan.kind !== 'open') return null;
  const first = firstOpenDay(today(context), context.calendar);
  return plan.on < first ? refuse('reception-notice-late', { on: plan.on, first }, 'on') : null;
}

/** The portal publishes by itself; other channels are recorded with proof afterwards. */
export function publishNotice(day: ReceptionDay, context: Context): Decision {
  if (day.plan.on < today(context)) return refuse('reception-day-past', {}, 'on');
  return (
    findLateNotice(day.plan, context) ??
    decided({
      type: 'ReceptionNoticePublished',
      data: { version: (day.notice?.version ?? 0) + 1, publicSince: today(context) },
    })
  );
}
