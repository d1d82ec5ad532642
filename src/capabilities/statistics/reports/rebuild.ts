import {
  differencesOf,
  rebuildStreams,
  type PetitionDeps,
  type RebuildFault,
  type RebuildMode,
  type StreamRebuild,
} from '../../petitions/index.ts';
import { reportStreamKind } from './events.ts';
import { foldReport } from './evolve.ts';
import type { Report } from './report.ts';
import { findReport, reportRowOf, writeReport } from './store.ts';
import { upcast } from './upcast.ts';

const reports: StreamRebuild<Report> = {
  kinds: [reportStreamKind],
  fold: (_tx, streamId, events) => Promise.resolve(foldReport(streamId, events.map(upcast))),
  compare: async (tx, streamId, report) =>
    differencesOf({ report: await findReport(tx, streamId) }, { report: reportRowOf(report) }),
  write: (tx, _streamId, report) => Promise.resolve(writeReport(tx, report)),
};

/**
 * Folds reports again from the record (L-1), and compares or writes their rows.
 * @returns every difference and every broken chain
 */
export const rebuildReports = (
  deps: PetitionDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> => rebuildStreams(deps, reports, mode);
