export { foldMeeting, meetingKind } from './kind.ts';
export {
  listMeetings,
  meetingsOfPetition,
  meetingsOfPetitioner,
  openMeeting,
  openMinutesFile,
  openOwnMinutes,
} from './meetings.ts';
