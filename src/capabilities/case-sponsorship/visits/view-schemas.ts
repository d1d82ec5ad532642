import { z } from 'zod';
import { consentWays, talkPartners, visitStatuses } from './code-names.ts';
import { visitSteps } from './contract.ts';

const named = z.object({ id: z.string(), name: z.string() });
const moment = z.number().meta({ description: 'Epoch milliseconds' });
const day = z.iso.date();

export const visitLineSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(visitStatuses),
    day,
    time: z.string().nullable(),
    unit: named,
    visitors: z.array(named),
    whom: z.string(),
    petition: z.object({ id: z.uuid(), number: z.string(), title: z.string() }),
    promised: z.boolean(),
  })
  .meta({ id: 'HomeVisitLine' });

export const visitPageSchema = z.object({
  items: z.array(visitLineSchema),
  next: z.string().nullable(),
});

const notes = z
  .object({
    at: moment,
    by: z.string(),
    visitedOn: day,
    talks: z.array(z.object({ partner: z.enum(talkPartners), name: z.string() })),
    words: z.string(),
    files: z.array(
      z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int() }),
    ),
  })
  .meta({ id: 'HomeVisitNotes' });

export const visitViewSchema = visitLineSchema
  .extend({
    version: z.int(),
    office: named,
    plannedBy: z.string(),
    companions: z.string(),
    place: z.string(),
    purpose: z.string(),
    accusation: z.boolean(),
    consent: z.object({ at: moment, by: z.string(), on: day, way: z.enum(consentWays) }).nullable(),
    record: notes.nullable(),
    promise: z
      .object({ text: z.string(), dueDate: day, id: z.uuid() })
      .nullable()
      .meta({ description: 'With the commitment that it became' }),
    additions: z.array(notes),
    corrections: z.array(z.object({ at: moment, words: z.string() })),
    endedAt: moment.nullable(),
    steps: z.array(z.enum(visitSteps as [string, ...string[]])),
  })
  .meta({ id: 'HomeVisit' });

export const takenVisitSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    number: z.string(),
    day,
    time: z.string().nullable(),
    visitors: z.array(z.string()),
    companions: z.string(),
    whom: z.string(),
    place: z.string(),
    purpose: z.string(),
    accusation: z.boolean(),
    neighbours: z.boolean(),
  })
  .meta({ id: 'TakenHomeVisit' });
