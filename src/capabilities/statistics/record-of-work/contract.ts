import { z } from 'zod';
import { cellSchema, freshnessSchema, measureSchema, tableQuerySchema } from '../contract.ts';

/** Parts of a leader's record of petition work (S-7), in the order of the page and the paper. */
export const recordSections = [
  'receptions',
  'letters',
  'sponsorship',
  'meetings',
  'commitments',
] as const;
export type RecordSection = (typeof recordSections)[number];

/** Which period, as known when; narrowed by nothing, for it is one person's. */
export const recordQuerySchema = tableQuerySchema.pick({
  preset: true,
  from: true,
  to: true,
  asOf: true,
});
export type RecordQuery = z.output<typeof recordQuerySchema>;

export const leaderLineSchema = z
  .object({
    userId: z.string(),
    name: z.string(),
    unit: z.object({ id: z.string(), name: z.string() }),
  })
  .meta({ id: 'LeaderLine' });
export type LeaderLine = z.output<typeof leaderLineSchema>;

export const recordOfWorkSchema = z
  .object({
    leader: leaderLineSchema,
    period: z.object({ from: z.string(), to: z.string() }),
    asOf: z.string(),
    freshness: freshnessSchema,
    sections: z.array(
      z.object({
        name: z.enum(recordSections),
        figures: z.array(z.object({ measure: measureSchema, cell: cellSchema })),
      }),
    ),
  })
  .meta({ id: 'RecordOfWork' });
export type RecordOfWork = z.output<typeof recordOfWorkSchema>;
