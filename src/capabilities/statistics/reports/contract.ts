import { z } from 'zod';
import { parseLocalDate, type LocalDate } from '../../../kernel/local-date.ts';
import { dimensions } from '../../../kernel/measures.ts';
import { measureSchema } from '../contract.ts';
import { limits } from './limits.ts';
import { reportKinds, reportSections, reportStatuses } from './report.ts';

const day = z
  .string()
  .refine((text) => parseLocalDate(text) !== undefined)
  .transform((text) => text as LocalDate)
  .meta({ type: 'string', format: 'date' });

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);

export const beginReportSchema = z.object({
  kind: z.enum(reportKinds),
  day: day.meta({ description: 'Any day of the month, quarter or year' }),
  region: z
    .string()
    .regex(/^\w{1,20}$/)
    .optional()
    .meta({ description: 'A place within mine; all of mine unless told' }),
  asOf: day.optional().meta({ description: 'As known at the end of which day; yesterday at most' }),
});
export type BeginReportInput = z.output<typeof beginReportSchema>;

export const correctReportSchema = z.object({
  reason: words(limits.reason).min(1),
  asOf: day.optional(),
});
export type CorrectReportInput = z.output<typeof correctReportSchema>;

export const recountReportSchema = z.object({ asOf: day.optional() });
export const wordReportSchema = z.object({
  sections: z
    .partialRecord(z.enum(reportSections), words(limits.section))
    .meta({ description: 'The parts that change; an empty one is drafted from the figures again' }),
});
export const finaliseReportSchema = z.object({});

/** What can be done to a draft, by name. */
export const reportStepSchemas = {
  recountReport: recountReportSchema,
  wordReport: wordReportSchema,
  finaliseReport: finaliseReportSchema,
} as const;
export type ReportStep = keyof typeof reportStepSchemas;
export type ReportStepInput<T extends ReportStep> = z.output<(typeof reportStepSchemas)[T]>;

const bilingual = z.object({ zh: z.string(), en: z.string() });
/** A day that is shown: what goes out is not read again. */
const shown = z.string().meta({ type: 'string', format: 'date' });
const span = z.object({ from: shown, to: shown });

/** Above and below the line; both null where fewer than ten must not be shown. */
const amount = z.object({
  n: z.int().nullable(),
  d: z.int().nullable(),
  hidden: z.boolean(),
});
export type ReportAmount = z.output<typeof amount>;

/** `now`, `previous` and `lastYear` have an amount for each measure of the table. */
const figureRow = z.object({
  key: z.string(),
  label: bilingual,
  now: z.array(amount),
  previous: z.array(amount).nullable(),
  lastYear: z.array(amount).nullable(),
});
export type FigureRow = z.output<typeof figureRow>;

const figureTable = z
  .object({
    measures: z.array(z.string()),
    rows: z.array(figureRow).meta({ description: 'The last one is the total' }),
  })
  .meta({ id: 'ReportFigureTable' });
export type FigureTable = z.output<typeof figureTable>;

/** The figures of a report as they were counted, once; they never change. */
export const reportFiguresSchema = z
  .object({
    schema: z.literal(1),
    office: z.object({ id: z.string(), name: z.string() }),
    place: z.object({ kind: z.enum(['region', 'unit']), code: z.string(), name: z.string() }),
    /** The region by which the figures were narrowed; null for all of the office's own. */
    narrowed: z.string().nullable(),
    period: span.extend({ kind: z.enum(reportKinds), until: shown }),
    asOf: shown,
    previous: span.nullable().meta({ description: 'Null for a year: it is the one before' }),
    lastYear: span,
    measures: z.array(
      z.object({
        id: z.string(),
        name: bilingual,
        formula: bilingual,
        source: bilingual,
        unit: measureSchema.shape.unit,
        better: z.enum(['higher', 'lower']).nullable(),
        target: z.number().nullable(),
      }),
    ),
    totals: figureTable,
    channels: figureTable,
    topics: figureTable,
    units: figureTable.nullable(),
    regions: figureTable.nullable(),
    trend: figureTable,
  })
  .meta({ id: 'ReportFigures' });
export type ReportFigures = z.output<typeof reportFiguresSchema>;
export type ReportMeasure = ReportFigures['measures'][number];

/** Which list of matters stands behind a number. */
const place = z.object({
  measure: z.string(),
  part: z.enum(['numerator', 'denominator']),
  rows: z.enum(dimensions).optional(),
  row: z.string().optional(),
});

/** A chart as it is drawn: bars that lie, or columns in the order of time. */
export const laidChartSchema = z
  .object({
    form: z.enum(['bars', 'columns']),
    caption: bilingual,
    series: z.array(bilingual),
    rows: z.array(z.object({ label: bilingual, values: z.array(z.number()) })),
  })
  .meta({ id: 'ReportChart' });
export type LaidChart = z.output<typeof laidChartSchema>;

/** A table as it is printed; no chart stands without the table that says the same. */
export const laidTableSchema = z
  .object({
    caption: bilingual,
    heads: z.array(bilingual),
    rows: z.array(
      z.object({
        label: bilingual,
        cells: z.array(bilingual),
        total: z.boolean(),
        behind: place.nullable(),
      }),
    ),
    note: bilingual.nullable(),
    chart: laidChartSchema.nullable(),
  })
  .meta({ id: 'ReportTable' });
export type LaidTable = z.output<typeof laidTableSchema>;

const person = z.object({ name: z.string(), unit: z.string() });

/** One report as lists show it. Times are epoch ms, days YYYY-MM-DD (Asia/Shanghai). */
export const reportLineSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    title: bilingual,
    kind: z.enum(reportKinds),
    status: z.enum(reportStatuses),
    unit: z.object({ id: z.string(), name: z.string() }),
    place: z.object({ kind: z.enum(['region', 'unit']), code: z.string(), name: z.string() }),
    from: z.string(),
    to: z.string(),
    asOf: z.string(),
    edition: z.int(),
    corrects: z.uuid().nullable(),
    finalAt: z.number().nullable(),
    digest: z.string(),
  })
  .meta({ id: 'ReportLine' });
export type ReportLine = z.output<typeof reportLineSchema>;

export const reportViewSchema = reportLineSchema
  .extend({
    until: z.string(),
    reason: z.string().nullable(),
    /** The next edition, once there is one that this reader may see. */
    correctedBy: z.uuid().nullable(),
    sections: z.array(
      z.object({
        id: z.enum(reportSections),
        heading: bilingual,
        text: z.string(),
        edited: z.boolean(),
        ownWords: z.boolean(),
        /** Must not stay empty. */
        owed: z.boolean(),
        tables: z.array(laidTableSchema),
      }),
    ),
    figures: reportFiguresSchema,
    deeds: z.array(
      z.object({
        what: z.enum(['begun', 'recounted', 'worded', 'finalised']),
        at: z.number(),
        by: person,
      }),
    ),
    /** What this reader can do now. */
    steps: z.array(z.enum(['recountReport', 'wordReport', 'finaliseReport', 'correctReport'])),
    /** Why a head cannot finalise: their own draft. */
    ownDraft: z.boolean(),
  })
  .meta({ id: 'Report' });
export type ReportView = z.output<typeof reportViewSchema>;
