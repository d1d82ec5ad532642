import type { Calendar } from '../../../kernel/calendar.ts';
import { countClock } from '../../../kernel/case-clocks.ts';
import { nextApproval, type WayOut } from './case.ts';
import { readersOf } from './policy.ts';

function itemsOf(way: WayOut, calendar: Calendar) {
  const { unit, status, steps, chosenAt } = way;
  const step = nextApproval(way);
  if (step !== null) {
    return [{ unit: step.unit, tasks: ['aid-approval' as const], officer: null, clock: null }];
  }
  if (status === 'approved') {
    return [{ unit, tasks: ['aid-payment' as const], officer: null, clock: null }];
  }
  if (status !== 'chosen') return [];
  const dueDates = steps.filter(({ done }) => done === null).map(({ dueDate }) => dueDate);
  const [first] = dueDates.toSorted();
  const clock =
    first === undefined
      ? null
      : countClock(
          {
            key: 'way-out',
            period: 'commitment',
            holder: unit,
            startedAt: chosenAt,
            givenDue: first,
            extensionDays: 0,
            stoppedAt: null,
          },
          calendar,
        );
  return [{ unit, tasks: ['way-out' as const], officer: null, clock }];
}

/** How a list names where a way out stands: the ways have stages of their own. */
export const stateOf = ({ way, status }: Pick<WayOut, 'way' | 'status'>): string =>
  `${way}-${status}`;

/** What lists and the scope of readers need of a way out, and on whose desk it waits. */
export const projectWay = (way: WayOut, calendar: Calendar) => ({
  row: {
    state: stateOf(way),
    open: way.status === 'chosen' || way.status === 'approving' || way.status === 'approved',
    subject: way.demandId,
    holder: way.unit,
    readers: readersOf(way),
    openedAt: way.chosenAt,
  },
  items: itemsOf(way, calendar),
});
