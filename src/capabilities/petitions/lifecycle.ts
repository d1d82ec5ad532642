import type { CommandType } from './command.ts';
import { statuses, type Status } from './petition.ts';

/** `yes`: the rules decide further; `no`: not in this status. */
type Cell = 'yes' | 'no';

/** One cell per status: a new status does not compile until every command has thought of it. */
type RowOver<S extends readonly Status[]> = { readonly [K in keyof S]: Cell };
type Row = RowOver<typeof statuses>;

const y = 'yes';
const n = 'no';

/**
 * The life of a petition: which command is thinkable in which status. `decide` asks this table
 * before any rule; the diagram in the README is generated from it.
 */
export const lifecycle = {
  // columns:
  //                   registered, referred, objected, adjudication, handling, route, redirecting, handed-over, issued, concluded
  register: /*       */ [n, n, n, n, n, n, n, n, n, n],
  classify: /*       */ [y, y, n, n, y, n, n, n, n, n],
  addMaterial: /*    */ [y, y, y, y, y, y, y, y, y, y],
  replaceLookupCode: [y, y, y, y, y, y, y, y, y, y],
  nameHandler: /*    */ [y, y, y, y, y, y, y, y, y, y],
  chooseOfficer: /*  */ [n, n, n, n, y, y, n, n, n, n],

  refer: /*          */ [y, y, n, n, n, n, n, n, n, n],
  assign: /*         */ [y, n, n, n, n, n, n, n, n, n],
  handOver: /*       */ [y, y, n, n, n, n, n, n, n, n],
  confirmReceipt: /* */ [n, n, n, n, n, n, y, y, n, n],
  returnHandOver: /* */ [n, n, n, n, n, n, n, y, n, n],
  notAccept: /*      */ [y, y, n, n, n, n, n, n, n, n],
  noLongerAccept: /* */ [y, y, n, n, n, n, n, n, n, n],
  redirect: /*       */ [y, y, n, n, y, n, n, n, n, n],
  startRoute: /*     */ [y, y, n, n, y, n, n, n, n, n],
  recordRouteResult: [n, n, n, n, n, y, n, n, n, n],
  fileOnly: /*       */ [y, n, n, n, n, n, n, n, n, n],
  merge: /*          */ [y, n, n, n, y, n, n, n, n, n],
  absorb: /*         */ [y, y, y, y, y, y, y, n, y, n],
  split: /*          */ [y, y, n, n, y, n, n, n, n, n],
  relate: /*         */ [y, y, y, y, y, y, y, y, y, y],
  undoRelation: /*   */ [y, y, y, y, y, y, y, y, y, y],
  undoMerge: /*      */ [n, n, n, n, n, n, n, n, n, y],
  undoAbsorption: /* */ [y, y, y, y, y, y, y, y, y, y],
  formGroup: /*      */ [y, y, y, y, y, n, n, n, n, n],
  dissolveGroup: /*  */ [y, y, y, y, y, n, n, n, n, n],
  joinGroup: /*      */ [y, y, n, n, y, n, n, n, n, n],
  leaveGroup: /*     */ [y, y, y, y, y, y, y, y, y, n],
  followHead: /*     */ [y, y, y, y, y, y, y, y, y, y],

  object: /*         */ [n, y, n, n, n, n, n, n, n, n],
  decideObjection: /**/ [n, n, y, n, n, n, n, n, n, n],
  decideCompetence: [n, n, n, y, n, n, n, n, n, n],
  proposeRaise: /*   */ [y, y, y, n, y, n, n, n, n, n],
  refuseRaise: /*    */ [y, y, y, y, y, y, y, y, y, n],
  raisePetition: /*  */ [y, y, y, n, y, n, n, n, n, n],
  lowerPetition: /*  */ [y, y, y, n, y, n, n, n, n, n],
  suggestAgenda: /*  */ [y, y, y, y, y, y, n, n, n, n],
  noteAgenda: /*     */ [y, y, y, y, y, y, y, y, y, y],
  settleByMeeting: /**/ [y, y, y, y, y, n, n, n, n, n],
  accept: /*         */ [n, y, n, n, n, n, n, n, n, n],
  passDown: /*       */ [n, y, n, n, n, n, n, n, n, n],

  giveTask: /*       */ [n, n, n, n, y, n, n, n, n, n],
  completeTask: /*   */ [n, n, n, n, y, y, y, n, y, n],
  recordTalk: /*     */ [y, y, y, y, y, y, y, y, y, y],
  askSupplement: /*  */ [y, y, n, n, y, y, n, n, n, n],
  withdrawOfficial: [y, y, y, y, y, y, y, y, y, n],
  requestExtension: [n, n, n, n, y, n, n, n, n, n],
  refuseExtension: /**/ [n, n, n, n, y, n, n, n, n, n],
  draftOpinion: /*   */ [n, n, n, n, y, n, n, n, n, n],
  completeExecution: [n, n, n, n, n, n, n, n, y, y],
  reopenExecution: [n, n, n, n, n, n, n, n, y, y],
  recordOutcome: /*  */ [n, n, n, n, n, n, n, n, y, y],

  draftPaper: /*     */ [y, y, y, y, y, y, y, y, y, y],
  checkPaper: /*     */ [y, y, y, y, y, y, y, y, y, y],
  signPaper: /*      */ [y, y, y, y, y, y, y, y, y, y],
  sealPaper: /*      */ [y, y, y, y, y, y, y, y, y, y],
  issuePaper: /*     */ [y, y, y, y, y, y, y, y, y, y],
  returnPaper: /*    */ [y, y, y, y, y, y, y, y, y, y],
  recordRendering: /**/ [y, y, y, y, y, y, y, y, y, y],
  servePaper: /*     */ [y, y, y, y, y, y, y, y, y, y],

  fileReport: /*     */ [n, n, n, n, n, n, n, n, n, y],
  questionReport: /* */ [n, n, n, n, n, n, n, n, n, y],
  acceptReport: /*   */ [n, n, n, n, n, n, n, n, n, y],
  returnReport: /*   */ [n, n, n, n, n, n, n, n, n, y],

  reportUrgent: /*   */ [y, y, y, y, y, y, y, y, y, n],
  followUpUrgent: /* */ [y, y, y, y, y, y, y, y, y, y],
  confirmUrgent: /*  */ [y, y, y, y, y, y, y, y, y, y],
  replyUrgent: /*    */ [y, y, y, y, y, y, y, y, y, y],

  sendBackWorkOrder: [y, y, y, y, y, y, y, y, y, y],
  confirmSendBack: /**/ [y, y, y, y, y, y, y, y, y, y],
  returnSendBack: /* */ [y, y, y, y, y, y, y, y, y, y],

  decideSuggestion: [y, y, n, n, y, n, n, n, n, n],
  answerBriefly: /*  */ [y, y, n, n, y, n, n, n, n, n],
  honourContribution: [n, n, n, n, n, n, n, n, n, y],
  startSimple: /*    */ [y, y, n, n, n, n, n, n, n, n],
  switchToOrdinary: [y, y, n, n, y, n, n, n, n, n],

  withdraw: /*       */ [y, y, y, y, y, y, n, n, n, n],
  revokeWithdrawal: [y, y, y, y, y, y, y, y, y, n],
  // An opinion that is sealed is served: the petitioner keeps the right to review it.
  completeWithdrawal: [y, y, y, y, y, y, y, y, n, n],
  admitReader: /*    */ [y, y, y, y, y, y, y, y, y, y],
  openRound: /*      */ [n, n, n, n, n, n, n, n, n, y],
  noteReview: /*     */ [y, y, y, y, y, y, y, y, y, y],
  endProcedure: /*   */ [y, y, y, y, y, y, y, y, y, y],
  noteMaterial: /*   */ [y, y, y, y, y, y, y, y, y, n],
  rate: /*           */ [n, n, n, n, n, n, n, n, n, y],
  remindRating: /*   */ [n, n, n, n, n, n, n, n, n, y],
  closeRating: /*    */ [n, n, n, n, n, n, n, n, n, y],
  logRatingContact: [n, n, n, n, n, n, n, n, n, y],
  noteRating: /*     */ [n, n, n, n, n, n, n, n, n, y],
  openRating: /*     */ [n, n, n, n, n, n, n, n, n, y],
  recordFollowUp: /* */ [n, n, n, n, n, n, n, n, n, y],
  contest: /*        */ [n, n, n, n, n, n, y, n, n, y],
  decideContest: /*  */ [n, n, n, n, n, n, y, n, n, y],
  recountClocks: /*  */ [y, y, y, y, y, y, y, y, y, y],
  succeedHolder: /*  */ [y, y, y, y, y, y, y, y, y, y],
} as const satisfies Record<CommandType, Row>;

/** Whether the table lets a command come before the rules in this status. */
export function isThinkable(command: CommandType, status: Status): boolean {
  return lifecycle[command][statuses.indexOf(status)] === 'yes';
}
