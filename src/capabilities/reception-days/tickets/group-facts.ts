import type { Hall } from '../hall/hall.ts';
import type { DispatchFact, GroupFact } from './dispatch.ts';

/**
 * The groups of a hall as the dispatch sees them.
 * @param held tickets that are called or talk
 * @param waiting tickets that wait, one by one or counted; those sent by hand are a group's own load
 */
export function groupFactsOf(
  hall: Hall,
  held: readonly { readonly groupId: string | null }[],
  waiting: readonly { readonly sentTo: string | null; readonly tickets?: number }[],
): readonly GroupFact[] {
  const busy = new Set(held.map(({ groupId }) => groupId));
  const loads = new Map<string, number>();
  for (const { sentTo, tickets } of waiting) {
    if (sentTo !== null) loads.set(sentTo, (loads.get(sentTo) ?? 0) + (tickets ?? 1));
  }
  return hall.groups.map(({ id, open, units, topics }) => ({
    id,
    open,
    busy: busy.has(id),
    units,
    topics,
    load: loads.get(id) ?? 0,
  }));
}

interface About {
  readonly topic: string | null;
  readonly unit: string | null;
  readonly arrivedAt: number | null;
  readonly sentTo: string | { readonly groupId: string } | null;
}

/** A ticket as the dispatch sees it; waiting counts from its arrival in the hall. */
export const dispatchFactOf = (
  { topic, unit, arrivedAt, sentTo }: About,
  now: number,
): DispatchFact => ({
  topic,
  unit,
  sentTo: typeof sentTo === 'string' ? sentTo : (sentTo?.groupId ?? null),
  waited: Math.floor((now - (arrivedAt ?? now)) / 60_000),
});
