export {
  answerMinutes,
  meetingPaperHost,
  planMeeting,
  stepMeeting,
  succeedMeetings,
} from './step.ts';
