import { localDateOf } from '../../kernel/local-date.ts';
import type { DayEvent, DayEventOf, Recorded } from './events.ts';
import type {
  Booking,
  DayPlan,
  Invitee,
  IssuedMinutes,
  Notice,
  ReceptionDay,
} from './reception-day.ts';

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
    noticeDays: [],
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

/** What the next version of a notice will say of the change. */
function changedNotice(
  { notice, plan: before }: ReceptionDay,
  { plan, reason }: DayEventOf<'ReceptionDayChanged'>['data'],
): Notice | null {
  if (notice === null) return null;
  const { on, from, to } = before;
  const isSameTime = on === plan.on && from === plan.from && to === plan.to;
  return { ...notice, change: { reason, movedFrom: isSameTime ? null : { on, from, to } } };
}

type OfVisitors = Extract<
  DayEvent,
  {
    type:
      | 'ReceptionSlotBooked'
      | 'ReceptionBookingCancelled'
      | 'ReceptionBookingMoved'
      | 'VisitorInvited'
      | 'InvitationAnswered'
      | 'InvitationReopened';
  }
>;

function changeVisitors(day: ReceptionDay, { type, data }: OfVisitors): ReceptionDay {
  const booking = (renewed: (one: Booking) => Booking): ReceptionDay => ({
    ...day,
    bookings: withChanged(day.bookings, data.id, renewed),
  });
  const invitee = (renewed: (one: Invitee) => Invitee): ReceptionDay => ({
    ...day,
    invitees: withChanged(day.invitees, data.id, renewed),
  });
  switch (type) {
    case 'ReceptionSlotBooked': {
      const booked = { ...data, cancelled: false, movedFrom: null };
      return { ...day, bookings: [...day.bookings, booked] };
    }
    case 'ReceptionBookingCancelled':
      return booking((one) => ({ ...one, cancelled: true }));
    case 'ReceptionBookingMoved':
      return booking((one) => ({ ...one, slot: data.slot, movedFrom: data.from }));
    case 'VisitorInvited': {
      const invited = { ...data, answer: null, movedFrom: null };
      return { ...day, invitees: [...day.invitees, invited] };
    }
    case 'InvitationAnswered':
      return invitee((one) => ({ ...one, answer: data.answer, movedFrom: null }));
    case 'InvitationReopened':
      return invitee((one) => ({ ...one, answer: null, movedFrom: data.from }));
  }
}

function change(day: ReceptionDay, event: Recorded<DayEvent>): ReceptionDay {
  switch (event.type) {
    case 'ReceptionDayPlanned':
      return day;
    case 'ReceptionDayChanged':
      return { ...day, plan: planned(event.data.plan), notice: changedNotice(day, event.data) };
    case 'ReceptionNoticePublished':
      return {
        ...day,
        state: 'noticed',
        notice: { ...day.notice, ...event.data, publishedAt: event.at },
        noticeDays: [...day.noticeDays, localDateOf(event.at)],
      };
    case 'NoticeChannelRecorded':
      return { ...day, channels: [...day.channels, event.data] };
    case 'ReceptionSlotBooked':
    case 'ReceptionBookingCancelled':
    case 'ReceptionBookingMoved':
    case 'VisitorInvited':
    case 'InvitationAnswered':
    case 'InvitationReopened':
      return changeVisitors(day, event);
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
