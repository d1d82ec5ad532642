import type { Calendar } from '../../../kernel/calendar.ts';
import { dueOf } from '../../../kernel/clocks.ts';
import { addDays, startOfDay, type LocalDate } from '../../../kernel/local-date.ts';
import { ruleOf } from '../../../kernel/periods.ts';
import { refuse, type Refused } from '../../../kernel/refusals.ts';
import type { DayCommandOf } from '../command.ts';
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

/** Whether what was shown on a day leaves seven days until an open day. */
export const isInTime = (plan: DayPlan, shown: LocalDate, calendar: Calendar): boolean =>
  plan.kind !== 'open' || firstOpenDay(shown, calendar) <= plan.on;

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

/** A channel counts with what proves it: a link that anybody can open, or a file. */
export function recordChannel(
  day: ReceptionDay,
  command: DayCommandOf<'recordChannel'>,
  context: Context,
): Decision {
  const { type: _, ...proof } = command;
  if (proof.link === null && proof.file === null) {
    return refuse('reception-proof-missing', {}, 'link');
  }
  if (proof.on > today(context)) {
    return refuse('date-in-future', { field: '公示日期' }, 'on');
  }
  // What was shown on a day is the notice that stood then, not a later one.
  const noticeVersion = Math.max(1, day.noticeDays.filter((out) => out <= proof.on).length);
  return decided({ type: 'NoticeChannelRecorded', data: { ...proof, noticeVersion } });
}
