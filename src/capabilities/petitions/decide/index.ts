import { ok } from '../../../kernel/result.ts';
import type { Command, CommandOf, CommandType } from '../command.ts';
import { isThinkable } from '../lifecycle.ts';
import type { Petition } from '../petition.ts';
import { withAfterwards } from './afterwards.ts';
import * as competence from './competence.ts';
import * as conclusion from './conclusion.ts';
import { no, type Context, type Decision, type Rule } from './context.ts';
import * as contest from './contest.ts';
import * as followUp from './follow-up.ts';
import * as handling from './handling.ts';
import * as intake from './intake.ts';
import * as joining from './joining.ts';
import * as meeting from './meeting.ts';
import * as papers from './papers.ts';
import * as raising from './raising.ts';
import * as relating from './relating.ts';
import { withProfile } from './profiles.ts';
import * as simple from './simple-procedure.ts';
import * as suggestion from './suggestion.ts';
import * as rounds from './rounds.ts';
import * as rating from './rating.ts';
import * as triage from './triage.ts';
import * as urgent from './urgent.ts';
import * as workOrder from './work-order.ts';

export type { Context, Decision } from './context.ts';

/** Every command has exactly one rule. */
const rules: { readonly [T in Exclude<CommandType, 'register'>]: Rule<T> } = {
  classify: intake.classify,
  addMaterial: intake.addMaterial,
  replaceLookupCode: intake.replaceLookupCode,
  nameHandler: intake.nameHandler,
  chooseOfficer: intake.chooseOfficer,
  refer: triage.refer,
  assign: triage.assign,
  handOver: triage.handOver,
  confirmReceipt: triage.confirmReceipt,
  returnHandOver: triage.returnHandOver,
  notAccept: triage.notAccept,
  noLongerAccept: triage.noLongerAccept,
  redirect: triage.redirect,
  startRoute: triage.startRoute,
  recordRouteResult: triage.recordRouteResult,
  fileOnly: triage.fileOnly,
  merge: joining.merge,
  absorb: joining.absorb,
  split: joining.split,
  relate: relating.relate,
  undoRelation: relating.undoRelation,
  undoMerge: relating.undoMerge,
  undoAbsorption: relating.undoAbsorption,
  formGroup: relating.formGroup,
  dissolveGroup: relating.dissolveGroup,
  joinGroup: relating.joinGroup,
  leaveGroup: relating.leaveGroup,
  followHead: relating.followHead,
  object: competence.object,
  decideObjection: competence.decideObjection,
  decideCompetence: competence.decideCompetence,
  proposeRaise: raising.proposeRaise,
  refuseRaise: raising.refuseRaise,
  raisePetition: raising.raisePetition,
  lowerPetition: raising.lowerPetition,
  suggestAgenda: meeting.suggestAgenda,
  noteAgenda: meeting.noteAgenda,
  settleByMeeting: meeting.settleByMeeting,
  accept: competence.accept,
  passDown: competence.passDown,
  giveTask: handling.giveTask,
  completeTask: handling.completeTask,
  recordTalk: handling.recordTalk,
  askSupplement: handling.askSupplement,
  withdrawOfficial: handling.withdrawOfficial,
  requestExtension: handling.requestExtension,
  refuseExtension: handling.refuseExtension,
  draftOpinion: handling.draftOpinion,
  completeExecution: handling.completeExecution,
  reopenExecution: handling.reopenExecution,
  recordOutcome: handling.recordOutcome,
  draftPaper: papers.draftPaper,
  checkPaper: papers.checkPaper,
  signPaper: papers.signPaper,
  sealPaper: papers.sealPaper,
  issuePaper: papers.issuePaper,
  returnPaper: papers.returnPaper,
  recordRendering: papers.recordRendering,
  servePaper: papers.servePaper,
  fileReport: conclusion.fileReport,
  questionReport: conclusion.questionReport,
  acceptReport: conclusion.acceptReport,
  returnReport: conclusion.returnReport,
  reportUrgent: urgent.reportUrgent,
  followUpUrgent: urgent.followUpUrgent,
  sendBackWorkOrder: workOrder.sendBackWorkOrder,
  confirmSendBack: workOrder.confirmSendBack,
  returnSendBack: workOrder.returnSendBack,
  confirmUrgent: urgent.confirmUrgent,
  replyUrgent: urgent.replyUrgent,
  decideSuggestion: suggestion.decideSuggestion,
  answerBriefly: suggestion.answerBriefly,
  honourContribution: suggestion.honourContribution,
  startSimple: simple.startSimple,
  switchToOrdinary: simple.switchToOrdinary,
  noteMaterial: rating.noteMaterial,
  rate: rating.rate,
  remindRating: rating.remindRating,
  closeRating: rating.closeRating,
  logRatingContact: rating.logRatingContact,
  noteRating: rating.noteRating,
  openRating: rating.openRating,
  recordFollowUp: followUp.recordFollowUp,
  contest: contest.contest,
  decideContest: contest.decideContest,
  withdraw: conclusion.withdraw,
  revokeWithdrawal: conclusion.revokeWithdrawal,
  completeWithdrawal: conclusion.completeWithdrawal,
  admitReader: rounds.admitReader,
  openRound: rounds.openRound,
  noteReview: rounds.noteReview,
  endProcedure: rounds.endProcedure,
  recountClocks: conclusion.recountClocks,
  succeedHolder: conclusion.succeedHolder,
};

/**
 * Decides what a command does to a petition.
 * @param petition the state now; null when the stream is new
 * @param command what is asked
 * @param context who asks, when, by which calendar and units
 * @returns the events to record, or a refusal
 */
export function decide(petition: Petition | null, command: Command, context: Context): Decision {
  if (command.type === 'register') {
    if (petition !== null) return no('petition-exists');
    const decision = intake.register(command, context);
    return decision.ok ? ok(withProfile(null, decision.value, context)) : decision;
  }
  if (petition === null) return no('not-found');
  if (!isThinkable(command.type, petition.status)) {
    const code = petition.status === 'concluded' ? 'petition-concluded' : 'petition-not-in-status';
    return no(code, { status: petition.status, command: command.type });
  }
  if (intake.hasWithdrawn(petition, context)) return no('official-withdrawn');
  const bent =
    simple.findSimpleFault(petition, command.type) ?? relating.findGroupFault(petition, command);
  if (bent) return bent;
  const decision = ruleFor(command)(petition, command, context);
  if (!decision.ok) return decision;
  return ok(withAfterwards(petition, withProfile(petition, decision.value, context), context));
}

/** The compiler cannot see that a command meets its own rule; the table above proves it. */
function ruleFor<T extends Exclude<CommandType, 'register'>>(command: CommandOf<T>): Rule<T> {
  return rules[command.type];
}
