import { afterwards } from './zh/afterwards.ts';
import { commands } from './zh/commands.ts';
import { backlog } from './zh/backlog.ts';
import { board } from './zh/board.ts';
import { inspectionList } from './zh/inspection-list.ts';
import { inspections } from './zh/inspections.ts';
import { policyGaps, policyRepairs, recommendations } from './zh/recommendations.ts';
import { commitments } from './zh/commitments.ts';
import { decisions } from './zh/decisions.ts';
import { desk } from './zh/desk.ts';
import { disputes } from './zh/disputes.ts';
import { events } from './zh/events.ts';
import { fields } from './zh/fields.ts';
import { hall } from './zh/hall.ts';
import { hearings } from './zh/hearings.ts';
import { jointMeeting } from './zh/joint-meeting.ts';
import { letters } from './zh/letters.ts';
import { festivalVisits, meetings, waysOut } from './zh/meetings.ts';
import { publicPromises } from './zh/public-promises.ts';
import { messages } from './zh/messages.ts';
import { offline } from './zh/offline.ts';
import { organisation } from './zh/organisation.ts';
import { papers } from './zh/papers.ts';
import { petition } from './zh/petition.ts';
import { receptions } from './zh/receptions.ts';
import { registration } from './zh/registration.ts';
import { reports } from './zh/reports.ts';
import { review } from './zh/review.ts';
import { shell } from './zh/shell.ts';
import { sponsored } from './zh/sponsored.ts';
import { statistics } from './zh/statistics.ts';
import { supervision } from './zh/supervision.ts';
import { consequences, supervisionLetters, traceBack } from './zh/supervision-letters.ts';
import { terms } from './zh/terms.ts';
import { visits } from './zh/visits.ts';
import { wording } from './zh/wording.ts';

/** Everything the console says in Chinese; `en.ts` says the same, by type. */
export const zh = {
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
} as const;
