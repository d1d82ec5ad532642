export { admitMembers, admittingTypes } from './admit.ts';
export { meetingIdOf, planMeeting } from './begin.ts';
export { declineSuggestion } from './decline.ts';
export type { MeetingDeps, MeetingOptions } from './deps.ts';
export { jointMeetingPaperHost } from './paper-host.ts';
export { runMeeting, stepMeeting, type MeetingAnswer } from './step.ts';
export { succeedMeetings } from './succeed.ts';
