import type { Letter } from './letter.ts';

/** What lists and the scope of readers need of a letter; unread ones wait at the reader's unit. */
export const projectLetter = ({ unit, office, status, laidAt }: Letter) => ({
  row: {
    state: status,
    open: true,
    subject: null,
    holder: unit,
    readers: [...new Set([unit, office])],
    openedAt: laidAt,
  },
  items:
    status === 'laid' ? [{ unit, tasks: ['letter' as const], officer: null, clock: null }] : [],
});
