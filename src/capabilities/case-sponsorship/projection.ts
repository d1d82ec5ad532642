import type { Backlog } from './backlog.ts';

/** What lists and the scope of readers need of a backlog case, and on whose desk it waits. */
export const projectBacklog = ({ unit, office, status, batch, assignedAt }: Backlog) => ({
  row: {
    state: status,
    open: status !== 'closed',
    subject: batch.id,
    holder: unit,
    readers: [...new Set([unit, office])],
    openedAt: assignedAt,
  },
  items: {
    open: [{ unit, tasks: ['backlog' as const], officer: null, clock: null }],
    proposed: [{ unit: office, tasks: ['backlog-check' as const], officer: null, clock: null }],
    closed: [],
  }[status],
});
