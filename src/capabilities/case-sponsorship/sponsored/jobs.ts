import { z } from 'zod';
import { defineJob, type JobDefinition, type JobKind } from '../../../platform/jobs/index.ts';
import { successionKind } from '../../petitions/index.ts';
import { noteLeaderLeft, succeedSponsored, watchMilestones } from './commands/index.ts';
import type { SponsoredDeps } from './commands/deps.ts';

/** Gives the cases of a merged or abolished unit to its successor (O-1). */
export const succeedSponsoredKind = successionKind('case-sponsorship.succeed-sponsored');

interface Left {
  readonly userId: string;
  readonly unit: string;
  readonly cause: string;
}

/** Marks the cases of a leader who holds no post at a unit any more (O-1). */
export const leaderLeftKind: JobKind<Left> = {
  name: 'case-sponsorship.leader-left',
  schema: z.object({ userId: z.string(), unit: z.string(), cause: z.string() }),
};

/**
 * What cases under a leader do by themselves, in the worker.
 * @param deps asked for when a job runs
 */
export const sponsoredJobs = (deps: () => SponsoredDeps): readonly JobDefinition[] => [
  defineJob({
    ...succeedSponsoredKind,
    concurrency: 1,
    handler: (units, { signal }) => succeedSponsored(deps(), units, signal),
  }) as JobDefinition,
  defineJob({
    ...leaderLeftKind,
    concurrency: 1,
    handler: (left, { signal }) => noteLeaderLeft(deps(), left, signal),
  }) as JobDefinition,
  defineJob({
    name: 'case-sponsorship.watch-milestones',
    schema: z.object({}),
    schedule: { cron: '15 0 * * *' },
    concurrency: 1,
    handler: (_, { signal }) => watchMilestones(deps(), Date.now(), signal),
  }) as JobDefinition,
];
