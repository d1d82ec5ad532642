import { z } from 'zod';
import { defineJob, type JobDefinition } from '../../platform/jobs/index.ts';
import { sweepSubscriptions, type ReceptionDeps } from './commands/index.ts';

/** What reception days do by schedule. */
export const receptionJobs = (deps: () => ReceptionDeps): readonly JobDefinition[] => [
  defineJob({
    name: 'reception-days.sweep-subscriptions',
    schema: z.record(z.string(), z.never()),
    schedule: { cron: '40 * * * *' },
    concurrency: 1,
    handler: () => sweepSubscriptions(deps()),
  }),
];
