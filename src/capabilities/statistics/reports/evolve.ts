import type { RecordedReportEvent } from './events.ts';
import type { Counted, Report, ReportDeed } from './report.ts';

const countedOf = ({ asOf, until, figures, digest }: Counted): Counted => ({
  asOf,
  until,
  figures,
  digest,
});

const deedNames = {
  ReportBegun: 'begun',
  ReportRecounted: 'recounted',
  ReportWorded: 'worded',
  ReportFinalised: 'finalised',
} as const satisfies Record<RecordedReportEvent['type'], ReportDeed['what']>;

function born(id: string, event: RecordedReportEvent): Report {
  if (event.type !== 'ReportBegun') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with ReportBegun`);
  }
  const { unit, place, period, edition, corrects, reason, sections } = event.data;
  return {
    id,
    version: event.seq,
    unit,
    place,
    period,
    edition,
    corrects,
    reason,
    status: 'draft',
    counted: countedOf(event.data),
    sections,
    deeds: [],
  };
}

function change(report: Report, event: RecordedReportEvent): Report {
  switch (event.type) {
    case 'ReportBegun':
      return report;
    case 'ReportRecounted':
      return { ...report, counted: countedOf(event.data), sections: event.data.sections };
    case 'ReportWorded':
      return { ...report, sections: event.data.sections };
    case 'ReportFinalised':
      return { ...report, status: 'final' };
  }
}

/**
 * Carries a report over one recorded event.
 * @param id the stream
 * @param report the state before, null at birth
 */
export function evolveReport(
  id: string,
  report: Report | null,
  event: RecordedReportEvent,
): Report {
  const after = report === null ? born(id, event) : change(report, event);
  const deed = { what: deedNames[event.type], at: event.at, actor: event.actor };
  return { ...after, version: event.seq, deeds: [...after.deeds, deed] };
}

/** Folds a whole stream; null when it is empty. */
export const foldReport = (id: string, events: readonly RecordedReportEvent[]): Report | null =>
  events.reduce<Report | null>((before, event) => evolveReport(id, before, event), null);
