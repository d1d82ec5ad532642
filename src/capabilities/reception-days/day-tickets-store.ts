import type { Tx } from '../../platform/database/index.ts';

/** Tickets of a day that nobody has called to an end: heard, carried over or cancelled. */
export const countOpenTickets = (_tx: Tx, _dayId: string): Promise<number> => Promise.resolve(0);
