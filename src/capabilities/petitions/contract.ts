import { z } from 'zod';
import { afterwardsSchemas } from './afterwards/contract.ts';
import { limits } from './limits.ts';
import {
  channels,
  demandOutcomes,
  fileReasons,
  noLongerReasons,
  nonAcceptanceReasons,
  personRoles,
  purposes,
  serviceWays,
  unservableReasons,
  urgencies,
} from './petition.ts';
import { adoptions, simpleGrounds } from './short-paths.ts';
import { statedKinds } from './related.ts';
import { urgentLevels } from './urgent.ts';
import { reportKinds } from './work-order.ts';
import { agendaQuestions } from './agenda.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).min(1);
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const day = z.iso.date();
const uuid = z.uuid();
const redirectWay = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

export const categorySchema = z.object({
  first: z.string().min(1).max(60),
  second: z.string().max(60).nullable().default(null),
  third: z.string().max(60).nullable().default(null),
});

export const documentTypes = [
  'identity-card',
  'passport',
  'hong-kong-macao-permit',
  'taiwan-permit',
  'residence-permit',
  'organisation-code',
  'other',
] as const;

export const personSchema = z.object({
  role: z.enum(personRoles).default('petitioner'),
  name: words(limits.name).default(''),
  documentType: z.enum(documentTypes).optional(),
  documentNumber: z.string().max(40).optional(),
  mobile: z.string().max(30).optional(),
  landline: z.string().max(30).optional(),
  email: z.email().max(200).optional(),
  address: words(limits.address).optional(),
  /** How and when the person can be reached without harm. */
  safeContact: words(limits.address).optional(),
  organisation: words(limits.address).optional(),
  /** Of an agent, guardian or helper: on whose behalf and by what authority. */
  authority: words(limits.address).optional(),
});

export const registrationSchema = z.object({
  channel: z.enum(channels),
  title: required(limits.title),
  text: required(limits.text),
  demands: z.array(words(limits.demand)).max(20_000).default([]),
  purpose: z.enum(purposes).nullable().default(null),
  category: categorySchema.nullable().default(null),
  urgency: z.enum(urgencies).default('ordinary'),
  regionCode: code,
  householdRegion: code.optional(),
  place: words(limits.address).optional(),
  people: z.array(personSchema).max(2_000).default([]),
  personCount: z.int().min(1).max(1_000_000).optional(),
  anonymous: z.boolean().default(false),
  secrecy: z.boolean().default(false),
  electronicService: z.boolean().default(false),
  accusedUnits: z.array(code).max(20).default([]),
  accusedPersons: words(limits.explanation).optional(),
  letterDate: day.optional(),
  postmark: day.optional(),
  receivedOn: day.optional(),
  earlierSteps: words(limits.explanation).optional(),
  policyNamed: words(limits.address).optional(),
  numbersElsewhere: z
    .array(z.object({ source: z.string().max(60), number: z.string().max(60) }))
    .max(10)
    .default([]),
  uploads: z.array(uuid).max(limits.attachments).default([]),
});

export type RegistrationInput = z.infer<typeof registrationSchema>;

const explanation = required(limits.explanation);
const paper = { paperId: uuid };

/** Bodies of the commands that people send; the key is the command's name in the address. */
export const commandSchemas = {
  classify: z.object({
    purpose: z.enum(purposes),
    category: categorySchema.nullable().default(null),
    urgency: z.enum(urgencies).default('ordinary'),
    regionCode: code,
    accusedUnits: z.array(code).max(20).default([]),
    /** Several purposes in one letter: it must be split before it goes anywhere. */
    mixed: z.boolean().optional(),
  }),
  addMaterial: z.object({
    text: words(limits.text).optional(),
    uploads: z.array(uuid).max(limits.attachments).default([]),
  }),
  replaceLookupCode: z.object({}),
  nameHandler: z.object({ userId: uuid }),
  chooseOfficer: z.object({ userId: uuid }),
  refer: z.object({ to: code, instruction: words(limits.explanation).optional() }),
  assign: z.object({ to: code, dueDate: day, instruction: words(limits.explanation).optional() }),
  handOver: z.object({ to: code, instruction: words(limits.explanation).optional() }),
  confirmReceipt: z.object({}),
  returnHandOver: z.object({ reason: explanation }),
  notAccept: z.object({
    reason: z.enum(nonAcceptanceReasons),
    explanation,
    /** For the legal route: the way of Reg. 31 and the body to turn to; the paper names them. */
    way: redirectWay.optional(),
    body: words(limits.address).optional(),
  }),
  noLongerAccept: z.object({
    reason: z.enum(noLongerReasons),
    explanation,
    /** The decision that ended the matter: by whom, its number, its date. */
    endedBy: words(limits.address).optional(),
    endedNumber: words(limits.address).optional(),
    endedOn: day.optional(),
    /** The earlier petition on the same facts and reasons, where it is known here. */
    endedPetition: uuid.optional(),
  }),
  redirect: z.object({
    way: redirectWay,
    body: required(limits.address),
    explanation,
    awaitsReceipt: z.boolean().default(false),
  }),
  startRoute: z.object({
    way: redirectWay,
    dueDate: day,
    explanation,
  }),
  recordRouteResult: z.object({ result: explanation }),
  fileOnly: z.object({ reason: z.enum(fileReasons), explanation }),
  merge: z.object({ into: uuid, explanation }),
  relate: z.object({
    kind: z.enum(statedKinds),
    other: uuid,
    reason: explanation,
    /** The program had shown the two as alike. */
    suggested: z.boolean().default(false),
  }),
  undoRelation: z.object({ relationId: z.string().min(1).max(120), reason: explanation }),
  undoMerge: z.object({ reason: explanation }),
  formGroup: z.object({ reason: explanation }),
  dissolveGroup: z.object({ reason: explanation }),
  joinGroup: z.object({
    head: uuid,
    /** The petitioner's own word that the matter may be handled together with others. */
    consent: z.boolean().default(false),
    reason: explanation,
    suggested: z.boolean().default(false),
  }),
  leaveGroup: z.object({ reason: words(limits.explanation).optional() }),
  split: z.object({
    parts: z
      .array(
        z.object({
          title: required(limits.title),
          purpose: z.enum(purposes),
          demandIds: z.array(uuid).max(limits.demands),
          /** What the letter asks for and registration had put into one demand with something else. */
          newDemand: words(limits.demand).optional(),
          attachmentIds: z.array(uuid).max(200).default([]),
        }),
      )
      .max(limits.demands),
    explanation,
  }),
  object: z.object({ reasons: explanation }),
  decideObjection: z.object({ upheld: z.boolean(), reasons: explanation }),
  decideCompetence: z.object({ unit: code, reasons: explanation }),
  accept: z.object({ officer: uuid.optional() }),
  passDown: z.object({ to: code, instruction: words(limits.explanation).optional() }),
  giveTask: z.object({ unit: code, text: explanation, dueDate: day }),
  completeTask: z.object({ taskId: uuid, result: explanation }),
  recordTalk: z.object({ record: required(limits.text), heldOn: day }),
  askSupplement: z.object({ request: explanation, clarification: z.boolean().default(false) }),
  withdrawOfficial: z.object({
    userId: uuid,
    reason: explanation,
    replacement: uuid.nullable().default(null),
  }),
  requestExtension: z.object({ days: z.int().min(-1000).max(1000), reason: explanation }),
  refuseExtension: z.object({ reason: explanation }),
  draftOpinion: z.object({
    demands: z
      .array(
        z.object({
          demandId: uuid,
          outcome: z.enum(demandOutcomes),
          facts: words(limits.text),
          basis: words(limits.explanation),
          answer: words(limits.text),
          responsible: words(limits.name).optional(),
          dueDate: day.optional(),
        }),
      )
      .max(limits.demands),
    /** After a review sent it back: what is new, where the answer stays the same. */
    changed: words(limits.explanation).optional(),
  }),
  recordOutcome: z.object({
    matterSettled: z.enum(['settled', 'partly', 'unsettled']).nullable(),
    petitionerView: z.enum(['satisfied', 'accepts', 'dissatisfied']).nullable(),
  }),
  checkPaper: z.object(paper),
  signPaper: z.object(paper),
  sealPaper: z.object(paper),
  issuePaper: z.object(paper),
  returnPaper: z.object({ ...paper, reason: explanation }),
  servePaper: z.object({
    ...paper,
    way: z.enum(serviceWays),
    servedOn: day,
    /** What happened: who signed, why it was refused, what was tried before an announcement. */
    proof: words(limits.explanation).optional(),
    /** Whoever took it, where that is not the petitioner. */
    recipient: words(limits.name).optional(),
    mailNumber: words(60).optional(),
    witness: words(limits.name).optional(),
    /** Where an announcement was published. */
    place: words(limits.address).optional(),
    unservable: z.enum(unservableReasons).optional(),
    /** Photographs of a refusal. */
    uploads: z.array(uuid).max(limits.attachments).optional(),
  }),
  fileReport: z.object({ text: required(limits.text) }),
  questionReport: z.object({ question: explanation }),
  acceptReport: z.object({}),
  returnReport: z.object({ reason: explanation, dueDate: day }),
  /** Reg. 25; whom else to tell than the departments follows from the place. */
  reportUrgent: z.object({
    level: z.enum(urgentLevels),
    text: explanation,
    measures: words(limits.explanation).optional(),
    departments: z.array(code).max(20).default([]),
  }),
  followUpUrgent: z.object({ text: explanation, measures: words(limits.explanation).optional() }),
  sendBackWorkOrder: z.object({ kind: z.enum(reportKinds), text: explanation }),
  confirmSendBack: z.object({}),
  returnSendBack: z.object({ reason: explanation }),
  /** To the petition office above; which one follows from the place. */
  proposeRaise: z.object({ reason: explanation }),
  refuseRaise: z.object({ reason: explanation }),
  raisePetition: z.object({ reason: explanation, handler: code.optional() }),
  lowerPetition: z.object({ reason: explanation, handler: code.optional() }),
  /** Before the joint meeting of the place. */
  suggestAgenda: z.object({
    question: z.enum(agendaQuestions),
    text: words(limits.explanation).optional(),
  }),
  confirmUrgent: z.object({}),
  replyUrgent: z.object({ reply: explanation }),
  decideSuggestion: z.object({
    adoption: z.enum(adoptions),
    /** What was studied, and what will be done: both stand in the written answer. */
    study: required(limits.explanation),
    measure: words(limits.explanation).optional(),
    reason: explanation,
  }),
  answerBriefly: z.object({ answer: explanation, onPaper: z.boolean().default(false) }),
  honourContribution: z.object({ text: explanation }),
  startSimple: z.object({
    ground: z.enum(simpleGrounds),
    noLegalRoute: z.boolean().default(false),
    onPaper: z.boolean().default(false),
  }),
  switchToOrdinary: z.object({ reason: explanation }),
  withdraw: z.object({
    reason: words(limits.explanation).optional(),
    signed: z.boolean().default(false),
  }),
  revokeWithdrawal: z.object({}),
  ...afterwardsSchemas,
} as const;

export type PublicCommandType = keyof typeof commandSchemas;
/** Commands that lock or read another petition too; the others go through `runCommand`. */
export type PairedCommandType =
  | 'split'
  | 'merge'
  | 'relate'
  | 'undoRelation'
  | 'undoMerge'
  | 'joinGroup';
export type SingleCommandType = Exclude<PublicCommandType, PairedCommandType>;
export type CommandInput<T extends PublicCommandType> = z.infer<(typeof commandSchemas)[T]>;

/** What a person types to register, plus where it is typed. */
export const publicCommandTypes = Object.keys(commandSchemas) as readonly PublicCommandType[];

/** A page of a scan as the machine read it; suggestions are for a person to check. */
export const letterPageSchema = z
  .object({
    text: z.string(),
    pages: z.int().meta({ description: 'Pages of the whole file' }),
    suggestions: z.object({
      name: z.string().optional(),
      mobile: z.string().optional(),
      identityNumber: z.string().optional(),
      letterDate: z.string().optional(),
    }),
  })
  .meta({ id: 'LetterPage' });
export type LetterPage = z.infer<typeof letterPageSchema>;
