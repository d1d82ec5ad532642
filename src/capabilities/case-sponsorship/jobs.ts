import { defineJob, type JobDefinition } from '../../platform/jobs/index.ts';
import { successionKind } from '../petitions/index.ts';
import { sponsoredJobs } from './sponsored/jobs.ts';
import { succeedBacklog, type SponsorshipDeps } from './commands/index.ts';
import { visitJobs } from './visits/jobs.ts';

/** Gives the backlog cases of a merged or abolished unit to its successor (O-1). */
export const succeedBacklogKind = successionKind('case-sponsorship.succeed-backlog');

/**
 * What sponsorship does by itself, in the worker.
 * @param deps asked for when a job runs
 */
export const sponsorshipJobs = (deps: () => SponsorshipDeps): readonly JobDefinition[] => [
  defineJob({
    ...succeedBacklogKind,
    concurrency: 1,
    handler: (units, { signal }) => succeedBacklog(deps(), units, signal),
  }) as JobDefinition,
  ...visitJobs(deps),
  ...sponsoredJobs(deps),
];
