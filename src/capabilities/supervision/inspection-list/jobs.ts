import { defineJob, type JobDefinition } from '../../../platform/jobs/index.ts';
import { successionKind, type PetitionDeps } from '../../petitions/index.ts';
import { succeedListings } from './commands/list.ts';

/** Gives the listed cases of a merged or abolished unit to its successor (O-1). */
export const succeedListingsKind = successionKind('supervision.succeed-listings');

/**
 * What the inspection list does by itself, in the worker.
 * @param deps asked for when a job runs
 */
export const inspectionListJobs = (deps: () => PetitionDeps): readonly JobDefinition[] => [
  defineJob({
    ...succeedListingsKind,
    concurrency: 1,
    handler: (units, { signal }) => succeedListings(deps(), units, signal),
  }) as JobDefinition,
];
