import { z } from 'zod';
import { limits } from './limits.ts';
import {
  agreementForms,
  confirmationResults,
  evaluationOutcomes,
  hearingModes,
  mediationKinds,
  memberKinds,
  partyRoles,
  regionRules,
  shiftParts,
  shiftRoles,
  votes,
} from './terms.ts';

/** What people type; its length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).min(1);
const explanation = required(limits.explanation);
const day = z.iso.date();
const code = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/);
const uuid = z.uuid();
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const partySchema = z.object({
  role: z.enum(partyRoles),
  /** A unit by its code, or a person by name. */
  unit: code.optional(),
  name: words(limits.name).optional(),
});

/** How a panel is to be made up. */
export const panelWishSchema = z.object({
  /** Always odd: a vote must decide. */
  seats: z.int().min(3).max(limits.panel),
  /** Kinds that must sit on it, each at least once for each time that it is named. */
  kinds: z.array(z.enum(memberKinds)).max(limits.panel).default([]),
  region: z.enum(regionRules).default('any'),
  /** An expert must have one of these professions; empty: any. */
  professions: z.array(required(limits.profession)).max(10).default([]),
});
export type PanelWish = z.infer<typeof panelWishSchema>;

export const conveneSchema = z.object({
  topic: explanation,
  open: z.boolean().default(true),
  /** Why it is not public; needed where it is closed. */
  closedReason: words(limits.explanation).optional(),
  parties: z.array(partySchema).max(limits.parties).default([]),
});

export const hearingSchemas = {
  schedule: z.object({
    date: day,
    time: clockTime,
    mode: z.enum(hearingModes),
    /** The room, or the link to the video meeting. */
    place: required(limits.place),
    /** What to bring, in the petitioner's words. */
    bring: words(limits.explanation).optional(),
  }),
  nameParty: partySchema,
  drawPanel: panelWishSchema,
  replaceMember: z.object({
    memberId: uuid,
    cause: z.enum(['declined', 'objected']),
    reason: explanation,
  }),
  rejectObjection: z.object({ memberId: uuid, reason: explanation }),
  objectToMember: z.object({ memberId: uuid, reason: explanation }),
  draftNotice: z.object({}),
  waiveNotice: z.object({
    on: day,
    /** Who signed, and where the paper lies: all parties must have agreed in writing. */
    proof: explanation,
  }),
  addExhibit: z.object({
    label: required(limits.label),
    /** A file of the petition. */
    attachmentId: uuid.optional(),
    /** Files that were just sent; they become material of the petition, one exhibit each. */
    uploads: z.array(uuid).max(limits.exhibitFiles).optional(),
    presentedBy: uuid.optional(),
  }),
  open: z.object({}),
  close: z.object({
    /** The days on which it was held; left out: the day of its opening. */
    days: z.array(day).max(limits.days).default([]),
    came: z.array(uuid).max(limits.parties),
    record: required(limits.record),
  }),
  vote: z.object({
    memberId: uuid,
    vote: z.enum(votes),
    opinion: words(limits.explanation).optional(),
  }),
  conclude: z.object({ conclusion: explanation }),
  cancel: z.object({ reason: explanation }),
} as const;

export const proposeSchema = z.object({
  kind: z.enum(mediationKinds),
  topic: explanation,
  /** The other side; the petitioner is a party always. */
  parties: z.array(partySchema).min(1).max(limits.parties),
  mediatorId: uuid.optional(),
  /** A mediator who is not of the roster, such as a judge. */
  mediatorName: words(limits.name).optional(),
});

export const mediationSchemas = {
  recordConsent: z.object({
    partyId: uuid,
    given: z.boolean(),
    on: day,
    proof: explanation,
  }),
  answerProposal: z.object({ given: z.boolean() }),
  nameMediator: z.object({
    mediatorId: uuid.optional(),
    mediatorName: words(limits.name).optional(),
  }),
  holdSession: z.object({
    on: day,
    place: required(limits.place),
    came: z.array(uuid).max(limits.parties),
    record: required(limits.record),
  }),
  agree: z.object({
    form: z.enum(agreementForms),
    terms: explanation,
    /** The day on which it takes effect: the thirty days for the court begin then. */
    effectiveOn: day,
  }),
  fail: z.object({ reason: explanation }),
  applyConfirmation: z.object({
    on: day,
    court: code,
    /** Both parties apply together (人民调解法 33). */
    together: z.boolean(),
  }),
  recordConfirmation: z.object({
    on: day,
    caseNumber: required(limits.label),
    result: z.enum(confirmationResults),
    note: words(limits.explanation).optional(),
  }),
} as const;

export const requestEvaluationSchema = z.object({
  /** The competent court or body. */
  body: code,
  question: explanation,
  professions: z.array(required(limits.profession)).min(1).max(10),
  reviewers: z.array(uuid).min(1).max(limits.panel),
});

export const reEvaluationSchemas = {
  recordAnswer: z.object({
    on: day,
    outcome: z.enum(evaluationOutcomes),
    result: explanation,
  }),
  explain: z.object({
    on: day,
    /** The legal expert who was there. */
    expertId: uuid,
    record: required(limits.record),
  }),
} as const;

export const deliberateSchema = z.object({ topic: explanation });

export const deliberationSchemas = {
  recordConsent: z.object({ given: z.boolean(), on: day, proof: explanation }),
  answerProposal: z.object({ given: z.boolean() }),
  hold: z.object({
    on: day,
    place: required(limits.place),
    members: z.array(uuid).min(1).max(limits.panel),
    record: required(limits.record),
    advice: explanation,
  }),
} as const;

/** How each kind begins. */
export const beginSchemas = {
  hearing: conveneSchema,
  mediation: proposeSchema,
  're-evaluation': requestEvaluationSchema,
  deliberation: deliberateSchema,
} as const;
export type BeginInput = {
  readonly [K in keyof typeof beginSchemas]: z.output<(typeof beginSchemas)[K]>;
};

export const stepSchemas = {
  hearing: hearingSchemas,
  mediation: mediationSchemas,
  're-evaluation': reEvaluationSchemas,
  deliberation: deliberationSchemas,
} as const;
export type StepSchemas = typeof stepSchemas;
export type StepType<K extends keyof StepSchemas> = keyof StepSchemas[K] & string;
export type StepInput<
  K extends keyof StepSchemas,
  T extends StepType<K>,
> = StepSchemas[K][T] extends z.ZodType ? z.output<StepSchemas[K][T]> : never;

/** What the petitioner answers with number and code; not among the steps of staff. */
export const petitionersSteps = ['objectToMember', 'answerProposal'] as const;
export type PetitionersStep = (typeof petitionersSteps)[number];

export const newMemberSchema = z.object({
  name: required(limits.name),
  telephone: z.string().max(limits.telephone).optional(),
  kinds: z.array(z.enum(memberKinds)).min(1).max(memberKinds.length),
  profession: words(limits.profession).default(''),
  regionCode: code,
  /** The unit that the member works for, if any. */
  affiliation: code.optional(),
  from: day,
  to: day.optional(),
});
export type NewMember = z.output<typeof newMemberSchema>;

export const memberChangeSchema = z.object({
  kinds: z.array(z.enum(memberKinds)).min(1).max(memberKinds.length),
  profession: words(limits.profession).default(''),
  regionCode: code,
  affiliation: code.nullable().default(null),
  from: day,
  to: day.nullable().default(null),
});
export type MemberChange = z.output<typeof memberChangeSchema>;

export const newShiftSchema = z.object({
  on: day,
  part: z.enum(shiftParts),
  role: z.enum(shiftRoles),
  memberId: uuid,
});
export type NewShift = z.output<typeof newShiftSchema>;
