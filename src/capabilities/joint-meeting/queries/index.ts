export { openMinutes, type MinutesFile } from './minutes.ts';
export { listMeetings, openMeetingView } from './open.ts';
export { listSeats, listSuggestions } from './suggestions.ts';
