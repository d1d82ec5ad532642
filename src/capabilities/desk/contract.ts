import { z } from 'zod';

const code = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/);
const first = z.string().max(60);
const day = z.iso.date();
/** Query strings hold texts alone. */
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const colours = ['green', 'blue', 'yellow', 'red'] as const;

const paging = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** What waits for me: by task, colour, purpose, channel, category, or words. */
export const deskQuerySchema = z.object({
  task: code.optional(),
  colour: z.enum(colours).optional(),
  /** Only petitions whose officer I am. */
  mine: flag.optional(),
  purpose: code.optional(),
  channel: code.optional(),
  first: first.optional(),
  q: z.string().max(100).optional(),
  ...paging,
});
export type DeskQuery = z.output<typeof deskQuerySchema>;

/** Steps that are taken on many papers at once (P-4a). */
export const paperSteps = [
  'checkPaper',
  'signPaper',
  'sealPaper',
  'issuePaper',
  'servePaper',
] as const;
export type PaperStep = (typeof paperSteps)[number];

/** The papers that wait for a step of mine. */
export const papersQuerySchema = z.object({
  step: z.enum(paperSteps),
  after: paging.after,
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(50)
    .default(20)
    .meta({ description: 'Petitions of a page; each may have several papers, or none for me' }),
});
export type PapersQuery = z.output<typeof papersQuerySchema>;

/** All that I may read. */
export const listQuerySchema = z.object({
  status: code.optional(),
  holder: code.optional(),
  office: code.optional(),
  region: code.optional(),
  channel: code.optional(),
  purpose: code.optional(),
  first: first.optional(),
  /** Days of registration, both included. */
  from: day.optional(),
  to: day.optional(),
  colour: z.enum(colours).optional(),
  q: z.string().max(100).optional(),
  /** `due`: those with a running clock, the earliest first; else newest first. */
  sort: z.enum(['registered', 'due']).default('registered'),
  ...paging,
});
export type ListQuery = z.output<typeof listQuerySchema>;

export const deskSummarySchema = z
  .object({
    total: z.int(),
    byTask: z.record(z.string(), z.int()),
    byColour: z.object({ green: z.int(), blue: z.int(), yellow: z.int(), red: z.int() }),
  })
  .meta({ id: 'DeskSummary' });
export type DeskSummary = z.infer<typeof deskSummarySchema>;

export const newSavedSearchSchema = z.object({
  name: z.string().trim().min(1).max(60),
  query: z.record(z.string().max(40), z.string().max(200)),
});
export type NewSavedSearch = z.infer<typeof newSavedSearchSchema>;

export const savedSearchSchema = newSavedSearchSchema
  .extend({ id: z.uuid() })
  .meta({ id: 'SavedSearch' });
export type SavedSearch = z.infer<typeof savedSearchSchema>;

export const exportLists = ['desk', 'petitions', 'search'] as const;

export const newExportSchema = z.object({
  list: z.enum(exportLists),
  query: z.record(z.string().max(40), z.string().max(200)).default({}),
  reason: z.string().trim().min(5).max(500),
  /** With names, telephones and addresses: always by a second person's approval. */
  personal: z.boolean().default(false),
});
export type NewExport = z.infer<typeof newExportSchema>;

export const exportStates = [
  'awaiting-approval',
  'queued',
  'running',
  'ready',
  'refused',
  'failed',
] as const;

export const exportViewSchema = z
  .object({
    id: z.uuid(),
    list: z.enum(exportLists),
    state: z.enum(exportStates),
    /** 0 to 1. */
    progress: z.number(),
    rows: z.int(),
    personal: z.boolean(),
    reason: z.string(),
    askedBy: z.string(),
    askedAt: z.number(),
    approvedBy: z.string().nullable(),
    /** Whether this reader may approve it. */
    mayApprove: z.boolean(),
    /** Whether no file came of it and this reader may ask once more. */
    mayAskAgain: z.boolean(),
    downloadUrl: z.string().optional(),
  })
  .meta({ id: 'Export' });
export type ExportView = z.infer<typeof exportViewSchema>;

const clockColour = z.enum(['green', 'blue', 'yellow', 'red']);
const colourCounts = z.object({
  red: z.int(),
  yellow: z.int(),
  blue: z.int(),
  green: z.int(),
});

/** The board of an office: running clocks by holder and colour, and what the colours mean. */
export const boardSchema = z
  .object({
    asOf: z.number().meta({ description: 'Epoch milliseconds' }),
    thresholds: z.object({
      blue: z.number().meta({ description: 'Share of its time from which a clock is blue' }),
      yellow: z.number(),
      source: z.string(),
    }),
    rows: z.array(
      z.object({
        unit: z.object({ id: z.string(), name: z.string() }),
        colour: clockColour.meta({ description: 'Of the most urgent clock' }),
        clocks: colourCounts,
      }),
    ),
  })
  .meta({ id: 'Board' });
export type Board = z.infer<typeof boardSchema>;
