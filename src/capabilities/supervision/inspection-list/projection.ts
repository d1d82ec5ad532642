import type { Listing } from './case.ts';

/** What lists and the scope of readers need; nothing waits in it by itself. */
export const projectListing = ({ unit, office, status, colour, enteredAt }: Listing) => ({
  row: {
    state: status === 'listed' ? colour : status,
    open: status === 'listed',
    subject: null,
    holder: unit,
    readers: [...new Set([unit, office])],
    openedAt: enteredAt,
  },
  items: [],
});
