import { z } from 'zod';
import { meetingKinds, meetingQuestions, meetingStates } from './meeting.ts';

const unit = z.object({ id: z.string(), name: z.string() });
const day = z.string().meta({ description: 'YYYY-MM-DD in Asia/Shanghai' });
const at = z.number().meta({ description: 'Epoch ms' });
const seat = z.object({ unit, userId: z.string(), name: z.string() });
const petition = z.object({ id: z.uuid(), number: z.string(), title: z.string() });

export const meetingLineSchema = z
  .object({
    id: z.uuid(),
    unit,
    kind: z.enum(meetingKinds),
    state: z.enum(meetingStates),
    on: day,
    time: z.string(),
    place: z.string(),
    chair: seat,
    items: z.int(),
    decided: z.int(),
  })
  .meta({ id: 'JointMeetingLine' });
export type MeetingLine = z.infer<typeof meetingLineSchema>;

export const meetingItemSchema = z.object({
  id: z.uuid(),
  petition: petition.nullable(),
  question: z.enum(meetingQuestions),
  text: z.string(),
  background: z.string().nullable(),
  decision: z
    .object({
      outcome: z.enum(['decided', 'put-off']),
      text: z.string(),
      main: unit.nullable(),
      coHandlers: z.array(z.object({ unit, dueDate: day })),
      commitments: z.array(z.object({ id: z.string(), unit, dueDate: day })),
      dissent: z.array(z.object({ unit, text: z.string() })),
      at,
    })
    .nullable(),
});
export type MeetingItemView = z.infer<typeof meetingItemSchema>;

export const meetingViewSchema = meetingLineSchema
  .extend({
    version: z.int(),
    members: z.array(seat.extend({ came: z.boolean().nullable(), readAt: at.nullable() })),
    agenda: z.array(meetingItemSchema),
    moves: z.array(z.object({ from: day, reason: z.string(), at })),
    cancelled: z.object({ reason: z.string(), at }).nullable(),
    minutes: z
      .object({
        summary: z.string(),
        draftedAt: at,
        number: z.string().nullable(),
        signedAt: at.nullable(),
      })
      .nullable(),
    steps: z.array(z.string()).meta({ description: 'What this reader may try now' }),
    next: z.string().nullable(),
  })
  .meta({ id: 'JointMeeting' });
export type MeetingView = z.infer<typeof meetingViewSchema>;

export const suggestionSchema = z
  .object({
    petition,
    question: z.enum(meetingQuestions),
    cause: z.string(),
    text: z.string().nullable(),
    at,
  })
  .meta({ id: 'AgendaSuggestion' });
export type SuggestionView = z.infer<typeof suggestionSchema>;

export const peopleSchema = z.object({
  items: z.array(z.object({ userId: z.string(), name: z.string(), unit, maySign: z.boolean() })),
});
export type SeatChoice = z.infer<typeof peopleSchema>['items'][number];
