import type { StaffActor } from '../../../../kernel/actor.ts';
import { isGranted } from '../../../../kernel/permissions.ts';
import type { Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { scopeOf, setStream, type Tx } from '../../../../platform/database/index.ts';
import { loadEvents } from '../../../../platform/record/index.ts';
import { caseKeyOf, openItems } from '../../../../platform/vault/index.ts';
import type { Organisation } from '../../../identity-organisation/index.ts';
import type { StatisticsDeps } from '../../commands/deps.ts';
import { readerOf } from '../../queries/table.ts';
import {
  reportStepSchemas,
  type ReportFigures,
  type ReportLine,
  type ReportStep,
  type ReportView,
} from '../contract.ts';
import { foldReport } from '../evolve.ts';
import { isReportVisible, mayReport } from '../policy.ts';
import {
  authorsOf,
  isOwed,
  ownWordSections,
  sectionsOf,
  type Report,
  type ReportKind,
  type ReportStatus,
  type SectionTexts,
} from '../report.ts';
import { findCorrection, findReport, findReports, type ReportRow } from '../store.ts';
import { upcast } from '../upcast.ts';
import { layoutOf } from '../words/layout.ts';
import { headings, titleOf } from '../words/names.ts';
import { placeName } from './figures.ts';

interface Reading {
  readonly organisation: Organisation;
  /** Places whose figures the reader sees. */
  readonly regions: readonly string[];
}

async function readingOf(
  deps: StatisticsDeps,
  actor: StaffActor,
): Promise<Result<Reading, Refusal>> {
  const reader = await readerOf(deps, actor);
  if (!reader.ok) return reader;
  const { organisation, jurisdiction } = reader.value;
  const regions =
    jurisdiction.kind === 'region' ? organisation.regionsWithin(jurisdiction.code) : [];
  return ok({ organisation, regions });
}

function lineOf(row: ReportRow, organisation: Organisation): ReportLine {
  const office = organisation.find(row.unit);
  const unit = { id: row.unit, name: office?.name ?? row.unit };
  const place = { kind: row.placeKind, code: row.placeCode };
  const name = placeName(organisation, place);
  const elsewhere = row.placeKind === 'region' && row.placeCode !== office?.regionCode;
  const { id, version, kind, status, from, to, asOf, edition, corrects, finalAt, digest } = row;
  return {
    id,
    version,
    title: { ...titleOf(unit.name, elsewhere ? name : null, { kind, from }) },
    kind,
    status,
    unit,
    place: { ...place, name },
    from,
    to,
    asOf,
    edition,
    corrects,
    finalAt,
    digest,
  };
}

const placeAfter = (after: string | undefined): { from: string; id: string } | null =>
  after === undefined ? null : { from: after.slice(0, 10), id: after.slice(11) };

/**
 * Reports that a reader may see, newest period first: the own unit's, and final ones of places whose
 * figures the reader sees.
 * Refusal: `not-permitted`.
 */
export async function listReports(
  deps: StatisticsDeps,
  actor: StaffActor,
  query: {
    readonly kind?: ReportKind | undefined;
    readonly status?: ReportStatus | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<Result<{ items: ReportLine[]; next: string | null; mayDraft: boolean }, Refusal>> {
  const reading = await readingOf(deps, actor);
  if (!reading.ok) return reading;
  const { organisation, regions } = reading.value;
  const rows = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
    findReports(tx, {
      unit: actor.unitId,
      regions,
      kind: query.kind ?? null,
      status: query.status ?? null,
      after: placeAfter(query.after),
      limit: query.limit,
    }),
  );
  const last = rows.at(-1);
  const full = last !== undefined && rows.length === query.limit;
  return ok({
    items: rows.map((row) => lineOf(row, organisation)),
    next: full ? `${last.from}.${last.id}` : null,
    mayDraft: mayReport(actor, 'beginReport', actor.unitId),
  });
}

const sectionViews = (
  report: Report,
  figures: ReportFigures,
  texts: SectionTexts,
): ReportView['sections'] =>
  sectionsOf(report.place).map((id) => {
    return {
      id,
      heading: { ...headings[id] },
      text: texts[id]?.text ?? '',
      edited: texts[id]?.edited ?? false,
      ownWords: ownWordSections.includes(id),
      owed: isOwed(report.period.kind, id),
      tables: [...layoutOf(figures, id)],
    };
  });

/** What the reader can do now; a head who wrote it cannot finalise it, and is told. */
function stepsOf(actor: StaffActor, report: Report, corrected: boolean): ReportView['steps'] {
  if (actor.unitId !== report.unit) return [];
  const { unit, status } = report;
  if (status === 'final') {
    return !corrected && mayReport(actor, 'beginReport', unit) ? ['correctReport'] : [];
  }
  const own = authorsOf(report).has(`staff:${actor.userId}`);
  return (Object.keys(reportStepSchemas) as ReportStep[]).filter(
    (step) => mayReport(actor, step, unit) && !(step === 'finaliseReport' && own),
  );
}

async function viewOf(
  tx: Tx,
  deps: StatisticsDeps,
  actor: StaffActor,
  { organisation, regions }: Reading,
  row: ReportRow,
): Promise<ReportView | null> {
  await setStream(tx, row.id);
  const report = foldReport(row.id, (await loadEvents(tx, row.id)).map(upcast));
  if (report === null || !isReportVisible(actor.unitId, regions, report)) return null;
  const items = await openItems(tx, deps, row.id, await caseKeyOf(tx, deps, row.id));
  const figures = items.get(report.counted.figures.id) as ReportFigures;
  const texts = items.get(report.sections.id) as SectionTexts;
  const correction = await findCorrection(tx, row.id);
  const seen =
    correction !== null && (correction.unit === actor.unitId || correction.status === 'final');
  const reason = report.reason === null ? null : items.get(report.reason.id);
  const said: unknown =
    typeof reason === 'object' && reason !== null ? Reflect.get(reason, 'text') : null;
  const own = authorsOf(report).has(`staff:${actor.userId}`);
  return {
    ...lineOf(row, organisation),
    until: report.counted.until,
    reason: typeof said === 'string' ? said : null,
    correctedBy: seen ? correction.id : null,
    sections: sectionViews(report, figures, texts),
    figures,
    deeds: report.deeds.map(({ what, at, actor: by }) => {
      const user = organisation.findUser(by.replace(/^staff:/, ''));
      return { what, at, by: { name: user?.displayName ?? '', unit: row.unit } };
    }),
    steps: stepsOf(actor, report, correction !== null),
    ownDraft: own && report.status === 'draft' && mayReport(actor, 'finaliseReport', report.unit),
  };
}

/**
 * One report with its figures, tables and text.
 * @returns null when there is none for this reader (404, never 403)
 */
export async function openReport(
  deps: StatisticsDeps,
  actor: StaffActor,
  id: string,
): Promise<ReportView | null> {
  if (!isGranted(actor.roles, 'statistics.read', new Set(['unit']))) return null;
  const reading = await readingOf(deps, actor);
  if (!reading.ok) return null;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const row = await findReport(tx, id);
    return row === null ? null : viewOf(tx, deps, actor, reading.value, row);
  });
}
