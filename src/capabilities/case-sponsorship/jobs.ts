import { defineJob, type JobDefinition } from '../../platform/jobs/index.ts';
import { successionKind } from '../petitions/index.ts';
import { sponsoredJobs } from './sponsored/jobs.ts';
import { succeedBacklog, type SponsorshipDeps } from './commands/index.ts';
import { visitJobs } from './visits/jobs.ts';
import { succeedMeetings } from './meetings/commands/index.ts';
import { succeedFestivalVisits, succeedWays } from './ways-out/commands/index.ts';

/** Gives the backlog cases of a merged or abolished unit to its successor (O-1). */
export const succeedBacklogKind = successionKind('case-sponsorship.succeed-backlog');

/** Gives the meetings, ways out and festival visits of such a unit to its successor (O-1). */
export const succeedMeetingsKind = successionKind('case-sponsorship.succeed-meetings');

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
  defineJob({
    ...succeedMeetingsKind,
    concurrency: 1,
    handler: async (units, { signal }) => {
      await succeedMeetings(deps(), units, signal);
      await succeedWays(deps(), units, signal);
      await succeedFestivalVisits(deps(), units, signal);
    },
  }) as JobDefinition,
];
