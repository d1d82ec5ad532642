export {
  answerMinutes,
  meetingIdOf,
  meetingPaperHost,
  planMeeting,
  stepMeeting,
  succeedMeetings,
} from './step.ts';
