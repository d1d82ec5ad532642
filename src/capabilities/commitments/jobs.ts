import { z } from 'zod';
import { defineJob, type JobDefinition } from '../../platform/jobs/index.ts';
import { watchDates, type CommitmentDeps } from './commands/index.ts';

/** What promises do by themselves, in the worker. */
export const commitmentJobs = (deps: () => CommitmentDeps): readonly JobDefinition[] => [
  defineJob({
    name: 'commitments.watch-dates',
    schema: z.object({}),
    schedule: { cron: '10 0 * * *' },
    concurrency: 1,
    handler: (_, { signal }) => watchDates(deps(), Date.now(), signal),
  }) as JobDefinition,
];
