import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Ticket } from './ticket.ts';

/** What the order needs to know. */
export type Queued = Pick<Ticket, 'carried' | 'takenAt' | 'number'>;

/**
 * The one order of those who wait: whoever was carried over is heard first, then by the moment
 * at which the ticket was taken; carried ones keep their old order among themselves. Nothing about
 * the person or the matter has a place in it.
 * @returns below zero when `one` comes first
 */
export function inOrder(one: Queued, other: Queued): number {
  const first = Number(other.carried > 0) - Number(one.carried > 0);
  if (first !== 0) return first;
  if (one.takenAt !== other.takenAt) return one.takenAt - other.takenAt;
  if (one.number.series !== other.number.series) {
    return one.number.series < other.number.series ? -1 : 1;
  }
  return one.number.count - other.number.count;
}

/** Minutes that a conversation takes where none has ended yet. */
const firstGuess = 20;

/**
 * About how long somebody waits: an estimate to plan the tea by, never a limit.
 * @param before tickets that come first
 * @param groups groups that hear people now
 * @param talks minutes of the last conversations
 * @returns whole minutes; null while nobody hears
 */
export function estimateWait(
  before: number,
  groups: number,
  talks: readonly number[],
): number | null {
  if (groups === 0) return null;
  const usual =
    talks.length === 0 ? firstGuess : talks.reduce((sum, each) => sum + each, 0) / talks.length;
  return Math.round((before / groups) * usual);
}

/** Whether a ticket waits on this day. */
export const waitsOn = (ticket: Ticket, on: LocalDate): boolean =>
  ticket.stage === 'waiting' && ticket.sitting.on === on;
