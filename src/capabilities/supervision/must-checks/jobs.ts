import { z } from 'zod';
import { defineJob, type JobDefinition } from '../../../platform/jobs/index.ts';
import { successionKind } from '../../petitions/index.ts';
import { runMustChecks, succeedItems, type MustCheckDeps } from './commands/index.ts';

/** Gives the supervision items of a merged or abolished unit to its successor (O-1). */
export const succeedItemsKind = successionKind('supervision.succeed-items');

/**
 * What the must-checks do by themselves, in the worker.
 * @param deps asked for when a job runs
 */
export const mustCheckJobs = (deps: () => MustCheckDeps): readonly JobDefinition[] => [
  defineJob({
    name: 'supervision.must-checks',
    schema: z.object({}),
    // After midnight, when days have ended, and after the jobs that end periods by themselves.
    schedule: { cron: '30 0 * * *' },
    concurrency: 1,
    handler: async (_, { signal }) => {
      await runMustChecks(deps(), Date.now(), signal);
    },
  }) as JobDefinition,
  defineJob({
    ...succeedItemsKind,
    concurrency: 1,
    handler: (units, { signal }) => succeedItems(deps(), units, signal),
  }) as JobDefinition,
];
