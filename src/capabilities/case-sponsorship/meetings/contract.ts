import { z } from 'zod';
import { meetingStatuses, sides } from './case.ts';
import { limits } from './limits.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).min(1);
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const date = z.iso.date().meta({ example: '2026-12-01' });
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ example: '09:30' });

export const participantSchema = z.object({
  side: z.enum(sides),
  name: required(limits.name),
  post: words(limits.line)
    .default('')
    .meta({ description: 'Function, firm, or field of the expert' }),
  unit: code.nullable().default(null),
  userId: z.string().max(80).nullable().default(null),
});
export type ParticipantInput = z.infer<typeof participantSchema>;

const when = { on: date, time, place: required(limits.place) };
const told = words(limits.reason)
  .default('')
  .meta({ description: 'Who told enterprise and experts, and how' });

/** An action that was agreed: it becomes a commitment. */
export const actionSchema = z.object({
  text: required(limits.reason),
  unit: code,
  responsible: required(limits.name).meta({ description: 'Name of who answers for it' }),
  dueDate: date,
});

export const meetingStepSchemas = {
  postponeMeeting: z.object({ ...when, reason: required(limits.reason), told }),
  cancelMeeting: z.object({ reason: required(limits.reason), told }),
  recordMeeting: z.object({
    came: z.array(z.uuid()).max(limits.participants),
    positions: z
      .array(z.object({ side: z.enum(sides), words: required(limits.words) }))
      .max(sides.length),
    actions: z.array(actionSchema).max(limits.actions).default([]),
    openPoints: z
      .array(z.object({ matter: required(limits.reason), reason: required(limits.reason) }))
      .max(limits.actions)
      .default([]),
  }),
  issueMinutes: z.object({}),
} as const;

export type MeetingStep = keyof typeof meetingStepSchemas;
export type MeetingStepInput<T extends MeetingStep> = z.infer<(typeof meetingStepSchemas)[T]>;

/** In the order in which forms offer them. */
export const meetingSteps = Object.keys(meetingStepSchemas) as readonly MeetingStep[];

export const planSchema = z.object({
  ...when,
  agenda: z.array(required(limits.line)).max(limits.agenda).default([]),
  participants: z.array(participantSchema).max(limits.participants),
});
export type PlanInput = z.infer<typeof planSchema>;

export const answerSchema = z.object({
  agrees: z.boolean(),
  words: words(limits.words).default(''),
});
export type AnswerInput = z.infer<typeof answerSchema>;

export const meetingsQuerySchema = z.object({
  status: z.enum(meetingStatuses).optional(),
  after: z
    .string()
    .regex(/^\d{1,13}\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type MeetingsQuery = z.infer<typeof meetingsQuerySchema>;
