import type { Calendar } from '../../../kernel/calendar.ts';
import { countClock } from '../../../kernel/case-clocks.ts';
import type { Meeting } from './case.ts';
import { readersOf } from './policy.ts';

/** What lists and the scope of readers need of a meeting, and on whose desk it waits. */
export const projectMeeting = (meeting: Meeting, calendar: Calendar) => {
  const { unit, status, plan, plannedAt } = meeting;
  const clock = countClock(
    {
      key: 'meeting',
      period: 'meeting',
      holder: unit,
      startedAt: plannedAt,
      givenDue: plan.on,
      extensionDays: 0,
      stoppedAt: null,
    },
    calendar,
  );
  return {
    row: {
      state: status,
      open: status === 'planned' || status === 'held',
      subject: null,
      holder: unit,
      readers: readersOf(meeting),
      openedAt: plannedAt,
    },
    items: {
      planned: [{ unit, tasks: ['meeting' as const], officer: null, clock }],
      held: [{ unit, tasks: ['meeting-minutes' as const], officer: null, clock: null }],
      minuted: [],
      cancelled: [],
    }[status],
  };
};
