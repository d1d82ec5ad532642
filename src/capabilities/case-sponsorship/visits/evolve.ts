import type { Visit } from './case.ts';
import type { RecordedVisitEvent } from './events.ts';

function change(before: Visit, event: RecordedVisitEvent): Visit {
  const { at } = event;
  switch (event.type) {
    case 'VisitPlanned':
      return before;
    case 'VisitChanged':
      return { ...before, plan: event.data.plan };
    case 'VisitCancelled':
      return { ...before, status: 'cancelled', endedAt: at };
    case 'NeighboursAllowed':
      return { ...before, consent: { at, ...event.data } };
    case 'NeighboursDisallowed':
      return { ...before, consent: null };
    case 'VisitRecorded': {
      const { outcome, ...record } = event.data;
      return { ...before, status: outcome, endedAt: at, record: { at, ...record } };
    }
    case 'VisitAdded':
      return { ...before, additions: [...before.additions, { at, ...event.data }] };
    case 'VisitDeclined':
      return { ...before, status: 'declined', endedAt: at };
    case 'VisitCorrected':
      return { ...before, corrections: [...before.corrections, { at, ...event.data }] };
    case 'VisitSucceeded': {
      const { from, to } = event.data;
      const heirOf = (unit: string): string => (unit === from ? to : unit);
      const visitors = before.plan.visitors.map(({ userId, unit }) => ({
        userId,
        unit: heirOf(unit),
      }));
      return {
        ...before,
        unit: heirOf(before.unit),
        office: heirOf(before.office),
        plan: { ...before.plan, visitors },
      };
    }
  }
}

/**
 * Carries a home visit over one recorded event.
 * @param id the stream
 * @param before the state before, null at birth
 */
export function evolveVisit(id: string, before: Visit | null, event: RecordedVisitEvent): Visit {
  const { seq, calendarVersion, at } = event;
  if (before !== null) return { ...change(before, event), version: seq, calendarVersion };
  if (event.type !== 'VisitPlanned') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with VisitPlanned`);
  }
  const { userId, ...planned } = event.data;
  return {
    id,
    version: seq,
    calendarVersion,
    ...planned,
    status: 'planned',
    plannedBy: userId,
    plannedAt: at,
    consent: null,
    record: null,
    endedAt: null,
    additions: [],
    corrections: [],
    papers: [],
  };
}
