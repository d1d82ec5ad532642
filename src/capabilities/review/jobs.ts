import { z } from 'zod';
import { defineJob, type JobDefinition } from '../../platform/jobs/index.ts';
import type { ReviewDeps } from './commands/deps.ts';
import { completeReviewAnnouncements } from './commands/complete-announcements.ts';
import { recountReviews } from './commands/recount.ts';

/**
 * What reviews do by themselves: their clocks follow a newly published calendar,
 * and what was announced counts as served when its days are over.
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
    name: 'review.complete-announcements',
    schema: z.record(z.string(), z.never()),
    schedule: { cron: '35 0 * * *' },
    concurrency: 1,
    handler: async (_, { signal }) => {
      await completeReviewAnnouncements(deps(), Date.now(), signal);
    },
  }) as JobDefinition,
];
