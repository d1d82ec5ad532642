import type { Meeting } from './case.ts';
import type { RecordedMeetingEvent } from './events.ts';

function change(before: Meeting, event: RecordedMeetingEvent): Meeting {
  const { at } = event;
  switch (event.type) {
    case 'MeetingPlanned':
      return before;
    case 'MeetingPostponed': {
      const { plan, ...noted } = event.data;
      const move = { at, ...noted, from: before.plan.on, to: plan.on };
      return { ...before, plan, postponed: [...before.postponed, move] };
    }
    case 'MeetingCancelled':
      return { ...before, status: 'cancelled', cancelled: { at, ...event.data } };
    case 'MeetingHeld':
      return { ...before, status: 'held', held: { at, ...event.data } };
    case 'PaperSealed': {
      const { paperId, number, userId, issuer } = event.data;
      const minutes = { paperId, number, at, by: userId, issuer, renderedAt: null };
      return { ...before, status: 'minuted', minutes };
    }
    case 'PaperRendered':
      return before.minutes === null
        ? before
        : { ...before, minutes: { ...before.minutes, renderedAt: at } };
    case 'MinutesAnswered':
      return { ...before, answers: [...before.answers, { at, ...event.data }] };
    case 'MeetingSucceeded': {
      const { from, to } = event.data;
      const heirOf = (unit: string): string => (unit === from ? to : unit);
      return { ...before, unit: heirOf(before.unit), office: heirOf(before.office) };
    }
  }
}

/**
 * Carries a three-party meeting over one recorded event.
 * @param id the stream
 * @param before the state before, null at birth
 */
export function evolveMeeting(
  id: string,
  before: Meeting | null,
  event: RecordedMeetingEvent,
): Meeting {
  const { seq, calendarVersion } = event;
  if (before !== null) return { ...change(before, event), version: seq, calendarVersion };
  if (event.type !== 'MeetingPlanned') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with MeetingPlanned`);
  }
  const { userId, ...data } = event.data;
  return {
    id,
    version: seq,
    calendarVersion,
    ...data,
    status: 'planned',
    plannedAt: event.at,
    plannedBy: userId,
    postponed: [],
    cancelled: null,
    held: null,
    minutes: null,
    answers: [],
    papers: [],
  };
}
