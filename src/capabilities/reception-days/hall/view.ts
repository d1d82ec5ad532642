import { z } from 'zod';
import { reasonCodes } from '../tickets/dispatch.ts';
import { ticketStages, ticketWays } from '../tickets/terms.ts';
import { settingsSchema } from './contract.ts';

const date = z.iso.date();
/** Epoch ms. */
const moment = z.int();
const named = z.object({ id: z.string(), name: z.string() });

export const reasonSchema = z.object({
  code: z.enum(reasonCodes),
  /** A unit, a topic, minutes or a count, in words where it is a name. */
  value: z.union([z.string(), z.number()]).optional(),
});

/** What a public screen shows: numbers and tables, nobody's name. */
export const boardSchema = z.object({
  on: date,
  waiting: z.int(),
  calls: z.array(
    z.object({
      label: z.string(),
      /** The day of the number, where it is another than the hall's. */
      numberedOn: date.nullable(),
      place: z.string(),
      group: z.string(),
      calledAt: moment,
      times: z.int(),
    }),
  ),
});
export type BoardView = z.infer<typeof boardSchema>;

export const queuedSchema = z.object({
  id: z.uuid(),
  label: z.string(),
  numberedOn: date.nullable(),
  version: z.int(),
  way: z.enum(ticketWays),
  takenAt: moment,
  arrived: z.boolean(),
  /** Minutes since it was taken. */
  waited: z.int(),
  carried: z.int(),
  persons: z.int(),
  topic: z.string().nullable(),
  unit: z.string().nullable(),
  hasTelephone: z.boolean(),
  sentTo: z.string().nullable(),
  /** Groups that may call it, best first, with the reasons. */
  suggestions: z.array(z.object({ groupId: z.uuid(), reasons: z.array(reasonSchema) })),
});
export type QueuedView = z.infer<typeof queuedSchema>;

export const groupLineSchema = z.object({
  id: z.uuid(),
  label: z.string(),
  place: z.string(),
  units: z.array(named),
  topics: z.array(named),
  open: z.boolean(),
  mine: z.boolean(),
  load: z.int(),
  current: z
    .object({
      ticketId: z.uuid(),
      label: z.string(),
      stage: z.enum(ticketStages),
      since: moment,
      calls: z.int(),
    })
    .nullable(),
});
export type GroupLine = z.infer<typeof groupLineSchema>;

export const hallSchema = z.object({
  dayId: z.uuid(),
  version: z.int(),
  firstOn: date,
  on: date,
  place: z.string(),
  office: named,
  leaders: z.array(z.string()),
  /** The next working day: where the evening carries people to. */
  nextMorning: date,
  settings: settingsSchema,
  may: z.object({ door: z.boolean(), dispatch: z.boolean(), hear: z.boolean() }),
  groups: z.array(groupLineSchema),
  desks: z.array(z.object({ id: z.uuid(), label: z.string(), series: z.string() })),
  screens: z.array(
    z.object({
      id: z.uuid(),
      label: z.string(),
      revoked: z.boolean(),
      /** Its address, for whoever may put it up; else nothing. */
      path: z.string().nullable(),
    }),
  ),
  waiting: z.array(queuedSchema),
  counts: z.object({
    waiting: z.int(),
    here: z.int(),
    atGroups: z.int(),
    heard: z.int(),
    cancelled: z.int(),
    carriedOn: z.int(),
    persons: z.int(),
    matters: z.int(),
  }),
  /** Minutes that somebody who comes now would wait, about; null while nobody hears. */
  estimate: z.int().nullable(),
  /** Minutes of whoever has waited longest. */
  longest: z.int(),
});
export type HallView = z.infer<typeof hallSchema>;

export const groupViewSchema = z.object({
  dayId: z.uuid(),
  on: date,
  nextMorning: date,
  callSpacing: z.int(),
  group: groupLineSchema,
  waitingForUs: z.int(),
  current: z
    .object({
      id: z.uuid(),
      version: z.int(),
      label: z.string(),
      numberedOn: date.nullable(),
      stage: z.enum(ticketStages),
      persons: z.int(),
      topic: z.string().nullable(),
      unit: named.nullable(),
      calls: z.int(),
      calledAt: moment.nullable(),
      talkBeganAt: moment.nullable(),
      telephoned: z.boolean(),
      hasTelephone: z.boolean(),
      carried: z.int(),
      holder: z
        .object({
          name: z.string(),
          telephone: z.string(),
          representatives: z.array(z.string()),
          note: z.string(),
        })
        .nullable(),
      matters: z.array(
        z.object({
          petitionId: z.uuid(),
          /** Null where this reader may not see it. */
          number: z.string().nullable(),
          how: z.enum(['registered', 'joined']),
        }),
      ),
    })
    .nullable(),
});
export type GroupView = z.infer<typeof groupViewSchema>;

export const hallLineSchema = z.object({
  dayId: z.uuid(),
  on: date,
  firstOn: date,
  office: named,
  place: z.string(),
  groups: z.int(),
});
export type HallLine = z.infer<typeof hallLineSchema>;
