import type { Listing } from './case.ts';
import type { RecordedListingEvent } from './events.ts';

function change(before: Listing, event: RecordedListingEvent): Listing {
  const { at } = event;
  switch (event.type) {
    case 'InspectionListed': {
      const { userId, colour, reason, unit, office } = event.data;
      return {
        ...before,
        status: 'listed',
        colour,
        unit,
        office,
        enteredAt: at,
        decisions: [...before.decisions, { at, userId, deed: 'entered', colour, reason }],
      };
    }
    case 'InspectionRecoloured': {
      const { userId, colour, reason } = event.data;
      const decision = { at, userId, deed: 'recoloured', colour, reason } as const;
      return { ...before, colour, decisions: [...before.decisions, decision] };
    }
    case 'InspectionRemoved': {
      const { colour } = before;
      const decision = { at, ...event.data, deed: 'removed', colour } as const;
      return { ...before, status: 'removed', decisions: [...before.decisions, decision] };
    }
    case 'InspectionSucceeded': {
      const { from, to } = event.data;
      const heirOf = (unit: string): string => (unit === from ? to : unit);
      return { ...before, unit: heirOf(before.unit), office: heirOf(before.office) };
    }
  }
}

/**
 * Carries a listing over one recorded event.
 * @param id the stream
 * @param before the state before, null at birth
 */
export function evolveListing(
  id: string,
  before: Listing | null,
  event: RecordedListingEvent,
): Listing {
  const { seq, calendarVersion } = event;
  if (before !== null) return { ...change(before, event), version: seq, calendarVersion };
  if (event.type !== 'InspectionListed') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with InspectionListed`);
  }
  const { petitionId, office, unit, colour, userId, reason } = event.data;
  return {
    id,
    petitionId,
    version: seq,
    calendarVersion,
    status: 'listed',
    colour,
    office,
    unit,
    enteredAt: event.at,
    decisions: [{ at: event.at, userId, deed: 'entered', colour, reason }],
    papers: [],
  };
}
