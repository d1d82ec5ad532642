import { z } from 'zod';
import { levels } from '../../kernel/units.ts';
import { limits } from './limits.ts';
import { dutyPeriods, rotationMonths } from './settings.ts';
import { inviteeAnswers, noticeChannels, receptionKinds, receptionWays } from './reception-day.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const required = (limit: number) => words(limit).trim().min(1);
const uuid = z.uuid();
const day = z.iso.date();
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const regionCode = z.string().regex(/^\d{2,12}$/);
const code = z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/);

/** What is planned of a day. */
export const dayPlanSchema = z.object({
  kind: z.enum(receptionKinds),
  way: z.enum(receptionWays).default('in-person'),
  on: day,
  from: clockTime,
  to: clockTime,
  place: required(limits.place),
  regionCode,
  /** Leaders of the list, in the order of the notice. */
  leaders: z.array(uuid).max(limits.leaders),
  theme: words(limits.theme).default(''),
  topics: z.array(code).max(limits.topics).default([]),
  slotMinutes: z.int().min(5).max(240).nullable().default(null),
});
export type DayPlanInput = z.infer<typeof dayPlanSchema>;

/** Who comes: known to those who run the day alone. */
const visitor = {
  name: required(limits.name),
  telephone: words(40).default(''),
  topic: words(limits.reason).default(''),
};

export const dayCommandSchemas = {
  changeDay: dayPlanSchema.extend({ reason: words(limits.reason).default('') }),
  publishNotice: z.object({}),
  recordChannel: z.object({
    channel: z.enum(noticeChannels),
    outlet: words(limits.name).default(''),
    on: day,
    link: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable()
      .default(null),
    upload: uuid.nullable().default(null),
  }),
  bookSlot: z.object({ slot: clockTime, ...visitor }),
  cancelBooking: z.object({ id: uuid }),
  inviteVisitor: z.object({ ...visitor, petitionId: uuid.nullable().default(null) }),
  answerInvitation: z.object({ id: uuid, answer: z.enum(inviteeAnswers) }),
  writePreparation: z.object({
    petitionId: uuid.nullable().default(null),
    background: required(limits.text),
    demands: required(limits.text),
    proposal: required(limits.text),
    basis: words(limits.text).default(''),
  }),
  draftMinutes: z.object({
    attending: required(limits.reason),
    heard: required(limits.text),
    decided: required(limits.text),
  }),
  issueMinutes: z.object({}),
  formTaskForce: z.object({
    leaderId: uuid,
    petitionId: uuid.nullable().default(null),
    matter: required(limits.reason),
    units: z.array(code).min(1).max(limits.leaders),
    members: required(limits.reason),
  }),
  noteTaskForce: z.object({ id: uuid, note: required(limits.text) }),
  closeTaskForce: z.object({ id: uuid, outcome: required(limits.text) }),
  openDay: z.object({}),
  closeDay: z.object({}),
  cancelDay: z.object({
    reason: required(limits.reason),
    /** Another day of the unit that takes over its tickets; needed where there are any. */
    carryTo: uuid.nullable().default(null),
  }),
} as const;
export type DayInputType = keyof typeof dayCommandSchemas;
export type DayInput<T extends DayInputType> = z.infer<(typeof dayCommandSchemas)[T]>;
export const dayInputTypes = Object.keys(dayCommandSchemas) as readonly DayInputType[];

/** A leader as an office enters them; the same when something changes. */
export const leaderSchema = z.object({
  unitId: code,
  userId: uuid.nullable().default(null),
  name: required(limits.name),
  post: required(limits.post),
  portfolio: words(limits.theme).default(''),
  topics: z.array(code).max(limits.topics).default([]),
  regions: z.array(regionCode).max(limits.regions).default([]),
  fields: z.array(required(limits.field)).max(limits.fields).default([]),
  from: day,
  to: day.nullable().default(null),
});
export type LeaderInput = z.infer<typeof leaderSchema>;

/** How a unit plans its reception days; sent whole. */
export const settingsSchema = z.object({
  norms: z
    .array(
      z.object({
        level: z.enum(levels),
        days: z.int().min(1).max(31),
        per: z.enum(dutyPeriods),
        source: required(limits.place),
      }),
    )
    .max(levels.length),
  bigRegions: z.array(regionCode).max(limits.regions),
  fields: z.array(required(limits.field)).max(limits.fields),
  rotations: z
    .array(
      z.object({
        name: required(limits.name),
        months: z.enum(rotationMonths),
        dayOfMonth: z.int().min(1).max(28),
        kind: z.enum(receptionKinds),
        way: z.enum(receptionWays),
        from: clockTime,
        to: clockTime,
        place: required(limits.place),
        regionCode,
        slotMinutes: z.int().min(5).max(240).nullable(),
        theme: words(limits.theme),
        leaders: z.array(uuid).min(1).max(limits.leaders),
      }),
    )
    .max(20),
});
export const settingsInputSchema = settingsSchema.extend({ expectedVersion: z.int().min(0) });
export type SettingsInput = z.infer<typeof settingsInputSchema>;
