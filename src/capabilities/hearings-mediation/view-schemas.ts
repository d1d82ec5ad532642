import { z } from 'zod';
import {
  agreementForms,
  confirmationStates,
  evaluationOutcomes,
  exclusionReasons,
  hearingModes,
  mediationKinds,
  memberKinds,
  partyRoles,
  proceedingKinds,
  shiftParts,
  shiftRoles,
  votes,
} from './terms.ts';

const named = z.object({ id: z.string(), name: z.string() });
const day = z.string();
const nullableText = z.string().nullable();

export const memberSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    telephone: z.string(),
    kinds: z.array(z.enum(memberKinds)),
    profession: z.string(),
    region: z.object({ code: z.string(), name: z.string() }),
    affiliation: named.nullable(),
    from: day,
    to: day.nullable(),
    active: z.boolean(),
  })
  .meta({ id: 'RosterMember' });

export const shiftSchema = z
  .object({
    id: z.uuid(),
    on: day,
    part: z.enum(shiftParts),
    role: z.enum(shiftRoles),
    member: z.object({ id: z.uuid(), name: z.string(), telephone: z.string() }),
  })
  .meta({ id: 'HallShift' });

const line = {
  id: z.uuid(),
  petitionId: z.uuid(),
  number: z.string(),
  kind: z.enum(proceedingKinds),
  stage: z.string(),
  unit: named,
  begunAt: z.number(),
  plannedOn: day.nullable(),
  confirmBy: day.nullable(),
};
export const proceedingLineSchema = z.object(line).meta({ id: 'ProceedingLine' });

const party = z.object({ id: z.uuid(), role: z.enum(partyRoles), name: z.string() });

const hearing = z.object({
  subject: z.enum(['petition', 're-examination']),
  open: z.boolean(),
  closedReason: nullableText,
  schedule: z
    .object({
      date: day,
      time: z.string(),
      mode: z.enum(hearingModes),
      place: z.string(),
      bring: nullableText,
    })
    .nullable(),
  parties: z.array(party),
  panel: z.array(
    z.object({
      memberId: z.uuid(),
      name: z.string(),
      kind: z.enum(memberKinds),
      profession: z.string(),
      region: z.string(),
      state: z.enum(['seated', 'declined', 'objected']),
      objection: z.enum(['open', 'rejected', 'upheld']).nullable(),
      reason: nullableText,
      vote: z.enum(votes).nullable(),
      opinion: nullableText,
    }),
  ),
  draws: z.array(
    z.object({
      seed: z.string(),
      seats: z.int(),
      kinds: z.array(z.enum(memberKinds)),
      candidates: z.int(),
      excluded: z.array(
        z.object({ memberId: z.uuid(), name: z.string(), reason: z.enum(exclusionReasons) }),
      ),
    }),
  ),
  noticeDrafted: z.boolean(),
  noticeServedOn: day.nullable(),
  firstDay: day.nullable(),
  waiver: z.object({ on: day, proof: z.string() }).nullable(),
  days: z.array(day),
  came: z.array(z.uuid()),
  exhibits: z.array(
    z.object({
      id: z.uuid(),
      label: z.string(),
      attachmentId: z.uuid().nullable(),
      presentedBy: z.uuid().nullable(),
    }),
  ),
  record: nullableText,
  counts: z.record(z.enum(votes), z.int()),
  conclusion: nullableText,
  cancelled: nullableText,
});

const mediation = z.object({
  way: z.enum(mediationKinds),
  parties: z.array(party),
  consents: z.array(
    z.object({ partyId: z.uuid(), given: z.boolean(), on: day, proof: nullableText }),
  ),
  mediator: nullableText,
  sessions: z.array(
    z.object({
      id: z.uuid(),
      on: day,
      place: z.string(),
      came: z.array(z.uuid()),
      record: z.string(),
    }),
  ),
  agreement: z
    .object({ form: z.enum(agreementForms), terms: z.string(), effectiveOn: day })
    .nullable(),
  failure: nullableText,
  confirmation: z
    .object({
      state: z.enum(confirmationStates),
      confirmBy: day,
      daysLeft: z.int(),
      appliedOn: day.nullable(),
      court: nullableText,
      caseNumber: nullableText,
      decidedOn: day.nullable(),
      note: nullableText,
    })
    .nullable(),
});

const reEvaluation = z.object({
  body: named,
  professions: z.array(z.string()),
  reviewers: z.array(named),
  answer: z.object({ on: day, outcome: z.enum(evaluationOutcomes), result: z.string() }).nullable(),
  explained: z.object({ on: day, expert: z.string(), record: z.string() }).nullable(),
});

const deliberation = z.object({
  consent: z.object({ given: z.boolean(), on: day, proof: nullableText }).nullable(),
  held: z
    .object({
      on: day,
      place: z.string(),
      members: z.array(named),
      record: z.string(),
      advice: z.string(),
    })
    .nullable(),
});

export const proceedingSchema = z
  .object({
    ...line,
    version: z.int(),
    topic: z.string(),
    steps: z.array(z.string()),
    hearing: hearing.nullable(),
    mediation: mediation.nullable(),
    reEvaluation: reEvaluation.nullable(),
    deliberation: deliberation.nullable(),
    history: z.array(
      z.object({
        seq: z.int(),
        type: z.string(),
        at: z.number(),
        unit: z.string(),
        by: z.enum(['staff', 'petitioner', 'system']),
        person: z.string(),
      }),
    ),
  })
  .meta({ id: 'Proceeding' });
