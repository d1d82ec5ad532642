import type { PublicCommandType } from '../../../src/capabilities/petitions/contract.ts';
import { limits } from '../../../src/capabilities/petitions/limits.ts';
import { afterwardsForms } from './forms-afterwards.ts';
import type { FieldOf } from './field-spec.ts';

type Forms = { readonly [T in PublicCommandType]: readonly FieldOf<T>[] };

const needed = { required: true } as const;
const area = { kind: 'area', limit: limits.explanation } as const;
const unit = { kind: 'unit', ...needed } as const;
const officer = { kind: 'officer' } as const;
const paper = { name: 'paperId', kind: 'paper', label: 'paperId', ...needed } as const;
const explanation = {
  name: 'explanation',
  label: 'explanation',
  help: 'petitionerReads',
  ...area,
  ...needed,
} as const;
const instruction = {
  name: 'instruction',
  label: 'instruction',
  help: 'instruction',
  ...area,
} as const;
const reason = { name: 'reason', label: 'reason', ...area, ...needed } as const;
const reasons = { name: 'reasons', label: 'reasons', ...area, ...needed } as const;
const way = { name: 'way', kind: 'choice', group: 'way', label: 'way', ...needed } as const;
const choose = { kind: 'choice', label: 'reasonCode', ...needed } as const;

/** Shown only for these ways of service. */
const when = (...ways: readonly string[]) => ({ when: { field: 'way', is: ways } });

/** One form for every command; the type knows no field that the contract has not. */
export const forms: Forms = {
  classify: [
    { name: 'purpose', kind: 'choice', group: 'purpose', label: 'purpose', ...needed },
    { name: 'category', kind: 'category', label: 'category', nullable: true },
    { name: 'urgency', kind: 'choice', group: 'urgency', label: 'urgency' },
    { name: 'regionCode', kind: 'region', label: 'regionCode', ...needed },
    { name: 'mixed', kind: 'check', label: 'mixed', help: 'mixed' },
    { name: 'accusedUnits', kind: 'units', label: 'accusedUnits', help: 'accusedUnits' },
  ],
  addMaterial: [
    { name: 'text', kind: 'area', label: 'supplement', limit: limits.text },
    { name: 'uploads', kind: 'uploads', label: 'uploads' },
  ],
  replaceLookupCode: [],
  nameHandler: [{ name: 'userId', label: 'userId', ...officer, ...needed }],
  chooseOfficer: [{ name: 'userId', label: 'officer', ...officer, ...needed }],
  refer: [{ name: 'to', label: 'to', help: 'refer', ...unit }, instruction],
  assign: [
    { name: 'to', label: 'to', help: 'refer', ...unit },
    { name: 'dueDate', kind: 'date', label: 'dueDate', help: 'assignDue', ...needed },
    instruction,
  ],
  handOver: [{ name: 'to', label: 'to', ...unit }, instruction],
  confirmReceipt: [],
  returnHandOver: [reason],
  notAccept: [
    { name: 'reason', group: 'nonAcceptanceReason', ...choose },
    { name: 'way', kind: 'choice', group: 'way', label: 'way', help: 'legalRoute' },
    { name: 'body', kind: 'text', label: 'body', help: 'legalRoute', limit: limits.address },
    explanation,
  ],
  noLongerAccept: [
    { name: 'reason', group: 'noLongerReason', ...choose },
    { name: 'endedPetition', kind: 'petition', label: 'endedPetition', help: 'endedPetition' },
    { name: 'endedBy', kind: 'text', label: 'endedBy', help: 'ended', limit: limits.address },
    { name: 'endedNumber', kind: 'text', label: 'endedNumber', limit: limits.address },
    { name: 'endedOn', kind: 'date', label: 'endedOn' },
    explanation,
  ],
  redirect: [
    way,
    { name: 'body', kind: 'text', label: 'body', help: 'body', limit: limits.address, ...needed },
    explanation,
    { name: 'awaitsReceipt', kind: 'check', label: 'awaitsReceipt' },
  ],
  startRoute: [way, { name: 'dueDate', kind: 'date', label: 'dueDate', ...needed }, explanation],
  recordRouteResult: [
    { name: 'result', label: 'result', help: 'petitionerReads', ...area, ...needed },
  ],
  fileOnly: [{ name: 'reason', group: 'fileReason', ...choose }, explanation],
  merge: [{ name: 'into', kind: 'petition', label: 'into', help: 'into', ...needed }, explanation],
  relate: [
    { name: 'kind', kind: 'choice', group: 'stated', label: 'relationKind', ...needed },
    { name: 'other', kind: 'petition', label: 'other', help: 'other', suggests: true, ...needed },
    reason,
  ],
  undoRelation: [{ name: 'relationId', kind: 'relation', label: 'relationId', ...needed }, reason],
  undoMerge: [{ ...reason, help: 'petitionerReads' }],
  formGroup: [{ ...reason, help: 'petitionerReads' }],
  dissolveGroup: [{ ...reason, help: 'petitionerReads' }],
  joinGroup: [
    { name: 'head', kind: 'petition', label: 'head', help: 'other', suggests: true, ...needed },
    { name: 'consent', kind: 'check', label: 'consent', help: 'consent' },
    { ...reason, help: 'petitionerReads' },
  ],
  leaveGroup: [{ name: 'reason', label: 'reason', help: 'petitionerReads', ...area }],
  split: [{ name: 'parts', kind: 'parts', label: 'parts', ...needed }, explanation],
  object: [{ ...reasons, help: 'object' }],
  decideObjection: [{ name: 'upheld', kind: 'decision', label: 'upheld', ...needed }, reasons],
  decideCompetence: [{ name: 'unit', label: 'unit', ...unit }, reasons],
  accept: [{ name: 'officer', label: 'officer', help: 'acceptOfficer', ...officer }],
  passDown: [{ name: 'to', label: 'to', help: 'passDown', ...unit }, instruction],
  giveTask: [
    { name: 'unit', label: 'unit', ...unit },
    { name: 'text', label: 'taskText', ...area, ...needed },
    { name: 'dueDate', kind: 'date', label: 'dueDate', ...needed },
  ],
  completeTask: [
    { name: 'taskId', kind: 'task', label: 'taskId', ...needed },
    { name: 'result', label: 'result', ...area, ...needed },
  ],
  recordTalk: [
    { name: 'heldOn', kind: 'date', label: 'heldOn', help: 'heldOn', ...needed },
    { name: 'record', kind: 'area', label: 'record', limit: limits.text, ...needed },
  ],
  askSupplement: [
    { name: 'request', label: 'request', help: 'petitionerReads', ...area, ...needed },
    { name: 'clarification', kind: 'check', label: 'clarification' },
  ],
  withdrawOfficial: [
    { name: 'userId', label: 'official', ...officer, ...needed },
    reason,
    { name: 'replacement', label: 'replacement', nullable: true, ...officer },
  ],
  requestExtension: [
    { name: 'days', kind: 'number', label: 'days', help: 'days', ...needed },
    { ...reason, help: 'petitionerReads' },
  ],
  refuseExtension: [reason],
  draftOpinion: [
    { name: 'demands', kind: 'answers', label: 'demands', ...needed },
    { name: 'changed', label: 'changed', help: 'changed', ...area },
  ],
  recordOutcome: [
    {
      name: 'matterSettled',
      kind: 'choice',
      group: 'settled',
      label: 'matterSettled',
      nullable: true,
    },
    {
      name: 'petitionerView',
      kind: 'choice',
      group: 'view',
      label: 'petitionerView',
      nullable: true,
    },
  ],
  checkPaper: [paper],
  signPaper: [paper],
  sealPaper: [paper],
  issuePaper: [paper],
  returnPaper: [paper, reason],
  servePaper: [
    paper,
    { name: 'way', kind: 'choice', group: 'serviceWay', label: 'serviceWay', ...needed },
    { name: 'servedOn', kind: 'date', label: 'servedOn', help: 'servedOn', ...needed },
    { name: 'recipient', kind: 'text', label: 'recipient', limit: limits.name, ...when('hand') },
    { name: 'mailNumber', kind: 'text', label: 'mailNumber', limit: 60, ...when('post') },
    { name: 'witness', kind: 'text', label: 'witness', help: 'refusal', ...when('left') },
    { name: 'uploads', kind: 'uploads', label: 'photographs', ...when('left') },
    { name: 'place', kind: 'text', label: 'publishedIn', ...when('announcement') },
    {
      name: 'unservable',
      kind: 'choice',
      group: 'unservable',
      label: 'unservable',
      ...when('not-servable'),
    },
    {
      name: 'proof',
      label: 'proof',
      help: 'proof',
      ...area,
      ...when('hand', 'left', 'announcement', 'not-servable'),
    },
  ],
  fileReport: [{ name: 'text', kind: 'area', label: 'report', limit: limits.text, ...needed }],
  questionReport: [{ name: 'question', label: 'question', ...area, ...needed }],
  acceptReport: [],
  returnReport: [reason, { name: 'dueDate', kind: 'date', label: 'dueDate', ...needed }],
  reportUrgent: [
    { name: 'level', kind: 'choice', group: 'urgentLevel', label: 'urgentLevel', ...needed },
    { name: 'text', label: 'situation', help: 'situation', ...area, ...needed },
    { name: 'measures', label: 'measures', ...area },
    { name: 'departments', kind: 'units', label: 'departments', help: 'departments' },
  ],
  followUpUrgent: [
    { name: 'text', label: 'situation', help: 'situation', ...area, ...needed },
    { name: 'measures', label: 'measures', ...area },
  ],
  proposeRaise: [{ ...reason, help: 'raise' }],
  refuseRaise: [reason],
  raisePetition: [
    { ...reason, help: 'petitionerReads' },
    { name: 'handler', kind: 'unit', label: 'raisedHandler', help: 'raisedHandler' },
  ],
  lowerPetition: [
    { ...reason, help: 'petitionerReads' },
    { name: 'handler', kind: 'unit', label: 'raisedHandler', help: 'raisedHandler' },
  ],
  suggestAgenda: [
    {
      name: 'question',
      kind: 'choice',
      group: 'agendaQuestion',
      label: 'agendaQuestion',
      ...needed,
    },
    { name: 'text', label: 'text', ...area },
  ],
  sendBackWorkOrder: [
    { name: 'kind', kind: 'choice', group: 'reportKind', label: 'reportKind', ...needed },
    { name: 'text', label: 'text', ...area, ...needed },
  ],
  confirmSendBack: [],
  returnSendBack: [{ name: 'reason', label: 'reason', ...area, ...needed }],
  confirmUrgent: [],
  replyUrgent: [{ name: 'reply', label: 'urgentReply', ...area, ...needed }],
  decideSuggestion: [
    { name: 'adoption', kind: 'choice', group: 'adoption', label: 'adoption', ...needed },
    { name: 'study', label: 'study', help: 'study', ...area, ...needed },
    { ...reason, help: 'petitionerReads' },
    { name: 'measure', label: 'measure', help: 'measure', ...area },
  ],
  answerBriefly: [
    { name: 'answer', label: 'answer', help: 'petitionerReads', ...area, ...needed },
    { name: 'onPaper', kind: 'check', label: 'onPaper', help: 'onPaper' },
  ],
  honourContribution: [
    { name: 'text', label: 'honour', help: 'petitionerReads', ...area, ...needed },
  ],
  startSimple: [
    {
      name: 'ground',
      kind: 'choice',
      group: 'simpleGround',
      label: 'simpleGround',
      help: 'simpleGround',
      ...needed,
    },
    { name: 'noLegalRoute', kind: 'check', label: 'noLegalRoute' },
    { name: 'onPaper', kind: 'check', label: 'onPaper', help: 'onPaper' },
  ],
  switchToOrdinary: [{ ...reason, help: 'petitionerReads' }],
  withdraw: [
    { name: 'reason', label: 'reason', ...area },
    { name: 'signed', kind: 'check', label: 'signed', help: 'signed' },
  ],
  revokeWithdrawal: [],
  ...afterwardsForms,
};

/** Steps on one paper: they are offered beside the paper, not in the menu. */
export const isPaperStep = (command: PublicCommandType): boolean =>
  forms[command].some((field) => field.kind === 'paper');
