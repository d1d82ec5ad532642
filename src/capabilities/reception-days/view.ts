import { z } from 'zod';
import { receptionKinds, receptionStates, receptionWays } from './reception-day.ts';

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
  noticeVersion: z.int().nullable(),
});
export type DayLine = z.infer<typeof dayLineSchema>;

/** A day with all that its page shows. */
export const dayViewSchema = dayLineSchema.extend({
  version: z.int(),
  notice: z
    .object({ version: z.int(), publishedAt: instant, publicSince: z.iso.date() })
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
