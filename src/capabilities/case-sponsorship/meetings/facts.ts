import type { FactSource, StatedFact } from '../../../kernel/facts.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import type { Meeting } from './case.ts';
import type { RecordedMeetingEvent } from './events.ts';
import { evolveMeeting } from './evolve.ts';

function factsOf(meeting: Meeting): readonly StatedFact[] {
  const { held, postponed, cancelled, plannedAt } = meeting;
  return [
    { kind: 'meeting-planned', day: localDateOf(plannedAt) },
    ...postponed.map(({ at }, place) => ({
      kind: 'meeting-postponed',
      key: `move:${place + 1}`,
      day: localDateOf(at),
    })),
    ...(cancelled === null ? [] : [{ kind: 'meeting-cancelled', day: localDateOf(cancelled.at) }]),
    ...(held === null
      ? []
      : [
          { kind: 'meeting-held', day: localDateOf(held.at) },
          { kind: 'meeting-action', day: localDateOf(held.at), value: held.actions.length },
        ]),
  ];
}

/** What three-party meetings give to statistics (T-1, S-4); whether actions are kept is the commitments'. */
export const meetingFacts: FactSource<Meeting, RecordedMeetingEvent> = {
  id: 'three-party-meetings',
  version: 1,
  streams: ['three-party-meeting'],
  kinds: {
    'meeting-planned': { zh: '安排的三头对面会议', en: 'three-party meeting planned' },
    'meeting-held': { zh: '召开的三头对面会议', en: 'three-party meeting held' },
    'meeting-postponed': { zh: '三头对面会议延期', en: 'three-party meeting put off' },
    'meeting-cancelled': { zh: '三头对面会议取消', en: 'three-party meeting called off' },
    'meeting-action': {
      zh: '会议议定事项（数值为项数）',
      en: 'actions agreed in a meeting (value: how many)',
    },
  },
  evolve: evolveMeeting,
  about: ({ petitionId }) => petitionId,
  dims: ({ unit }) => ({ unit }),
  facts: factsOf,
};
