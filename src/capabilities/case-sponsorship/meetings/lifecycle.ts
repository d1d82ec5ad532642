import type { Meeting, MeetingStatus } from './case.ts';
import type { MeetingCommandType } from './command.ts';

/** In which status each command may come. */
export const meetingLifecycle: Readonly<Record<MeetingCommandType, readonly MeetingStatus[]>> = {
  planMeeting: [],
  postponeMeeting: ['planned'],
  cancelMeeting: ['planned'],
  recordMeeting: ['planned'],
  issueMinutes: ['held'],
  answerMinutes: ['minuted'],
  recordRendering: ['minuted'],
  succeedUnit: ['planned', 'held', 'minuted'],
};

export const isThinkable = (command: MeetingCommandType, { status }: Pick<Meeting, 'status'>) =>
  meetingLifecycle[command].includes(status);
