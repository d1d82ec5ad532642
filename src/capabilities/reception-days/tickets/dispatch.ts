/** A joint reception group as the dispatch sees it. */
export interface GroupFact {
  readonly id: string;
  /** Hears people now; false while it rests or has not come. */
  readonly open: boolean;
  /** Somebody is called or talks there. */
  readonly busy: boolean;
  /** Units that sit in it. */
  readonly units: readonly string[];
  /** First-level categories that it knows; none: it hears everything. */
  readonly topics: readonly string[];
  /** Tickets that were sent to it by hand and wait. */
  readonly load: number;
}

/** A ticket as the dispatch sees it. */
export interface DispatchFact {
  readonly topic: string | null;
  readonly unit: string | null;
  readonly sentTo: string | null;
  /** Minutes since it could have been called. */
  readonly waited: number;
}

/** Why a group hears somebody, shown beside the suggestion. */
export const reasonCodes = [
  'by-hand',
  'unit-present',
  'topic',
  'any-topic',
  'nobody-for-topic',
  'waited-long',
  'free',
  'queue-of-own',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export interface Reason {
  readonly code: ReasonCode;
  /** A unit, a topic, minutes or a count, as the code says. */
  readonly value?: string | number | undefined;
}

export interface Suggestion {
  readonly groupId: string;
  /** Whether this group may call it by itself; any may by hand. */
  readonly fits: boolean;
  readonly reasons: readonly Reason[];
}

interface Rated extends Suggestion {
  readonly knows: number;
  readonly free: boolean;
  readonly load: number;
}

function knowledge(ticket: DispatchFact, group: GroupFact): { knows: number; reasons: Reason[] } {
  const reasons: Reason[] = [];
  let knows = 0;
  if (ticket.unit !== null && group.units.includes(ticket.unit)) {
    reasons.push({ code: 'unit-present', value: ticket.unit });
    knows += 4;
  }
  if (ticket.topic !== null && group.topics.includes(ticket.topic)) {
    reasons.push({ code: 'topic', value: ticket.topic });
    knows += 2;
  }
  if (knows === 0 && (group.topics.length === 0 || (ticket.topic ?? ticket.unit) === null)) {
    reasons.push({ code: 'any-topic' });
    knows = 1;
  }
  return { knows, reasons };
}

/**
 * Who should hear a ticket: the unit that it is about sits there, the group knows the topic, few
 * wait for it. Every group stands in the answer, for a dispatcher may choose any.
 * @param patience minutes after which any group that hears everything may take what others know
 *   better; configuration of the hall
 * @returns best first, each with its reasons
 */
export function rankGroups(
  ticket: DispatchFact,
  groups: readonly GroupFact[],
  patience: number,
): readonly Suggestion[] {
  const chosen = groups.find(({ id, open }) => id === ticket.sentTo && open);
  const known = groups
    .filter(({ open }) => open)
    .map((group) => ({ group, ...knowledge(ticket, group) }));
  const anybodyKnows = known.some(({ knows }) => knows > 0);
  const best = Math.max(0, ...known.filter(({ group }) => !group.busy).map(({ knows }) => knows));
  const long = ticket.waited >= patience;

  const rate = (group: GroupFact): Rated => {
    const { knows, reasons } = knowledge(ticket, group);
    const free = group.open && !group.busy;
    const load: Reason[] = [
      ...(free ? [{ code: 'free' } as const] : []),
      ...(group.load > 0 ? [{ code: 'queue-of-own', value: group.load } as const] : []),
    ];
    const rated = (fits: boolean, why: readonly Reason[], weight: number): Rated => ({
      groupId: group.id,
      fits: fits && group.open,
      reasons: [...why, ...load],
      knows: weight,
      free,
      load: group.load,
    });
    if (chosen !== undefined) {
      const own = group.id === chosen.id;
      return rated(own, own ? [{ code: 'by-hand' }, ...reasons] : reasons, own ? 9 : knows);
    }
    if (!anybodyKnows) return rated(true, [{ code: 'nobody-for-topic' }], 1);
    if (knows > 1) return rated(true, reasons, knows);
    // A group for everything leaves it to one that knows the matter and is free.
    if (knows === 1 && (best <= 1 || long)) {
      const waited: Reason = { code: 'waited-long', value: ticket.waited };
      return rated(true, best > 1 ? [...reasons, waited] : reasons, 1);
    }
    const waited: Reason = { code: 'waited-long', value: ticket.waited };
    return long && best <= 1 ? rated(true, [waited], 0.5) : rated(false, reasons, knows);
  };

  return groups
    .map(rate)
    .toSorted(
      (one, other) =>
        Number(other.fits) - Number(one.fits) ||
        other.knows - one.knows ||
        Number(other.free) - Number(one.free) ||
        one.load - other.load ||
        (one.groupId < other.groupId ? -1 : 1),
    )
    .map(({ groupId, fits, reasons }) => ({ groupId, fits, reasons }));
}

/**
 * What a group may call now, in the order of the queue.
 * @param waiting tickets in their order
 */
export function choicesFor<T extends DispatchFact & { readonly id: string }>(
  groupId: string,
  waiting: readonly T[],
  groups: readonly GroupFact[],
  patience: number,
): readonly { readonly ticket: T; readonly reasons: readonly Reason[] }[] {
  return waiting.flatMap((ticket) => {
    const own = rankGroups(ticket, groups, patience).find((each) => each.groupId === groupId);
    return own?.fits === true ? [{ ticket, reasons: own.reasons }] : [];
  });
}
