import { z } from 'zod';
import { defineJob, type JobDefinition } from '../../../platform/jobs/index.ts';
import { successionKind } from '../../petitions/index.ts';
import type { SupervisionDeps } from '../commands/deps.ts';
import { remindLate, succeedRecommendations } from './commands/index.ts';

/** Gives recommendations in which a merged or abolished unit stands to its successor (O-1). */
export const succeedRecommendationsKind = successionKind('supervision.succeed-recommendations');

/**
 * What recommendations do by themselves, in the worker.
 * @param deps asked for when a job runs
 */
export const recommendationJobs = (deps: () => SupervisionDeps): readonly JobDefinition[] => [
  defineJob({
    name: 'supervision.remind-recommendations',
    schema: z.record(z.string(), z.never()),
    // Periods end at midnight in Shanghai; hourly, so that a night without a worker costs an hour.
    schedule: { cron: '25 * * * *' },
    concurrency: 1,
    handler: (_, { signal }) => remindLate(deps(), Date.now(), signal),
  }) as JobDefinition,
  defineJob({
    ...succeedRecommendationsKind,
    concurrency: 1,
    handler: (units, { signal }) => succeedRecommendations(deps(), units, signal),
  }) as JobDefinition,
];
