import type { Actor } from '../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../kernel/permissions.ts';
import type { CommandType } from './command.ts';
import { findPaper, isAccusation, type Petition } from './petition.ts';
import { isHelping } from './raised.ts';
import { isAddressee } from './urgent.ts';

/** Which verb of the permission table a command needs; some depend on who holds the petition. */
const verbs: Readonly<Record<CommandType, readonly Verb[]>> = {
  register: ['petition.register'],
  classify: ['petition.classify'],
  addMaterial: ['petition.material'],
  replaceLookupCode: ['petition.replace-code'],
  nameHandler: ['petition.name-handler'],
  chooseOfficer: ['petition.handle', 'petition.approve'],
  refer: ['petition.triage'],
  assign: ['petition.triage'],
  handOver: ['petition.triage'],
  confirmReceipt: ['petition.accept', 'petition.triage'],
  returnHandOver: ['petition.accept'],
  notAccept: ['petition.triage', 'petition.accept'],
  noLongerAccept: ['petition.triage', 'petition.accept'],
  redirect: ['petition.triage', 'petition.accept'],
  startRoute: ['petition.accept'],
  recordRouteResult: ['petition.handle'],
  fileOnly: ['petition.triage'],
  merge: ['petition.triage', 'petition.handle'],
  absorb: ['petition.read'],
  relate: ['petition.classify', 'petition.handle'],
  undoRelation: ['petition.classify', 'petition.handle'],
  undoMerge: ['petition.triage', 'petition.handle'],
  undoAbsorption: ['petition.read'],
  formGroup: ['petition.triage', 'petition.handle'],
  dissolveGroup: ['petition.triage', 'petition.handle'],
  joinGroup: ['petition.classify', 'petition.handle'],
  leaveGroup: ['petition.classify', 'petition.handle'],
  followHead: [],
  split: ['petition.triage', 'petition.handle'],
  object: ['petition.object'],
  decideObjection: ['petition.decide-objection'],
  decideCompetence: ['petition.adjudicate'],
  proposeRaise: ['petition.propose-raise'],
  refuseRaise: ['petition.raise'],
  raisePetition: ['petition.raise'],
  lowerPetition: ['petition.lower'],
  suggestAgenda: ['petition.suggest-agenda'],
  noteAgenda: ['joint-meeting.plan', 'joint-meeting.decide'],
  settleByMeeting: ['joint-meeting.decide'],
  accept: ['petition.accept'],
  passDown: ['petition.accept'],
  giveTask: ['petition.handle'],
  completeTask: ['petition.task'],
  recordTalk: ['petition.handle', 'petition.triage'],
  askSupplement: ['petition.handle', 'petition.triage', 'petition.accept'],
  withdrawOfficial: ['petition.approve', 'petition.handle', 'petition.triage'],
  requestExtension: ['petition.handle'],
  refuseExtension: ['petition.approve'],
  draftOpinion: ['petition.handle'],
  completeExecution: [],
  reopenExecution: [],
  recordOutcome: ['petition.handle', 'petition.triage'],
  checkPaper: ['paper.check'],
  signPaper: ['paper.sign'],
  sealPaper: ['paper.seal'],
  issuePaper: ['paper.check', 'paper.sign', 'paper.seal'],
  returnPaper: ['paper.check', 'paper.sign'],
  draftPaper: ['petition.read'],
  recordRendering: [],
  servePaper: ['paper.serve'],
  fileReport: ['petition.report', 'petition.decide-report'],
  questionReport: ['petition.decide-report'],
  acceptReport: ['petition.decide-report'],
  returnReport: ['petition.decide-report'],
  reportUrgent: ['petition.report-urgent'],
  followUpUrgent: ['petition.report-urgent'],
  sendBackWorkOrder: ['petition.triage', 'petition.material'],
  confirmSendBack: ['petition.triage', 'petition.material'],
  returnSendBack: ['petition.triage', 'petition.material'],
  confirmUrgent: ['petition.answer-urgent'],
  replyUrgent: ['petition.answer-urgent'],
  // Whoever has it answers; see `holdersOwn`.
  decideSuggestion: ['petition.accept', 'petition.handle'],
  answerBriefly: ['petition.accept', 'petition.handle'],
  honourContribution: ['petition.handle', 'petition.triage'],
  startSimple: ['petition.accept'],
  switchToOrdinary: ['petition.accept', 'petition.handle'],
  withdraw: ['petition.material'],
  revokeWithdrawal: [],
  completeWithdrawal: [],
  admitReader: [],
  openRound: [],
  noteReview: [],
  endProcedure: [],
  noteMaterial: ['petition.handle', 'petition.triage', 'petition.accept'],
  rate: [],
  remindRating: [],
  closeRating: [],
  logRatingContact: ['petition.handle', 'petition.triage', 'petition.material'],
  noteRating: ['petition.note-rating'],
  openRating: [],
  recordFollowUp: ['petition.handle', 'petition.triage'],
  contest: ['petition.material'],
  decideContest: ['petition.decide-contest'],
  recountClocks: [],
  succeedHolder: [],
};

/** All in one go needs the right to each step (P-4a). */
const needsEvery = new Set<CommandType>(['issuePaper']);

/** Reg. 19, 22: a body that took in directly what is not its own passes it on itself. */
const passesOn = new Set<CommandType>(['refer', 'handOver']);

/** The short ways belong to whoever has the petition: the office before it has left, then the unit. */
const holdersOwn = new Set<CommandType>([
  'decideSuggestion',
  'answerBriefly',
  'startSimple',
  'switchToOrdinary',
]);

function verbsOf(command: CommandType, petition: Petition): readonly Verb[] {
  if (holdersOwn.has(command) && petition.status === 'registered') return ['petition.triage'];
  const direct = petition.status === 'referred' && passesOn.has(command);
  return direct ? ['petition.accept'] : verbs[command];
}

/** What a petitioner may do with number and code. */
const petitionersOwn = new Set<CommandType>([
  'addMaterial',
  'replaceLookupCode',
  'withdraw',
  'revokeWithdrawal',
  'rate',
  'leaveGroup',
  'contest',
]);

/** What only the system does, by reaction or job. */
const systemsOwn = new Set<CommandType>([
  'register',
  'draftPaper',
  'recordRendering',
  'completeWithdrawal',
  'remindRating',
  'closeRating',
  'openRating',
  'recountClocks',
  'succeedHolder',
  'servePaper',
  'absorb',
  'admitReader',
  'openRound',
  'noteReview',
  'completeExecution',
  'reopenExecution',
  'endProcedure',
  'undoAbsorption',
  'followHead',
  'suggestAgenda',
  'noteAgenda',
]);

/**
 * How a person stands to a petition; the permission table speaks of nothing else.
 * @param unitId the unit in whose name the person acts
 * @param petition the petition as it is
 * @param paperId the paper that the command is about, if any
 */
export function relationsOf(
  unitId: string,
  readingUnits: readonly string[],
  petition: Petition,
  paperId?: string,
): ReadonlySet<Jurisdiction> {
  const relations = new Set<Jurisdiction>(['unit']);
  if (petition.office === unitId) relations.add('office');
  if (petition.holder === unitId) relations.add('holder');
  if (petition.tasks.some((task) => task.unit === unitId)) relations.add('co-handler');
  if (petition.superior === unitId && petition.status === 'adjudication') relations.add('superior');
  if (isAddressee(petition, unitId)) relations.add('addressee');
  if (isHelping(petition, unitId)) relations.add('helping-office');
  const link = petition.report === null ? undefined : petition.chain[petition.report.link];
  if (link?.from === unitId || link?.to === unitId) relations.add('assigner');
  if (petition.readers.some((reader) => readingUnits.includes(reader))) relations.add('reader');
  if (paperId !== undefined && findPaper(petition, paperId)?.issuer === unitId) {
    relations.add('paper');
  }
  return relations;
}

/**
 * L-5: an accusation exists for its named handlers alone; P-6: never for people of the accused unit,
 * whoever named them.
 */
export function isVisible(actor: Actor, petition: Petition): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'petitioner') return actor.petitionId === petition.id;
  if (isAccusation(petition)) {
    return (
      isGranted(actor.roles, 'petition.read', new Set(['reader'])) &&
      petition.named.includes(actor.userId) &&
      !petition.accusedUnits.includes(actor.unitId) &&
      !petition.withdrawnOfficials.includes(actor.userId)
    );
  }
  return isGranted(
    actor.roles,
    'petition.read',
    relationsOf(actor.unitId, actor.readingUnits, petition),
  );
}

/**
 * Whether an actor may try a command; `decide` then knows the rules.
 * @param paperId the paper that the command is about, if any
 */
export function may(
  actor: Actor,
  command: CommandType,
  petition: Petition,
  paperId?: string,
): boolean {
  if (!isVisible(actor, petition)) return false;
  if (actor.kind === 'system') return systemsOwn.has(command);
  if (actor.kind === 'petitioner') return petitionersOwn.has(command);
  const relations = relationsOf(actor.unitId, actor.readingUnits, petition, paperId);
  const granted = (verb: Verb): boolean => isGranted(actor.roles, verb, relations);
  const needed = verbsOf(command, petition);
  return needsEvery.has(command) ? needed.every(granted) : needed.some(granted);
}

/** Whether an actor may see who the petitioner is, unmasked; each look leaves a trace (L-4). */
export function mayReveal(actor: Actor, petition: Petition): boolean {
  if (actor.kind !== 'staff' || !isVisible(actor, petition)) return false;
  const relations = relationsOf(actor.unitId, actor.readingUnits, petition);
  return isGranted(actor.roles, 'petition.reveal', relations);
}
