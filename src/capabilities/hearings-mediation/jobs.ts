import { z } from 'zod';
import { defineJob, type JobDefinition } from '../../platform/jobs/index.ts';
import type { PetitionDeps } from '../petitions/index.ts';
import { recountWindows, watchWindows } from './commands/index.ts';

/** What proceedings do by themselves, in the worker. */
export const proceedingJobs = (deps: () => PetitionDeps): readonly JobDefinition[] => [
  defineJob({
    name: 'hearings-mediation.watch-windows',
    schema: z.object({}),
    schedule: { cron: '20 0 * * *' },
    concurrency: 1,
    handler: (_, { signal }) => watchWindows(deps(), Date.now(), signal),
  }) as JobDefinition,
  defineJob({
    name: 'hearings-mediation.recount-windows',
    schema: z.object({}),
    schedule: { cron: '27 * * * *' },
    concurrency: 1,
    handler: (_, { signal }) => recountWindows(deps(), signal),
  }) as JobDefinition,
];
