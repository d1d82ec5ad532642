import type { MeetingCommandType } from './command.ts';
import { meetingStates, type MeetingState } from './meeting.ts';

type Cell = 'yes' | 'no';
type RowOver<S extends readonly MeetingState[]> = { readonly [K in keyof S]: Cell };

const y = 'yes';
const n = 'no';

/** Which step is thinkable in which state; a new state does not compile until every step knows it. */
export const meetingLife = {
  // columns:            planned, called, open, closed, minuted, cancelled
  changeMeeting: /*   */ [y, n, n, n, n, n],
  addItem: /*         */ [y, y, n, n, n, n],
  removeItem: /*      */ [y, y, n, n, n, n],
  orderAgenda: /*     */ [y, y, n, n, n, n],
  callMeeting: /*     */ [y, n, n, n, n, n],
  // Who was told is told again, with the reason.
  moveMeeting: /*     */ [n, y, n, n, n, n],
  cancelMeeting: /*   */ [y, y, n, n, n, n],
  openMeeting: /*     */ [n, y, n, n, n, n],
  decideItem: /*      */ [n, n, y, n, n, n],
  closeMeeting: /*    */ [n, n, y, n, n, n],
  draftMinutes: /*    */ [n, n, n, y, n, n],
  signMinutes: /*     */ [n, n, n, y, n, n],
  issueMinutes: /*    */ [n, n, n, y, n, n],
  readMinutes: /*     */ [n, n, n, n, y, n],
  recordRendering: /* */ [n, n, n, n, y, n],
  succeedUnit: /*     */ [y, y, y, y, y, y],
} as const satisfies Record<
  Exclude<MeetingCommandType, 'planMeeting'>,
  RowOver<typeof meetingStates>
>;

/** Whether the table lets a step come before the rules in this state. */
export const isThinkable = (
  command: Exclude<MeetingCommandType, 'planMeeting'>,
  state: MeetingState,
): boolean => meetingLife[command][meetingStates.indexOf(state)] === 'yes';
