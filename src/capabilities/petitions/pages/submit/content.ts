import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** The questions of the wizard, one page each, in their order. */
export const stepIds = [
  'helper',
  'purpose',
  'story',
  'demands',
  'place',
  'concerned',
  'you',
  'files',
  'papers',
  'check',
] as const;

export type StepId = (typeof stepIds)[number];

/** What is typed or chosen on each page; demands and files are kept apart. */
export const stepFields = {
  helper: ['helping', 'helperName', 'helperMobile', 'helperRelation'],
  purpose: ['purpose'],
  story: ['title', 'text'],
  demands: [],
  place: ['region', 'place'],
  concerned: ['unit', 'accusedPersons', 'earlierSteps'],
  you: ['anonymous', 'name', 'mobile', 'documentType', 'documentNumber', 'organisation', 'others'],
  files: [],
  papers: ['service', 'address', 'email', 'safeContact', 'secrecy'],
  check: [],
} as const satisfies Readonly<Record<StepId, readonly string[]>>;

export type FieldName = (typeof stepFields)[StepId][number];

const contentSchema = z.object({
  form: z.literal(1),
  commandKey: z.uuid(),
  fields: z.record(z.string(), z.string()),
  demands: z.array(z.string()),
  uploads: z.array(
    z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number() }),
  ),
  answered: z.array(z.enum(stepIds)),
  sent: z.boolean(),
});

/** A draft as it is kept: everything as typed, right or wrong, so that nothing gets lost. */
export type DraftContent = z.infer<typeof contentSchema>;

/** An empty draft. Its key makes one petition of it, however often it is sent (P-2). */
export const blankDraft = (): DraftContent => ({
  form: 1,
  commandKey: randomUUID(),
  fields: {},
  demands: [],
  uploads: [],
  answered: [],
  sent: false,
});

/** @returns nothing for what is no draft of this form */
export const readDraft = (kept: unknown): DraftContent | undefined => {
  const parsed = contentSchema.safeParse(kept);
  return parsed.success ? parsed.data : undefined;
};

export const typedIn = (content: DraftContent, field: FieldName): string =>
  content.fields[field] ?? '';

export const isStepId = (text: string): text is StepId => stepIds.some((id) => id === text);

export const pathOf = (step: StepId): string => `/submit/${step}`;

/** The page before; the wizard's first page comes after its start. */
export const pathBefore = (step: StepId): string => {
  const before = stepIds[stepIds.indexOf(step) - 1];
  return before === undefined ? '/submit' : pathOf(before);
};

export const stepAfter = (step: StepId): StepId => stepIds[stepIds.indexOf(step) + 1] ?? 'check';
