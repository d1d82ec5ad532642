import type { RecordedEvent } from '../../../../platform/record/index.ts';
import type { CaseKind } from '../../../petitions/index.ts';
import type { Meeting } from '../case.ts';
import type { MeetingCommand } from '../command.ts';
import { decideMeeting } from '../decide/index.ts';
import { evolveMeeting } from '../evolve.ts';
import { meetingEventVersion, type MeetingEvent } from '../events.ts';
import { isMeetingVisible, mayMeet } from '../policy.ts';
import { projectMeeting } from '../projection.ts';
import { upcastMeeting } from '../upcast.ts';

/** A three-party meeting, as a record beside its petition. */
export const meetingKind: CaseKind<Meeting, MeetingCommand, MeetingEvent> = {
  kind: 'three-party-meeting',
  eventVersion: meetingEventVersion,
  evolve: (id, meeting, event) => evolveMeeting(id, meeting, upcastMeeting(event)),
  decide: (meeting, command, { actor, now, units, petition }) =>
    decideMeeting(meeting, command, {
      actor,
      now,
      units,
      petition: { accusation: petition.purpose === 'accusation' },
    }),
  isVisible: isMeetingVisible,
  may: mayMeet,
  project: projectMeeting,
  documentOf: () => {
    throw new Error('minutes are composed when they are issued');
  },
  // Told by the command itself: who is told of what depends on the table.
  noticeOf: () => null,
};

/** Folds what was read of a meeting; null when nothing was. */
export const foldMeeting = (id: string, events: readonly RecordedEvent[]): Meeting | null =>
  events.reduce<Meeting | null>(
    (before, event) => evolveMeeting(id, before, upcastMeeting(event)),
    null,
  );
