import type { FactSource, StatedFact } from '../../kernel/facts.ts';
import { daysBetween, localDateOf } from '../../kernel/local-date.ts';
import type { RecordedMeetingEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Meeting } from './meeting.ts';

const held = ({ state }: Meeting): boolean => !['planned', 'called', 'cancelled'].includes(state);

/** What joint meetings give to statistics (T-1); they tell of no petition by name. */
export const meetingFacts: FactSource<Meeting, RecordedMeetingEvent> = {
  id: 'joint-meeting',
  version: 1,
  streams: ['joint-meeting'],
  kinds: {
    'joint-meeting': { zh: '召开的联席会议、会商', en: 'joint meeting or case conference held' },
    'meeting-item': {
      zh: '提交会议的议题（数值 1 为议定）',
      en: 'item before a meeting (value 1: decided)',
    },
    'meeting-decided': {
      zh: '会议议定（数值为列入议题起的天数）',
      en: 'item decided (value: days on the agenda)',
    },
  },
  evolve,
  dims: ({ unit }) => ({ unit }),
  facts: (meeting) =>
    held(meeting)
      ? [
          { kind: 'joint-meeting', day: meeting.plan.on, detail: meeting.plan.kind },
          ...meeting.agenda.map(({ id, question, decision }): StatedFact => ({
            kind: 'meeting-item',
            key: id,
            day: meeting.plan.on,
            detail: question,
            value: decision?.outcome === 'decided' ? 1 : 0,
          })),
          ...meeting.agenda.flatMap(({ id, question, addedAt, decision }): StatedFact[] =>
            decision?.outcome !== 'decided'
              ? []
              : [
                  {
                    kind: 'meeting-decided',
                    key: id,
                    day: localDateOf(decision.at),
                    detail: question,
                    value: daysBetween(localDateOf(addedAt), localDateOf(decision.at)),
                  },
                ],
          ),
        ]
      : [],
};
