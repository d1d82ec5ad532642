import { z } from 'zod';
import { parseLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { dimensions } from '../../kernel/measures.ts';

const day = z
  .string()
  .refine((text) => parseLocalDate(text) !== undefined)
  .transform((text) => text as LocalDate)
  .meta({ type: 'string', format: 'date' });

/** Ids or codes, several by comma. */
const list = z
  .string()
  .max(2000)
  .regex(/^[\w:.-]+(,[\w:.-]+)*$/)
  .transform((text) => text.split(','));

/** Calendar periods that hold the as-of day, and rolling ones that end with it. */
export const presets = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'last-month',
  'last-quarter',
  'last-year',
  'rolling-7',
  'rolling-30',
  'rolling-90',
  'rolling-365',
] as const;
export type Preset = (typeof presets)[number];

/** How fine the dimension `period` is cut. */
export const steps = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Step = (typeof steps)[number];

/** 同比: the same days a year before; 环比: as many days, months, quarters or years just before. */
export const comparisons = ['yoy', 'mom'] as const;
export type Comparison = (typeof comparisons)[number];

/** What a table is asked by: measures, two dimensions, period, as-of day, filters, comparison. */
export const tableQuerySchema = z.object({
  /** Ids of the catalogue, at most 12. */
  measures: list.refine((ids) => ids.length <= 12),
  rows: z.enum(dimensions).optional(),
  columns: z.enum(dimensions).optional(),
  /** Left out where `from` and `to` are given. */
  preset: z.enum(presets).optional(),
  from: day.optional(),
  to: day.optional(),
  /** For the dimension `period`; months unless told. */
  step: z.enum(steps).optional(),
  /** As it was known at the end of this past day; today, as it is known now, unless told. */
  asOf: day.optional(),
  compare: z.enum(comparisons).optional(),
  /** A region counts with all that lies in it; with one region, rows by region show its children. */
  region: list.optional(),
  level: list.optional(),
  office: list.optional(),
  unit: list.optional(),
  channel: list.optional(),
  /** A topic counts with those below it; with one topic, rows by topic show its children. */
  topic: list.optional(),
  purpose: list.optional(),
  visit: list.optional(),
  repeat: list.optional(),
  leader: list.optional(),
});
export type TableQuery = z.output<typeof tableQuerySchema>;

/** The key of a table's sums. */
export const totalKey = 'total';
/** The key of what has no code in a dimension: not classified yet, no visit. */
export const noneKey = 'none';

const bilingual = z.object({ zh: z.string(), en: z.string() });

const measureSourceSchema = bilingual.extend({
  date: z.string().nullable(),
  certainty: z.enum(['seen', 'secondary', 'practice']),
});

/** One measure as the catalogue shows it. */
export const measureSchema = z
  .object({
    id: z.string(),
    capability: z.string(),
    name: bilingual,
    formula: bilingual,
    source: measureSourceSchema,
    numerator: z.array(bilingual),
    denominator: z.array(bilingual).nullable(),
    dimensions: z.array(z.enum(dimensions)),
    unit: z.enum([
      'matters',
      'persons',
      'households',
      'rounds',
      'share',
      'mean-days',
      'mean-minutes',
      'yuan',
    ]),
    better: z.enum(['higher', 'lower']).nullable(),
    target: z.object({ value: z.number(), source: measureSourceSchema }).nullable(),
    beside: z.array(z.string()),
    /** A number at the end of the period, not of what happened in it. */
    stock: z.boolean(),
    displayOnly: z.boolean(),
  })
  .meta({ id: 'Measure' });
export type MeasureEntry = z.output<typeof measureSchema>;

const line = z.object({
  key: z.string(),
  label: bilingual,
  /** Whether more lies below: a table of its children can be asked for. */
  opens: z.boolean(),
});
export type TableLine = z.output<typeof line>;

const amount = z.object({
  numerator: z.int().nullable(),
  denominator: z.int().nullable(),
  /** Null where there is nothing to divide by, and where it is hidden. */
  value: z.number().nullable(),
});
export type Amount = z.output<typeof amount>;

export const cellSchema = amount.extend({
  /** Fewer than ten behind it where only aggregates are shown. */
  hidden: z.boolean(),
  /** The compared period; null where none is. */
  before: amount.nullable(),
});
export type Cell = z.output<typeof cellSchema>;

const span = z.object({ from: z.string(), to: z.string() });

/** How far the facts are behind the record. */
export const freshnessSchema = z.object({
  /** Events that are not counted yet. */
  behind: z.int(),
  /** Seconds since the oldest of them happened; 0 when nothing waits. */
  seconds: z.number(),
  /** True while a changed definition is being counted again. */
  refolding: z.boolean(),
});
export type Freshness = z.output<typeof freshnessSchema>;

/** A table: `cells[row][column][measure]`; the last line each way is the total. */
export const tableSchema = z
  .object({
    asOf: z.string(),
    period: span,
    compared: span.nullable(),
    freshness: freshnessSchema,
    measures: z.array(measureSchema),
    rows: z.array(line),
    columns: z.array(line),
    cells: z.array(z.array(z.array(cellSchema))),
  })
  .meta({ id: 'StatisticsTable' });
export type Table = z.output<typeof tableSchema>;

/** What is open of a place: one closed month, as it was published. */
export const openMonthSchema = z
  .object({
    /** Its first day. */
    month: z.string(),
    publishedOn: z.string(),
    sections: z.array(
      z.object({ name: z.enum(['all', 'region', 'topic', 'channel']), table: tableSchema }),
    ),
  })
  .meta({ id: 'OpenMonth' });
export type OpenMonth = z.output<typeof openMonthSchema>;

/** Which number's list: the keys of its line, and above or below the stroke. */
export const behindQuerySchema = tableQuerySchema.omit({ measures: true, compare: true }).extend({
  measure: z.string().max(100),
  part: z.enum(['numerator', 'denominator']).default('numerator'),
  row: z.string().max(100).optional(),
  column: z.string().max(100).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type BehindQuery = z.output<typeof behindQuerySchema>;

/** A table that somebody keeps; the query as it was asked. */
export const newSavedTableSchema = z.object({
  name: z.string().trim().min(1).max(60),
  query: z.record(z.string().max(40), z.string().max(2000)),
});
export const savedTableSchema = newSavedTableSchema.extend({ id: z.uuid() });
export type SavedTable = z.output<typeof savedTableSchema>;
