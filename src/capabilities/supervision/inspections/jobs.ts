import { defineJob, type JobDefinition } from '../../../platform/jobs/index.ts';
import { successionKind } from '../../petitions/index.ts';
import type { SupervisionDeps } from '../commands/deps.ts';
import { succeedInspections } from './commands/index.ts';

/** Gives inspections in which a merged or abolished unit stands to its successor (O-1). */
export const succeedInspectionsKind = successionKind('supervision.succeed-inspections');

/**
 * What inspections do by themselves, in the worker.
 * @param deps asked for when a job runs
 */
export const inspectionJobs = (deps: () => SupervisionDeps): readonly JobDefinition[] => [
  defineJob({
    ...succeedInspectionsKind,
    concurrency: 1,
    handler: (units, { signal }) => succeedInspections(deps(), units, signal),
  }) as JobDefinition,
];
