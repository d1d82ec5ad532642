import type { EarlyWarning } from './case.ts';

/** A hint to the office beside its petition; nothing waits on a desk for it. */
export const projectWarning = ({ matches, office, openedAt }: EarlyWarning) => ({
  row: {
    state: matches.some(({ verdict }) => verdict === 'suggested') ? 'suggested' : 'judged',
    open: matches.some(({ verdict }) => verdict === 'suggested'),
    subject: null,
    holder: office,
    readers: [office],
    openedAt,
  },
  items: [],
});
