import type { DayCommandType } from './command.ts';
import { receptionStates, type ReceptionState } from './reception-day.ts';

type Cell = 'yes' | 'no';
/** One cell per state: a new state does not compile until every command has thought of it. */
type RowOver<S extends readonly ReceptionState[]> = { readonly [K in keyof S]: Cell };
type Row = RowOver<typeof receptionStates>;

const y = 'yes';
const n = 'no';

/** The life of a reception day: which command is thinkable in which state. */
export const receptionLifecycle = {
  // columns:            planned, noticed, running, closed, cancelled
  changeDay: /*    */ [y, y, n, n, n],
  publishNotice: /**/ [y, n, n, n, n],
  // What proves a notice may be found later; a notice of a cancelled day stood there as well.
  recordChannel: /**/ [n, y, y, y, y],
  bookSlot: /*     */ [n, y, y, n, n],
  cancelBooking: /**/ [n, y, y, n, n],
  inviteVisitor: /**/ [y, y, y, n, n],
  answerInvitation: [y, y, y, n, n],
  writePreparation: [y, y, y, n, n],
  draftMinutes: /* */ [n, n, y, y, n],
  issueMinutes: /* */ [n, n, n, y, n],
  recordRendering: [n, n, n, y, n],
  formTaskForce: /**/ [n, n, y, y, n],
  noteTaskForce: /**/ [n, n, y, y, n],
  closeTaskForce: /**/ [n, n, y, y, n],
  openDay: /*      */ [y, y, n, n, n],
  closeDay: /*     */ [n, n, y, n, n],
  cancelDay: /*    */ [y, y, n, n, n],
} as const satisfies Record<DayCommandType, Row>;

/** Whether the table lets a command come before the rules in this state. */
export const isThinkable = (command: DayCommandType, state: ReceptionState): boolean =>
  receptionLifecycle[command][receptionStates.indexOf(state)] === 'yes';
