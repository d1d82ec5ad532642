import { localDate, type LocalDate } from '../../../kernel/local-date.ts';
import { run, send, type Tx } from '../../../platform/database/index.ts';
import type { Report, ReportKind, ReportStatus } from './report.ts';

/** What lists show of a report. */
export interface ReportRow {
  readonly id: string;
  readonly unit: string;
  readonly placeKind: 'region' | 'unit';
  readonly placeCode: string;
  readonly region: string;
  readonly kind: ReportKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly edition: number;
  readonly corrects: string | null;
  readonly status: ReportStatus;
  readonly asOf: LocalDate;
  readonly digest: string;
  /** Epoch ms. */
  readonly finalAt: number | null;
  readonly version: number;
}

interface Read extends Omit<ReportRow, 'finalAt' | 'from' | 'to' | 'asOf'> {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly finalAt: Date | null;
}

const columns = `stream_id AS id, unit_id AS unit, place_kind AS "placeKind",
  place_code AS "placeCode", region, kind, period_from::text AS from, period_to::text AS to, edition,
  corrects_id AS corrects, status, as_of::text AS "asOf", digest, final_at AS "finalAt", version`;

const rowOf = (read: Read): ReportRow => ({
  ...read,
  from: localDate(read.from),
  to: localDate(read.to),
  asOf: localDate(read.asOf),
  finalAt: read.finalAt?.getTime() ?? null,
});

/** The row that follows from a report's state. */
export const reportRowOf = (report: Report): ReportRow => ({
  id: report.id,
  unit: report.unit,
  placeKind: report.place.kind,
  placeCode: report.place.code,
  region: report.place.region,
  kind: report.period.kind,
  from: report.period.from,
  to: report.period.to,
  edition: report.edition,
  corrects: report.corrects,
  status: report.status,
  asOf: report.counted.asOf,
  digest: report.counted.digest,
  finalAt: report.deeds.find(({ what }) => what === 'finalised')?.at ?? null,
  version: report.version,
});

export async function findReport(tx: Tx, id: string): Promise<ReportRow | null> {
  const rows = await run<Read>(tx, {
    name: 'report.row',
    text: `SELECT ${columns} FROM report WHERE stream_id = $1`,
    values: [id],
  });
  return rows[0] === undefined ? null : rowOf(rows[0]);
}

/** The report that corrects another; there is one at most. */
export async function findCorrection(tx: Tx, id: string): Promise<ReportRow | null> {
  const rows = await run<Read>(tx, {
    name: 'report.correction',
    text: `SELECT ${columns} FROM report WHERE corrects_id = $1`,
    values: [id],
  });
  return rows[0] === undefined ? null : rowOf(rows[0]);
}

export interface ReportsAsked {
  /** Whose drafts are seen. */
  readonly unit: string;
  /** Places whose final reports are seen. */
  readonly regions: readonly string[];
  readonly kind: ReportKind | null;
  readonly status: ReportStatus | null;
  readonly after: { readonly from: string; readonly id: string } | null;
  readonly limit: number;
}

/** Newest period first; by `report_by_period`. An office makes some twenty a year. */
export const findReports = async (tx: Tx, asked: ReportsAsked): Promise<readonly ReportRow[]> =>
  (
    await run<Read>(tx, {
      name: 'report.list',
      text: `SELECT ${columns} FROM report
              WHERE (unit_id = $1 OR (status = 'final' AND region = ANY ($2::text[])))
                AND ($3::text IS NULL OR kind = $3)
                AND ($4::text IS NULL OR status = $4)
                AND ($5::date IS NULL OR (period_from, stream_id) < ($5::date, $6::uuid))
              ORDER BY period_from DESC, stream_id DESC LIMIT $7`,
      values: [
        asked.unit,
        asked.regions,
        asked.kind,
        asked.status,
        asked.after?.from ?? null,
        asked.after?.id ?? null,
        asked.limit,
      ],
    })
  ).map(rowOf);

export function writeReport(tx: Tx, report: Report): void {
  const row = reportRowOf(report);
  send(tx, {
    name: 'report.write',
    text: `INSERT INTO report (stream_id, unit_id, place_kind, place_code, region, kind, period_from,
                               period_to, edition, corrects_id, status, as_of, digest, final_at,
                               version)
           VALUES ($1, $2, $3, $4, $5, $6, $7::date, $8::date, $9, $10, $11, $12::date, $13,
                   $14::timestamptz, $15)
           ON CONFLICT (stream_id) DO UPDATE
             SET unit_id = excluded.unit_id, place_kind = excluded.place_kind,
                 place_code = excluded.place_code, region = excluded.region, kind = excluded.kind,
                 period_from = excluded.period_from, period_to = excluded.period_to,
                 edition = excluded.edition, corrects_id = excluded.corrects_id,
                 status = excluded.status, as_of = excluded.as_of, digest = excluded.digest,
                 final_at = excluded.final_at, version = excluded.version`,
    values: [
      row.id,
      row.unit,
      row.placeKind,
      row.placeCode,
      row.region,
      row.kind,
      row.from,
      row.to,
      row.edition,
      row.corrects,
      row.status,
      row.asOf,
      row.digest,
      row.finalAt === null ? null : new Date(row.finalAt),
      row.version,
    ],
  });
}
