import { z } from 'zod';
import { sweepSignIns } from '../capabilities/identity-organisation/index.ts';
import { defineJob, type JobDefinition } from '../platform/jobs/index.ts';
import { sweepDrafts } from '../portal/index.ts';
import type { Core } from './core.ts';

const nothing = z.record(z.string(), z.never());

/** What is swept out by schedule and belongs to no petition. */
export const houseKeepingJobs = (core: () => Core): readonly JobDefinition[] => [
  defineJob({
    name: 'portal.sweep-drafts',
    schema: nothing,
    schedule: { cron: '20 * * * *' },
    concurrency: 1,
    handler: async () => {
      await sweepDrafts(core().db);
    },
  }) as JobDefinition,
  defineJob({
    name: 'identity-organisation.sweep-sign-ins',
    schema: nothing,
    schedule: { cron: '50 3 * * *' },
    concurrency: 1,
    handler: async () => {
      await sweepSignIns(core().identity);
    },
  }) as JobDefinition,
];
