import { z } from 'zod';
import { levels } from '../../kernel/units.ts';
import { dayPlanSchema, settingsSchema } from './contract.ts';
import { dutyPeriods } from './settings.ts';
import {
  inviteeAnswers,
  noticeChannels,
  receptionKinds,
  receptionStates,
  receptionWays,
} from './reception-day.ts';

const unit = z.object({ id: z.string(), name: z.string() });
const topic = z.object({ code: z.string(), name: z.string() });
const instant = z.iso.datetime();

export const announcedLeaderSchema = z.object({
  id: z.uuid(),
  userId: z.uuid().nullable(),
  name: z.string(),
  post: z.string(),
  unit,
  portfolio: z.string(),
  topics: z.array(topic),
});

/** A day in lists. */
export const dayLineSchema = z.object({
  id: z.uuid(),
  unit,
  state: z.enum(receptionStates),
  kind: z.enum(receptionKinds),
  way: z.enum(receptionWays),
  on: z.iso.date(),
  from: z.string(),
  to: z.string(),
  place: z.string(),
  region: topic,
  leaders: z.array(announcedLeaderSchema),
  theme: z.string(),
  topics: z.array(topic),
  slotMinutes: z.int().nullable(),
  noticeVersion: z.int().nullable(),
});
export type DayLine = z.infer<typeof dayLineSchema>;

/** A day with all that its page shows. */
export const dayViewSchema = dayLineSchema.extend({
  version: z.int(),
  notice: z
    .object({
      version: z.int(),
      publishedAt: instant,
      publicSince: z.iso.date(),
      /** Why it is another than the one before. */
      change: z
        .object({
          reason: z.string(),
          movedFrom: z.object({ on: z.iso.date(), from: z.string(), to: z.string() }).nullable(),
        })
        .optional(),
    })
    .nullable(),
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  cancelled: z.object({ at: instant, reason: z.string() }).nullable(),
  /** What the reader may do now. */
  steps: z.array(z.string()),
});
export type DayView = z.infer<typeof dayViewSchema>;

export const leaderViewSchema = announcedLeaderSchema.extend({
  regions: z.array(topic),
  fields: z.array(z.string()),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
});
export type LeaderView = z.infer<typeof leaderViewSchema>;

/** A petition that the reader may see; nothing of any other. */
const petition = z.object({ id: z.uuid(), number: z.string() }).nullable();
const visitor = { name: z.string(), telephone: z.string(), topic: z.string() };
const id = z.uuid();
/** When it was to be before the day moved. */
const movedFrom = z.object({ on: z.iso.date(), at: z.string() }).nullable();

/** What only those see who run a day, and its leaders. */
export const insideSchema = z.object({
  channels: z.array(
    z.object({
      id,
      channel: z.enum(noticeChannels),
      outlet: z.string(),
      on: z.iso.date(),
      noticeVersion: z.int(),
      /** Of the notice that stands now. */
      current: z.boolean(),
      /** Seven days before an open day. */
      inTime: z.boolean(),
      link: z.string().nullable(),
      file: z.object({ id, name: z.string() }).nullable(),
    }),
  ),
  slots: z.array(z.object({ at: z.string(), free: z.int() })),
  bookings: z.array(
    z.object({ id, slot: z.string(), cancelled: z.boolean(), movedFrom, ...visitor }),
  ),
  invitees: z.array(
    z.object({
      id,
      petition,
      answer: z.enum(inviteeAnswers).nullable(),
      movedFrom,
      ...visitor,
    }),
  ),
  preparations: z.array(
    z.object({
      id,
      petition,
      at: instant,
      background: z.string(),
      demands: z.string(),
      proposal: z.string(),
      basis: z.string(),
    }),
  ),
  minutes: z
    .object({
      attending: z.string(),
      heard: z.string(),
      decided: z.string(),
      draftedAt: instant,
      number: z.string().nullable(),
      paperId: id.nullable(),
      issuedAt: instant.nullable(),
    })
    .nullable(),
  taskForces: z.array(
    z.object({
      id,
      leader: z.string(),
      petition,
      matter: z.string(),
      units: z.array(unit),
      members: z.string(),
      formedAt: instant,
      ledger: z.array(z.object({ id, at: instant, note: z.string() })),
      closed: z.object({ at: instant, outcome: z.string() }).nullable(),
    }),
  ),
});
export type InsideView = z.infer<typeof insideSchema>;

/** The planning sheet of a unit. */
export const settingsViewSchema = z.object({ version: z.int(), settings: settingsSchema });
export type SettingsView = z.infer<typeof settingsViewSchema>;

const day = z.iso.date();

/** Yearly duty: who is behind stands first. */
export const dutySchema = z.object({
  year: z.int(),
  leaders: z.array(
    z.object({
      id,
      name: z.string(),
      post: z.string(),
      unit,
      level: z.enum(levels),
      norm: z
        .object({
          level: z.enum(levels),
          days: z.int(),
          per: z.enum(dutyPeriods),
          source: z.string(),
        })
        .nullable(),
      held: z.int(),
      planned: z.int(),
      behind: z.int(),
      counts: z.array(
        z.object({
          from: day,
          to: day,
          needed: z.int(),
          held: z.int(),
          planned: z.int(),
          state: z.enum(['kept', 'missed', 'running', 'coming']),
        }),
      ),
    }),
  ),
});
export type DutyView = z.infer<typeof dutySchema>;

const covered = z.object({
  code: z.string(),
  name: z.string(),
  needed: z.int(),
  leaders: z.array(z.object({ id, name: z.string(), post: z.string() })),
});
export const coverageSchema = z.object({ regions: z.array(covered), fields: z.array(covered) });
export type CoverageView = z.infer<typeof coverageSchema>;

/** A day that a template proposes, ready to be planned. */
export const proposalSchema = z.object({
  template: z.string(),
  leader: z.string(),
  plan: dayPlanSchema,
});
export type ProposalView = z.infer<typeof proposalSchema>;

/** What came of a day, in numbers; topic null is “other”. */
export const resultsSchema = z.object({
  batches: z.int(),
  persons: z.int(),
  /** Batches whose matter was settled there and then. */
  settledAtOnce: z.int(),
  promised: z.int(),
  kept: z.int(),
  overdue: z.int(),
  topics: z.array(
    z.object({
      topic: z.string().nullable(),
      batches: z.int(),
      persons: z.int(),
      settledAtOnce: z.int(),
    }),
  ),
});
export type ResultsView = z.infer<typeof resultsSchema>;
