import type { MeetingEventOf, RecordedMeetingEvent } from './events.ts';
import type { AgendaItem, Meeting, MeetingPlan, Minutes, Place } from './meeting.ts';

const seats = (members: readonly Place[]): Meeting['members'] =>
  members.map(({ unit, userId }) => ({ unit, userId, came: null, readAt: null }));

const planned = ({ members, ...plan }: MeetingPlan): Pick<Meeting, 'plan' | 'members'> => ({
  plan,
  members: seats(members),
});

/** In the order given; what it does not name keeps its place behind. */
const ordered = (agenda: readonly AgendaItem[], order: readonly string[]): readonly AgendaItem[] =>
  agenda.toSorted((one, other) => {
    const place = ({ id }: AgendaItem): number =>
      order.includes(id) ? order.indexOf(id) : order.length;
    return place(one) - place(other);
  });

function decided(
  meeting: Meeting,
  { itemId, ...decision }: MeetingEventOf<'JointMeetingItemDecided'>['data'],
  at: number,
): Meeting {
  return {
    ...meeting,
    agenda: meeting.agenda.map((item) =>
      item.id === itemId ? { ...item, decision: { ...decision, at } } : item,
    ),
  };
}

const withMinutes = (meeting: Meeting, news: Partial<Minutes>): Meeting =>
  meeting.minutes === null ? meeting : { ...meeting, minutes: { ...meeting.minutes, ...news } };

function succeeded(
  meeting: Meeting,
  { from, to }: MeetingEventOf<'JointMeetingSucceeded'>['data'],
): Meeting {
  const next = (unit: string): string => (unit === from ? to : unit);
  return {
    ...meeting,
    unit: next(meeting.unit),
    plan: {
      ...meeting.plan,
      chair: { ...meeting.plan.chair, unit: next(meeting.plan.chair.unit) },
    },
    members: meeting.members.map((member) => ({ ...member, unit: next(member.unit) })),
  };
}

function change(meeting: Meeting, event: RecordedMeetingEvent): Meeting {
  switch (event.type) {
    case 'JointMeetingPlanned':
      return meeting;
    case 'JointMeetingChanged':
      return { ...meeting, ...planned(event.data.plan) };
    case 'JointMeetingItemAdded':
      return {
        ...meeting,
        agenda: [...meeting.agenda, { ...event.data, addedAt: event.at, decision: null }],
      };
    case 'JointMeetingItemRemoved':
      return { ...meeting, agenda: meeting.agenda.filter(({ id }) => id !== event.data.itemId) };
    case 'JointMeetingAgendaOrdered':
      return { ...meeting, agenda: ordered(meeting.agenda, event.data.order) };
    case 'JointMeetingCalled':
      return { ...meeting, state: 'called', calledAt: event.at };
    case 'JointMeetingMoved': {
      const { on, time, place, reason } = event.data;
      return {
        ...meeting,
        plan: { ...meeting.plan, on, time, place },
        moves: [...meeting.moves, { from: meeting.plan.on, reason, at: event.at }],
      };
    }
    case 'JointMeetingCancelled':
      return {
        ...meeting,
        state: 'cancelled',
        cancelled: { reason: event.data.reason, at: event.at },
      };
    case 'JointMeetingOpened':
      return {
        ...meeting,
        state: 'open',
        openedAt: event.at,
        members: meeting.members.map((member) => ({
          ...member,
          came: event.data.came.includes(member.userId),
        })),
      };
    case 'JointMeetingItemDecided':
      return decided(meeting, event.data, event.at);
    case 'JointMeetingClosed':
      return { ...meeting, state: 'closed' };
    case 'JointMeetingMinutesDrafted':
      return {
        ...meeting,
        minutes: {
          summary: event.data.summary,
          draftedBy: event.actor,
          draftedAt: event.at,
          signed: null,
          issued: null,
        },
      };
    case 'JointMeetingMinutesSigned':
      return withMinutes(meeting, { signed: { by: event.actor, at: event.at } });
    case 'JointMeetingMinutesIssued': {
      const { paperId, number } = event.data;
      const issued = { paperId, number, at: event.at, renderedAt: null };
      return { ...withMinutes(meeting, { issued }), state: 'minuted' };
    }
    case 'PaperRendered': {
      const issued = meeting.minutes?.issued ?? null;
      return issued === null
        ? meeting
        : withMinutes(meeting, { issued: { ...issued, renderedAt: event.at } });
    }
    case 'JointMeetingMinutesRead':
      return {
        ...meeting,
        members: meeting.members.map((member) =>
          member.userId === event.data.userId ? { ...member, readAt: event.at } : member,
        ),
      };
    case 'JointMeetingSucceeded':
      return succeeded(meeting, event.data);
  }
}

const born = (id: string, event: RecordedMeetingEvent): Meeting => {
  if (event.type !== 'JointMeetingPlanned') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with JointMeetingPlanned`);
  }
  return {
    id,
    version: event.seq,
    unit: event.data.unit,
    state: 'planned',
    ...planned(event.data.plan),
    agenda: [],
    plannedAt: event.at,
    calledAt: null,
    openedAt: null,
    moves: [],
    cancelled: null,
    minutes: null,
  };
};

/** Carries a meeting over one recorded event. */
export const evolve = (
  id: string,
  meeting: Meeting | null,
  event: RecordedMeetingEvent,
): Meeting => ({ ...change(meeting ?? born(id, event), event), version: event.seq });

/** Folds a whole stream; null when it is empty. */
export const fold = (id: string, events: readonly RecordedMeetingEvent[]): Meeting | null =>
  events.reduce<Meeting | null>((meeting, event) => evolve(id, meeting, event), null);
