import type { DayEvent, Recorded } from './events.ts';
import type { ReceptionDay } from './reception-day.ts';

function begin(id: string, event: Recorded<DayEvent>): ReceptionDay {
  if (event.type !== 'ReceptionDayPlanned') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with ReceptionDayPlanned`);
  }
  return {
    id,
    version: event.seq,
    unit: event.data.unit,
    state: 'planned',
    plan: event.data.plan,
    notice: null,
    plannedAt: event.at,
    openedAt: null,
    closedAt: null,
    cancelled: null,
  };
}

function change(day: ReceptionDay, event: Recorded<DayEvent>): ReceptionDay {
  switch (event.type) {
    case 'ReceptionDayPlanned':
      return day;
    case 'ReceptionDayChanged':
      return { ...day, plan: event.data.plan };
    case 'ReceptionNoticePublished':
      return { ...day, state: 'noticed', notice: { ...event.data, publishedAt: event.at } };
    case 'ReceptionDayOpened':
      return { ...day, state: 'running', openedAt: event.at };
    case 'ReceptionDayClosed':
      return { ...day, state: 'closed', closedAt: event.at };
    case 'ReceptionDayCancelled':
      return { ...day, state: 'cancelled', cancelled: { at: event.at, reason: event.data.reason } };
  }
}

/**
 * Carries a reception day over one recorded event.
 * @param id the stream
 * @param day the state before, null at birth
 */
export const evolve = (
  id: string,
  day: ReceptionDay | null,
  event: Recorded<DayEvent>,
): ReceptionDay =>
  day === null ? begin(id, event) : { ...change(day, event), version: event.seq };

/** Folds a whole stream; nothing when it is empty. */
export const fold = (id: string, events: readonly Recorded<DayEvent>[]): ReceptionDay | null =>
  events.reduce<ReceptionDay | null>((day, event) => evolve(id, day, event), null);
