import {
  differencesOf,
  rebuildStreams,
  type RebuildFault,
  type RebuildMode,
} from '../../petitions/index.ts';
import type { DisputeDeps } from '../commands/deps.ts';
import type { Assessment } from './case.ts';
import { assessmentStreamKind } from './events.ts';
import { foldAssessment } from './evolve.ts';
import { rowOf } from './projection.ts';
import { findAssessment, writeAssessment, writeLinks } from './store.ts';
import { upcast } from './upcast.ts';

/**
 * Folds assessments again from their records (L-1), and compares or writes what follows.
 * @returns every difference and every broken chain
 */
export const rebuildAssessments = (
  deps: DisputeDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> =>
  rebuildStreams<{
    readonly assessment: Assessment;
    readonly events: readonly ReturnType<typeof upcast>[];
  }>(
    deps,
    {
      kinds: [assessmentStreamKind],
      fold: (_, streamId, recorded) => {
        const events = recorded.map(upcast);
        const assessment = foldAssessment(streamId, events);
        return Promise.resolve(assessment === null ? null : { assessment, events });
      },
      compare: async (tx, streamId, { assessment }) =>
        differencesOf(
          { decision: await findAssessment(tx, streamId) },
          { decision: rowOf(assessment) },
        ),
      write: (tx, streamId, { assessment, events }) => {
        writeAssessment(tx, rowOf(assessment));
        for (const event of events) writeLinks(tx, streamId, [event], event.at);
        return Promise.resolve();
      },
    },
    mode,
  );
