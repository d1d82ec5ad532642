import type { DayEvent, Recorded } from './events.ts';
import type { DayPlan, IssuedMinutes, ReceptionDay } from './reception-day.ts';

/** Older plans knew no slots. */
const planned = (plan: DayPlan): DayPlan => ({ ...plan, slotMinutes: plan.slotMinutes ?? null });

/** Changes the one of a list that an event names. */
const withChanged = <T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  renewed: (one: T) => T,
): readonly T[] => list.map((one) => (one.id === id ? renewed(one) : one));

function begin(id: string, event: Recorded<DayEvent>): ReceptionDay {
  if (event.type !== 'ReceptionDayPlanned') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with ReceptionDayPlanned`);
  }
  return {
    id,
    version: event.seq,
    unit: event.data.unit,
    state: 'planned',
    plan: planned(event.data.plan),
    notice: null,
    plannedAt: event.at,
    openedAt: null,
    closedAt: null,
    cancelled: null,
    channels: [],
    bookings: [],
    invitees: [],
    preparations: [],
    minutes: null,
    taskForces: [],
  };
}

type Afterwards = Extract<
  DayEvent,
  {
    type:
      | 'MinutesDrafted'
      | 'MinutesIssued'
      | 'PaperRendered'
      | 'TaskForceFormed'
      | 'TaskForceNoted'
      | 'TaskForceClosed';
  }
>;

const withIssued = (day: ReceptionDay, issued: IssuedMinutes): ReceptionDay =>
  day.minutes === null ? day : { ...day, minutes: { ...day.minutes, issued } };

function changeAfterwards(day: ReceptionDay, event: Recorded<Afterwards>): ReceptionDay {
  const { at, actor } = event;
  switch (event.type) {
    case 'MinutesDrafted':
      return {
        ...day,
        minutes: { content: event.data.content, draftedBy: actor, draftedAt: at, issued: null },
      };
    case 'MinutesIssued':
      return withIssued(day, {
        number: event.data.number,
        by: actor,
        at,
        paperId: event.data.paper?.paperId ?? null,
        renderedAt: null,
      });
    case 'PaperRendered':
      return day.minutes?.issued?.paperId === event.data.paperId
        ? withIssued(day, { ...day.minutes.issued, renderedAt: at })
        : day;
    case 'TaskForceFormed': {
      const formed = { ...event.data, formedAt: at, ledger: [], closed: null };
      return { ...day, taskForces: [...day.taskForces, formed] };
    }
    case 'TaskForceNoted': {
      const { id, entryId, note } = event.data;
      const entry = { id: entryId, note, at };
      return {
        ...day,
        taskForces: withChanged(day.taskForces, id, (force) => ({
          ...force,
          ledger: [...force.ledger, entry],
        })),
      };
    }
    case 'TaskForceClosed': {
      const { id, outcome } = event.data;
      return {
        ...day,
        taskForces: withChanged(day.taskForces, id, (force) => ({
          ...force,
          closed: { outcome, at },
        })),
      };
    }
  }
}

function change(day: ReceptionDay, event: Recorded<DayEvent>): ReceptionDay {
  switch (event.type) {
    case 'ReceptionDayPlanned':
      return day;
    case 'ReceptionDayChanged':
      return { ...day, plan: planned(event.data.plan) };
    case 'ReceptionNoticePublished':
      return { ...day, state: 'noticed', notice: { ...event.data, publishedAt: event.at } };
    case 'NoticeChannelRecorded':
      return { ...day, channels: [...day.channels, event.data] };
    case 'ReceptionSlotBooked':
      return { ...day, bookings: [...day.bookings, { ...event.data, cancelled: false }] };
    case 'ReceptionBookingCancelled':
      return {
        ...day,
        bookings: withChanged(day.bookings, event.data.id, (one) => ({ ...one, cancelled: true })),
      };
    case 'VisitorInvited':
      return { ...day, invitees: [...day.invitees, { ...event.data, answer: null }] };
    case 'InvitationAnswered': {
      const { id, answer } = event.data;
      return { ...day, invitees: withChanged(day.invitees, id, (one) => ({ ...one, answer })) };
    }
    case 'PreparationWritten':
      return { ...day, preparations: [...day.preparations, { ...event.data, at: event.at }] };
    case 'MinutesDrafted':
    case 'MinutesIssued':
    case 'PaperRendered':
    case 'TaskForceFormed':
    case 'TaskForceNoted':
    case 'TaskForceClosed':
      return changeAfterwards(day, event);
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
