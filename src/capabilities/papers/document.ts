import { z } from 'zod';
import { parseLocalDate } from '../../kernel/local-date.ts';
import { paperKindSchema } from './kinds.ts';

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`, that exists. */
export const localDateSchema = z
  .string()
  .refine((text) => parseLocalDate(text) !== undefined, { message: 'not a day' });

const line = z.string().trim().min(1).max(2_000);
/** Long text of an officer or a petitioner; line feeds separate paragraphs. */
export const proseSchema = z.string().trim().min(1).max(20_000);

export const paragraphSchema = z.strictObject({
  type: z.literal('paragraph'),
  text: proseSchema,
  /** False: flush left, without the two characters of indent. */
  indent: z.boolean().default(true),
});

/** Level 1 is numbered 一、 2 （一） 3 1. by the layout, so that no template counts by hand. */
export const headingSchema = z.strictObject({
  type: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  text: line,
});

/** What the petitioner asks for, or any other numbered list. */
export const demandsSchema = z.strictObject({
  type: z.literal('demands'),
  items: z.array(proseSchema).min(1).max(200),
});

export const tableSchema = z.strictObject({
  type: z.literal('table'),
  rows: z
    .array(
      z.strictObject({
        label: z.string().trim().min(1).max(40),
        /** Empty: room for handwriting. */
        value: z.string().max(20_000),
        /** At least so many lines of room. */
        lines: z.int().min(1).max(12).default(1),
        /** Printed large and bold, as the look-up code is. */
        strong: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(200),
  /** Not torn between two pages: what is cut out and handed over. */
  whole: z.boolean().optional(),
});

/** Rows under heads that come again on every page; for figures, which stand to the right. */
export const figuresSchema = z.strictObject({
  type: z.literal('figures'),
  caption: line.max(200),
  columns: z
    .array(z.strictObject({ head: line.max(60), align: z.enum(['left', 'right']) }))
    .min(2)
    .max(14),
  rows: z
    .array(
      z.strictObject({
        /** As many as columns. */
        cells: z.array(z.string().max(1_000)).min(2).max(14),
        /** The sum. */
        strong: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(500),
  note: line.max(300).optional(),
  /** An attachment begins a page (GB/T 9704-2012, 7.3.6). */
  newPage: z.boolean().default(false),
});

/** Numbers as lengths: drawn, not painted, so that they are sharp at any size. */
export const chartSchema = z.strictObject({
  type: z.literal('chart'),
  /** Bars lie under each other with room for names; columns stand in the order of time. */
  form: z.enum(['bars', 'columns']),
  caption: line.max(200),
  series: z.array(line.max(40)).min(1).max(2),
  rows: z
    .array(
      z.strictObject({ label: line.max(60), values: z.array(z.number().min(0)).min(1).max(2) }),
    )
    .min(1)
    .max(40),
});

/** Issuing body over the date, where the seal is set; attachments stand above it. */
export const signatureSchema = z.strictObject({ type: z.literal('signature') });

export const blockSchema = z.discriminatedUnion('type', [
  paragraphSchema,
  headingSchema,
  demandsSchema,
  tableSchema,
  figuresSchema,
  chartSchema,
  signatureSchema,
]);
export type Block = z.infer<typeof blockSchema>;

/** The content of a paper: all that is printed, and nothing about how. */
export const paperDocumentSchema = z.strictObject({
  kind: paperKindSchema,
  form: z.enum(['letter', 'plain']),
  issuer: z.strictObject({ name: line.max(200), sealName: line.max(200) }),
  /** The document number as printed, for instance 临信转字〔2026〕3号. */
  number: z.string().trim().min(1).max(100).optional(),
  title: z.string().trim().min(1).max(300),
  addressee: z.string().trim().min(1).max(1_000).optional(),
  blocks: z.array(blockSchema).min(1).max(1_000),
  /** The day of issue; a draft has none. */
  date: localDateSchema.optional(),
  attachments: z.array(line).max(100).default([]),
  copies: z.array(line.max(200)).max(50).default([]),
  /** `url` is all that the QR code holds: it must never contain a look-up code. */
  verify: z
    .strictObject({
      url: z.url().max(300),
      /** Printed beside it; a receipt can be without. */
      code: z.string().min(1).max(60).optional(),
      /** What the code opens: the check of this paper, or the page of its progress. */
      opens: z.enum(['verification', 'progress']).default('verification'),
    })
    .optional(),
  /** Forms that must fit on one sheet: 14 pt, 29 lines of 32 characters (5.2.3 allows it). */
  compact: z.boolean().default(false),
  draftMark: z.boolean().default(false),
});
export type PaperDocument = z.infer<typeof paperDocumentSchema>;
export type PaperDocumentInput = z.input<typeof paperDocumentSchema>;
