import type { Backlog } from './backlog.ts';
import type { RecordedBacklogEvent } from './events.ts';

function change(before: Backlog, event: RecordedBacklogEvent): Backlog {
  const { at } = event;
  switch (event.type) {
    case 'BacklogAssigned':
      return before;
    case 'ClosingProposed':
      return {
        ...before,
        status: 'proposed',
        proposals: [...before.proposals, { at, ...event.data }],
      };
    case 'ClosingSentBack':
      return { ...before, status: 'open', sentBack: [...before.sentBack, { at, ...event.data }] };
    case 'BacklogClosed':
      return { ...before, status: 'closed', closed: { at, ...event.data } };
    case 'BacklogTakenUpAgain': {
      const { closed } = before;
      const again = { at, ...event.data };
      return {
        ...before,
        status: 'open',
        closed: null,
        cameBack: closed === null ? before.cameBack : [...before.cameBack, { closed, again }],
      };
    }
    case 'BacklogSucceeded': {
      const { from, to } = event.data;
      const heirOf = (unit: string): string => (unit === from ? to : unit);
      return { ...before, unit: heirOf(before.unit), office: heirOf(before.office) };
    }
  }
}

/**
 * Carries a backlog case over one recorded event.
 * @param id the stream
 * @param before the state before, null at birth
 */
export function evolveBacklog(
  id: string,
  before: Backlog | null,
  event: RecordedBacklogEvent,
): Backlog {
  const { seq, calendarVersion } = event;
  if (before !== null) return { ...change(before, event), version: seq, calendarVersion };
  if (event.type !== 'BacklogAssigned') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with BacklogAssigned`);
  }
  return {
    id,
    version: seq,
    calendarVersion,
    ...event.data,
    leaderId: event.data.leaderId ?? null,
    status: 'open',
    assignedAt: event.at,
    proposals: [],
    sentBack: [],
    closed: null,
    cameBack: [],
    papers: [],
  };
}
