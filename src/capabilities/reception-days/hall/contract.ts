import { z } from 'zod';
import { ticketLimits as limits } from '../tickets/limits.ts';

const label = z.string().trim().min(1).max(limits.label);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const groupSchema = z.object({
  label,
  place: label,
  units: z.array(z.string().max(64)).max(limits.units),
  topics: z.array(z.string().max(64)).max(limits.topics),
});
export type GroupInput = z.infer<typeof groupSchema>;

export const settingsSchema = z.object({
  patience: z.int().min(0).max(240),
  callSpacing: z.int().min(30).max(900),
  evening: clock,
  source: z.string().trim().min(1).max(limits.note),
});

const group = z.object({ groupId: z.uuid() });

/** What comes in with each step in the hall. */
export const hallStepSchemas = {
  changeSettings: settingsSchema,
  sit: z.object({ on: z.iso.date() }),
  openDesk: z.object({ label }),
  formGroup: groupSchema,
  changeGroup: groupSchema.extend({ groupId: z.uuid() }),
  openGroup: group,
  restGroup: group,
  addScreen: z.object({ label }),
  revokeScreen: z.object({ screenId: z.uuid() }),
} as const;

export type HallInputType = keyof typeof hallStepSchemas;
export type HallInput<T extends HallInputType> = z.infer<(typeof hallStepSchemas)[T]>;
