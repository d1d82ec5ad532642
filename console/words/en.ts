import { afterwards } from './en/afterwards.ts';
import { commands } from './en/commands.ts';
import { backlog } from './en/backlog.ts';
import { board } from './en/board.ts';
import { inspectionList } from './en/inspection-list.ts';
import { inspections } from './en/inspections.ts';
import { policyGaps, policyRepairs, recommendations } from './en/recommendations.ts';
import { commitments } from './en/commitments.ts';
import { decisions } from './en/decisions.ts';
import { desk } from './en/desk.ts';
import { disputes } from './en/disputes.ts';
import { events } from './en/events.ts';
import { fields } from './en/fields.ts';
import { hall } from './en/hall.ts';
import { hearings } from './en/hearings.ts';
import { jointMeeting } from './en/joint-meeting.ts';
import { letters } from './en/letters.ts';
import { festivalVisits, meetings, waysOut } from './en/meetings.ts';
import { publicPromises } from './en/public-promises.ts';
import { messages } from './en/messages.ts';
import { offline } from './en/offline.ts';
import { organisation } from './en/organisation.ts';
import { papers } from './en/papers.ts';
import { petition } from './en/petition.ts';
import { receptions } from './en/receptions.ts';
import { registration } from './en/registration.ts';
import { reports } from './en/reports.ts';
import { review } from './en/review.ts';
import { shell } from './en/shell.ts';
import { sponsored } from './en/sponsored.ts';
import { statistics } from './en/statistics.ts';
import { supervision } from './en/supervision.ts';
import { consequences, supervisionLetters, traceBack } from './en/supervision-letters.ts';
import { terms } from './en/terms.ts';
import { visits } from './en/visits.ts';
import { wording } from './en/wording.ts';
import type { Words } from './words.ts';

/** Everything the console says in English; the type leaves no gap. */
export const en: Words = {
  shell,
  terms,
  desk,
  petition,
  afterwards,
  commands,
  backlog,
  supervisionLetters,
  consequences,
  traceBack,
  offline,
  visits,
  board,
  inspectionList,
  inspections,
  recommendations,
  policyGaps,
  policyRepairs,
  commitments,
  decisions,
  disputes,
  fields,
  events,
  hall,
  hearings,
  jointMeeting,
  letters,
  meetings,
  publicPromises,
  waysOut,
  festivalVisits,
  receptions,
  registration,
  review,
  papers,
  wording,
  messages,
  organisation,
  sponsored,
  statistics,
  supervision,
  reports,
};
