import type { Calendar } from '../../../kernel/calendar.ts';
import { countClock, type CountedClock } from '../../../kernel/case-clocks.ts';
import { nextMilestone, type Sponsored } from './case.ts';
import { readersOf } from './policy.ts';

type Task = 'sponsored' | 'sponsored-answer' | 'sponsored-check';

interface Waiting {
  readonly unit: string;
  readonly tasks: readonly Task[];
  readonly officer: string | null;
  readonly clock: CountedClock | null;
}

/** The step of the plan that comes next, as a clock of the desk. */
function clockOf(sponsored: Sponsored, calendar: Calendar): CountedClock | null {
  const next = nextMilestone(sponsored);
  if (next === null) return null;
  return countClock(
    {
      key: 'milestone',
      period: 'milestone',
      holder: sponsored.unit,
      startedAt: next.addedAt,
      givenDue: next.date,
      extensionDays: 0,
      stoppedAt: null,
    },
    calendar,
  );
}

function waitingOf(sponsored: Sponsored, calendar: Calendar): readonly Waiting[] {
  const { status, leader, unit, office, handOver, leaderLeft } = sponsored;
  const quiet = { officer: null, clock: null };
  switch (status) {
    case 'proposed':
      return leaderLeft
        ? [{ ...quiet, unit: office, tasks: ['sponsored-check'] }]
        : [{ ...quiet, unit: leader.unit, tasks: ['sponsored-answer'], officer: leader.userId }];
    case 'open': {
      const clock = clockOf(sponsored, calendar);
      return [
        ...(handOver === null
          ? []
          : [
              {
                ...quiet,
                unit: handOver.to.unit,
                tasks: ['sponsored-answer' as const],
                officer: handOver.to.userId,
              },
            ]),
        { unit: leader.unit, tasks: ['sponsored'], officer: leader.userId, clock },
        ...(clock === null ? [] : [{ unit, tasks: ['sponsored' as const], officer: null, clock }]),
        ...(leaderLeft ? [{ ...quiet, unit: office, tasks: ['sponsored-check' as const] }] : []),
      ];
    }
    case 'ending':
      return [{ ...quiet, unit: office, tasks: ['sponsored-check'] }];
    case 'ended':
    case 'declined':
      return [];
  }
}

/** One line a unit: where it stands in several parts it has the tasks of all of them. */
function merged(waiting: readonly Waiting[]): readonly Waiting[] {
  const units = [...new Set(waiting.map(({ unit }) => unit))];
  return units.flatMap((unit) => {
    const own = waiting.filter((each) => each.unit === unit);
    const [first] = own;
    if (first === undefined) return [];
    const clock = own.find((each) => each.clock !== null)?.clock ?? null;
    return [{ ...first, clock, tasks: [...new Set(own.flatMap(({ tasks }) => tasks))] }];
  });
}

/** What lists and the scope of readers need of a case, and on whose desk it waits. */
export const projectSponsored = (sponsored: Sponsored, calendar: Calendar) => ({
  row: {
    state: sponsored.status,
    open: sponsored.status !== 'ended' && sponsored.status !== 'declined',
    subject: null,
    holder: sponsored.unit,
    readers: readersOf(sponsored),
    openedAt: sponsored.openedAt,
  },
  items: merged(waitingOf(sponsored, calendar)),
});
