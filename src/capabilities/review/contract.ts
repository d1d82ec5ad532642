import { z } from 'zod';
import { limits } from './limits.ts';
import { decisionOutcomes, refusalReasons, stages } from './review.ts';

export { stages } from './review.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).min(1);
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const day = z.iso.date();
const uuid = z.uuid();
const explanation = required(limits.explanation);
const paper = { paperId: uuid };

/**
 * How a paper of a review reaches the petitioner, who has asked for it and is known: where nobody is
 * met, it is announced (G-2).
 */
export const reviewServiceWays = ['hand', 'left', 'post', 'electronic', 'announcement'] as const;
export type ReviewServiceWay = (typeof reviewServiceWays)[number];

/** A request that a clerk takes in: by letter, or at the window. */
export const requestSchema = z.object({
  channel: z.enum(['letter', 'window']),
  /** Day of posting, or the day at the window. */
  requestedOn: day,
  grounds: required(limits.grounds),
  lateReason: words(limits.explanation).optional(),
  /** The petitioner's choice where two bodies are lawful. */
  body: code.optional(),
  uploads: z.array(uuid).max(limits.attachments).default([]),
});
export type RequestInput = z.infer<typeof requestSchema>;

/** What the petitioner sends on line. */
export const ownRequestSchema = requestSchema.omit({ channel: true, requestedOn: true });
export type OwnRequestInput = z.infer<typeof ownRequestSchema>;

export const reviewCommandSchemas = {
  chooseBody: z.object({ body: code }),
  decideLateness: z.object({ admitted: z.boolean(), reason: explanation }),
  acceptReview: z.object({ officer: uuid.optional() }),
  chooseReviewOfficer: z.object({ userId: uuid }),
  refuseReview: z.object({ reason: z.enum(refusalReasons), explanation }),
  withdrawOfficial: z.object({ userId: uuid, reason: explanation }),
  recordInquiry: z.object({ record: required(limits.text), heldOn: day }),
  withdrawReview: z.object({
    reason: words(limits.explanation).optional(),
    signed: z.boolean().default(false),
  }),
  orderHearing: z.object({ reason: explanation }),
  recordHearing: z.object({ from: day, to: day }),
  draftDecision: z.object({
    outcome: z.enum(decisionOutcomes),
    points: z
      .array(
        z.object({
          demandId: uuid,
          finding: z.enum(decisionOutcomes),
          facts: words(limits.text),
          basis: words(limits.explanation),
          answer: words(limits.text),
        }),
      )
      .max(limits.points),
    conclusion: explanation,
  }),
  checkPaper: z.object(paper),
  signPaper: z.object(paper),
  sealPaper: z.object(paper),
  issuePaper: z.object(paper),
  returnPaper: z.object({ ...paper, reason: explanation }),
  servePaper: z.object({
    ...paper,
    way: z.enum(reviewServiceWays),
    servedOn: day,
    proof: words(limits.explanation).optional(),
    /** Whoever took it, where that is not the petitioner. */
    recipient: words(60).optional(),
    mailNumber: words(60).optional(),
    witness: words(60).optional(),
    /** Where an announcement was published. */
    place: words(200).optional(),
  }),
} as const;

export type ReviewInputType = keyof typeof reviewCommandSchemas;
export type ReviewInput<T extends ReviewInputType> = z.infer<(typeof reviewCommandSchemas)[T]>;
export const reviewInputTypes = Object.keys(reviewCommandSchemas) as readonly ReviewInputType[];

/** A lawful body as the administrator enters it. */
export const newBodySchema = z.object({
  unitId: code,
  stage: z.enum(stages),
  bodyId: code,
  from: day,
  source: z.string().trim().min(1).max(200),
});
export type NewBody = z.infer<typeof newBodySchema>;
