import { localDate } from '../src/kernel/local-date.ts';
import type { SealedText } from '../src/kernel/sealed.ts';
import type { MeetingCommand } from '../src/capabilities/joint-meeting/command.ts';
import { decideMeeting } from '../src/capabilities/joint-meeting/decide/index.ts';
import type { MeetingEvent } from '../src/capabilities/joint-meeting/events.ts';
import { evolve } from '../src/capabilities/joint-meeting/evolve.ts';
import { meetingStates, type Meeting } from '../src/capabilities/joint-meeting/meeting.ts';
import { units } from '../src/capabilities/petitions/life.test-data.ts';
import { lifeDiagram } from './record-life.ts';

const text: SealedText = { id: 't', hash: 'h', length: 20 };
const at = Date.parse('2026-03-02T09:00:00+08:00');
const on = localDate('2026-03-02');
const plan = {
  kind: 'joint-meeting',
  on,
  time: '09:00',
  place: 'p',
  chair: { unit: 'county-government', userId: 'chair' },
  members: [{ unit: 'housing', userId: 'member' }],
} as const;

const firstItem: MeetingCommand = {
  type: 'addItem',
  item: { id: 'i', petitionId: null, question: 'policy', text, background: null },
};

const attempts = (state: Meeting | null): readonly MeetingCommand[] =>
  state === null
    ? [{ type: 'planMeeting', unit: 'joint-meeting', plan }]
    : [
        { type: 'changeMeeting', plan },
        // One item is enough to walk through a life.
        ...(state.agenda.length === 0 ? [firstItem] : []),
        { type: 'callMeeting' },
        { type: 'moveMeeting', on, time: '10:00', place: 'p', reason: text },
        { type: 'cancelMeeting', reason: text },
        { type: 'openMeeting', came: [] },
        {
          type: 'decideItem',
          itemId: 'i',
          decision: {
            outcome: 'decided',
            text,
            main: null,
            coHandlers: [],
            commitments: [],
            dissent: [],
          },
        },
        { type: 'closeMeeting' },
        { type: 'draftMinutes', summary: text },
        { type: 'signMinutes' },
        { type: 'issueMinutes', paperId: 'p', number: 'n', verifyCode: 'c', document: text },
        { type: 'readMinutes' },
      ];

const actorOf = (type: MeetingCommand['type']): string =>
  type === 'signMinutes' ? 'chair' : type === 'readMinutes' ? 'member' : 'office';

/** The life of a joint meeting as the rules are now. */
export const jointMeetingLife = (): string =>
  lifeDiagram<Meeting, MeetingCommand, MeetingEvent>({
    statuses: meetingStates,
    ends: ['minuted', 'cancelled'],
    statusOf: ({ state }) => state,
    // What decides where it can go next, besides the state.
    placeOf: ({ state, agenda, minutes }) =>
      JSON.stringify([
        state,
        agenda.map(({ decision }) => decision !== null),
        minutes === null ? null : minutes.signed !== null,
      ]),
    attempts,
    decide: (state, command) =>
      decideMeeting(state, command, {
        actor: `staff:${actorOf(command.type)}`,
        userId: actorOf(command.type),
        now: at,
        units,
        holdsPost: () => true,
        maySign: () => true,
      }),
    evolve: (state, event, seq) => evolve('m', state, { ...event, seq, at, actor: 'staff:office' }),
  });
