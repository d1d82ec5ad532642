import { startOfDay } from '../../../kernel/local-date.ts';
import type { Visit } from './case.ts';
import { visitReaders } from './policy.ts';

/** A visit waits for those who go: on the desk of each of their units, of the one person if it is one. */
const itemsOf = ({ plan }: Visit) =>
  [...new Set(plan.visitors.map(({ unit }) => unit))].map((unit) => {
    const [first, second] = plan.visitors.filter((visitor) => visitor.unit === unit);
    return {
      unit,
      tasks: ['home-visit' as const],
      officer: second === undefined ? (first?.userId ?? null) : null,
      clock: null,
    };
  });

/** What lists and the scope of readers need of a visit; lists go by the day of the visit. */
export const projectVisit = (visit: Visit) => ({
  row: {
    state: visit.status,
    open: visit.status === 'planned',
    subject: null,
    holder: visit.unit,
    readers: visitReaders(visit),
    openedAt: startOfDay(visit.record?.visitedOn ?? visit.plan.day).getTime(),
  },
  items: visit.status === 'planned' ? itemsOf(visit) : [],
});
