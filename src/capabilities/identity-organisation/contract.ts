import { z } from 'zod';
import { roles } from '../../kernel/permissions.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { PERIOD_IDS, type PeriodId } from '../../kernel/periods.ts';
import { levels, unitKinds } from '../../kernel/units.ts';

/** Official codes have 2 to 12 digits; offices abroad and test places may add letters. */
export const regionCodeSchema = z.string().regex(/^[0-9A-Za-z]{2,12}$/);
/** A unit's id stands in settings and addresses: letters, digits and _ . - */
export const unitIdSchema = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z_.-]{0,39}$/);
const name = z.string().trim().min(1).max(60);
export const languageSchema = z.enum(['zh-CN', 'en']);
export const roleSchema = z.enum(roles);

export const regionSchema = z.object({
  code: regionCodeSchema,
  name,
  level: z.enum(levels),
  parentCode: regionCodeSchema.nullable(),
});
export type Region = z.infer<typeof regionSchema>;

/** What an office makes public about how to reach it (Reg. art. 18). */
export const publicInfoSchema = z.object({
  phone: z.string().max(60).nullable(),
  address: z.string().max(200).nullable(),
  postCode: z.string().max(12).nullable(),
  email: z.string().max(120).nullable(),
  receptionHours: z.string().max(200).nullable(),
  receptionPlace: z.string().max(200).nullable(),
});
export type PublicInfo = z.infer<typeof publicInfoSchema>;

export const unitSchema = z.object({
  id: unitIdSchema,
  name,
  kind: z.enum(unitKinds),
  level: z.enum(levels),
  regionCode: regionCodeSchema,
  parentId: unitIdSchema.nullable(),
  system: z.string().max(40).nullable(),
  active: z.boolean(),
  successorId: unitIdSchema.nullable(),
  ...publicInfoSchema.shape,
});
export type Unit = z.infer<typeof unitSchema>;

export const newUnitSchema = unitSchema
  .omit({ active: true, successorId: true })
  .partial({ id: true, parentId: true, system: true, ...maskOf(publicInfoSchema.shape) });
export type NewUnit = z.infer<typeof newUnitSchema>;

export const unitChangeSchema = unitSchema
  .pick({ name: true, parentId: true, system: true, ...maskOf(publicInfoSchema.shape) })
  .partial();
export type UnitChange = z.infer<typeof unitChangeSchema>;

function maskOf<T extends object>(shape: T): { [K in keyof T]: true } {
  return Object.fromEntries(Object.keys(shape).map((key) => [key, true])) as {
    [K in keyof T]: true;
  };
}

export const categorySchema = z.object({
  code: z.string(),
  level: z.int().min(1).max(3),
  name,
  parentCode: z.string().nullable(),
  active: z.boolean(),
});
export type Category = z.infer<typeof categorySchema>;

/** Names of three levels: first → second → list of third. */
export const categoryTreeSchema = z.record(name, z.record(name, z.array(name)));
export type CategoryTree = z.infer<typeof categoryTreeSchema>;

export const postSchema = z.object({ unitId: unitIdSchema, role: roleSchema });
export type Post = z.infer<typeof postSchema>;

export const userNameSchema = z
  .string()
  .trim()
  .normalize('NFKC')
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.@-]{1,39}$/u);

export const newUserSchema = z.object({
  userName: userNameSchema,
  displayName: name,
  password: z.string().max(200).optional(),
  externalName: z.string().max(200).optional(),
  language: languageSchema.optional(),
  posts: z.array(postSchema).max(20).default([]),
});
export type NewUser = z.input<typeof newUserSchema>;

export const userSchema = z.object({
  userId: z.uuid(),
  userName: z.string(),
  displayName: z.string(),
  disabled: z.boolean(),
  posts: z.array(postSchema),
});
export type User = z.infer<typeof userSchema>;

export const signInSchema = z.object({
  userName: z.string().min(1).max(200),
  password: z.string().min(1).max(200),
  code: z.string().max(40).optional(),
  unitId: unitIdSchema.optional(),
});
export type SignIn = z.infer<typeof signInSchema>;

/** Who I am and what I may do: what every page of the console begins with (O-3). */
export const sessionViewSchema = z.object({
  userId: z.uuid(),
  userName: z.string(),
  displayName: z.string(),
  language: languageSchema,
  unit: z.object({ id: z.string(), name: z.string(), regionCode: z.string() }).nullable(),
  roles: z.array(roleSchema),
  posts: z.array(postSchema.extend({ unitName: z.string() })),
  verbs: z.array(z.string()),
  /** What has to be done before anything else is open. */
  todo: z.enum(['enrol-second-factor', 'change-password']).nullable(),
  freshUntil: z.iso.datetime(),
  draftKey: z.base64url().nullable().meta({
    description: 'Seals drafts in the browser (AES-256-GCM); null until nothing is left to do',
  }),
  demo: z.boolean(),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

export const sessionItemSchema = z.object({
  sessionId: z.uuid(),
  agent: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  current: z.boolean(),
});

/** One bad row of an import: where it stands and what is wrong with it. */
export const rowErrorSchema = z.object({
  row: z.int().meta({ description: 'Counted from 1, without the heading' }),
  code: z.string(),
  detail: z.string(),
  field: z.string().optional(),
});

const periodUnits = ['calendar-days', 'working-days', 'hours'] as const;

export const profileLimitSchema = z.object({
  period: z.enum(PERIOD_IDS as [PeriodId, ...PeriodId[]]),
  amount: z.int().min(1).max(3650),
  unit: z.enum(periodUnits),
  /** Purposes of petitions; empty for all that no other limit names. */
  purposes: z.array(z.string().max(20)).max(10).default([]),
});

/** A day as the kernel's dates are: the form is the same, only the type knows more. */
const localDay = z.iso.date() as unknown as z.ZodType<LocalDate>;

/** A named set of limits, dated and with its source (P-9). */
export const newProfileSchema = z.object({
  name,
  source: z.string().trim().min(1).max(200),
  certainty: z.enum(['seen', 'secondary', 'practice']),
  from: z.iso.date(),
  /** What it applies to; an empty list leaves nothing out. */
  units: z.array(unitIdSchema).max(200).default([]),
  channels: z.array(z.string().max(40)).max(20).default([]),
  categories: z.array(z.string().max(40)).max(200).default([]),
  limits: z.array(profileLimitSchema).min(1).max(40),
});
export type NewProfile = z.infer<typeof newProfileSchema>;

export const profileSchema = newProfileSchema.extend({
  id: z.uuid(),
  regionCode: z.string(),
  from: localDay,
  to: localDay.nullable(),
});
export type Profile = z.infer<typeof profileSchema>;

export const setUpSchema = z.object({
  /** From the top down; the office stands in the last one. */
  regions: z
    .array(regionSchema.omit({ parentCode: true }).extend({ officeName: name.optional() }))
    .min(1)
    .max(5),
  office: name,
  administrator: newUserSchema.pick({ userName: true, displayName: true }).extend({
    password: z.string().max(200),
  }),
});
export type SetUp = z.infer<typeof setUpSchema>;
