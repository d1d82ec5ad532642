import { z } from 'zod';
import { defineJob, type JobDefinition } from '../../platform/jobs/index.ts';
import { successionKind } from '../petitions/index.ts';
import type { ReviewDeps } from './commands/deps.ts';
import { completeReviewAnnouncements } from './commands/complete-announcements.ts';
import { recountReviews } from './commands/recount.ts';
import { succeedReviews } from './commands/succeed.ts';

/** Gives the reviews of a merged or abolished unit to its successor (O-1). */
export const succeedBodyKind = successionKind('review.succeed-body');

/**
 * What reviews do by themselves: their clocks follow a newly published calendar,
 * what a unit that ended had goes to its successor, and what was announced counts as served when its
 * days are over.
 * @param deps asked for when a job runs
 */
export const reviewJobs = (deps: () => ReviewDeps): readonly JobDefinition[] => [
  defineJob({
    name: 'review.recount-clocks',
    schema: z.record(z.string(), z.never()),
    schedule: { cron: '25 * * * *' },
    concurrency: 1,
    handler: (_, { signal }) => recountReviews(deps(), signal),
  }) as JobDefinition,
  defineJob({
    ...succeedBodyKind,
    concurrency: 1,
    handler: (units, { signal }) => succeedReviews(deps(), units, signal),
  }) as JobDefinition,
  defineJob({
    name: 'review.complete-announcements',
    schema: z.record(z.string(), z.never()),
    schedule: { cron: '35 0 * * *' },
    concurrency: 1,
    handler: async (_, { signal }) => {
      await completeReviewAnnouncements(deps(), Date.now(), signal);
    },
  }) as JobDefinition,
];
