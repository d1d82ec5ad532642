import { z } from 'zod';
import { meetingStatuses, sides } from './case.ts';
import { meetingSteps } from './contract.ts';

const named = z.object({ id: z.string(), name: z.string() });
const moment = z.number().meta({ description: 'Epoch milliseconds' });
const petition = z.object({ id: z.uuid(), number: z.string(), title: z.string() });
const noted = z.object({ at: moment, reason: z.string(), told: z.string() });

export const meetingLineSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(meetingStatuses),
    on: z.string(),
    time: z.string(),
    unit: named,
    petition,
    postponed: z.int(),
    actions: z.int(),
  })
  .meta({ id: 'MeetingLine' });

export const meetingPageSchema = z.object({
  items: z.array(meetingLineSchema),
  next: z.string().nullable(),
});

export const meetingsOfPetitionSchema = z.object({
  items: z.array(meetingLineSchema),
  mayPlan: z.boolean(),
});

export const meetingViewSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    status: z.enum(meetingStatuses),
    on: z.string(),
    time: z.string(),
    place: z.string(),
    unit: named,
    office: named,
    petition,
    agenda: z.array(z.string()),
    participants: z.array(
      z.object({
        id: z.uuid(),
        side: z.enum(sides),
        name: z.string(),
        post: z.string(),
        unit: z.string().nullable(),
        came: z.boolean().nullable(),
      }),
    ),
    postponed: z.array(noted.extend({ from: z.string(), to: z.string() })),
    cancelled: noted.nullable(),
    positions: z.array(z.object({ side: z.enum(sides), words: z.string() })),
    actions: z.array(
      z.object({
        id: z.uuid(),
        text: z.string(),
        unit: z.string(),
        responsible: z.string(),
        dueDate: z.string(),
        commitmentId: z.uuid(),
      }),
    ),
    openPoints: z.array(z.object({ matter: z.string(), reason: z.string() })),
    minutes: z.object({ at: moment, number: z.string() }).nullable(),
    answers: z.array(z.object({ at: moment, agrees: z.boolean(), words: z.string() })),
    steps: z.array(z.enum(meetingSteps)),
  })
  .meta({ id: 'Meeting' });
