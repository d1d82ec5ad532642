import { z } from 'zod';
import { limits } from './limits.ts';
import { meetingKinds, meetingQuestions } from './meeting.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).min(1);
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const seat = z.object({ unit: code, userId: z.uuid() });

export const planSchema = z.object({
  kind: z.enum(meetingKinds),
  on: z.iso.date(),
  time: clock,
  place: required(limits.place),
  chair: seat,
  members: z.array(seat).max(limits.members),
});

const item = z.uuid();

/** Bodies of the steps with a meeting; the key is the step's name. */
export const stepSchemas = {
  changeMeeting: planSchema,
  addItem: z.object({
    petitionId: z.uuid().nullable().default(null),
    question: z.enum(meetingQuestions),
    text: required(limits.text),
    background: words(limits.text).optional(),
  }),
  removeItem: z.object({ itemId: item }),
  orderAgenda: z.object({ order: z.array(item).max(limits.items) }),
  callMeeting: z.object({}),
  moveMeeting: z.object({
    on: z.iso.date(),
    time: clock,
    place: required(limits.place),
    reason: required(limits.text),
  }),
  cancelMeeting: z.object({ reason: required(limits.text) }),
  openMeeting: z.object({ came: z.array(z.uuid()).max(limits.members) }),
  decideItem: z.object({
    itemId: item,
    outcome: z.enum(['decided', 'put-off']),
    text: required(limits.text),
    main: code.nullable().default(null),
    coHandlers: z
      .array(z.object({ unit: code, dueDate: z.iso.date() }))
      .max(limits.coHandlers)
      .default([]),
    commitments: z
      .array(z.object({ unit: code, dueDate: z.iso.date(), text: required(limits.text) }))
      .max(limits.commitments)
      .default([]),
    dissent: z
      .array(z.object({ unit: code, text: required(limits.text) }))
      .max(limits.members)
      .default([]),
  }),
  closeMeeting: z.object({}),
  draftMinutes: z.object({ summary: required(limits.summary) }),
  signMinutes: z.object({}),
  issueMinutes: z.object({}),
  readMinutes: z.object({}),
} as const;

export type PlanInput = z.infer<typeof planSchema>;
export type MeetingStep = keyof typeof stepSchemas;
export type MeetingStepInput<T extends MeetingStep> = z.infer<(typeof stepSchemas)[T]>;
export const meetingSteps = Object.keys(stepSchemas) as readonly MeetingStep[];
