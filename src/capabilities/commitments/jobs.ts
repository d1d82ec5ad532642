import { z } from 'zod';
import { defineJob, type JobDefinition } from '../../platform/jobs/index.ts';
import { successionKind } from '../petitions/index.ts';
import { succeedCommitments, watchDates, type CommitmentDeps } from './commands/index.ts';

/** Gives what a merged or abolished unit has promised to its successor (O-1). */
export const succeedUnitKind = successionKind('commitments.succeed-unit');

/** What promises do by themselves, in the worker. */
export const commitmentJobs = (deps: () => CommitmentDeps): readonly JobDefinition[] => [
  defineJob({
    name: 'commitments.watch-dates',
    schema: z.object({}),
    schedule: { cron: '10 0 * * *' },
    concurrency: 1,
    handler: (_, { signal }) => watchDates(deps(), Date.now(), signal),
  }) as JobDefinition,
  defineJob({
    ...succeedUnitKind,
    concurrency: 1,
    handler: (units, { signal }) => succeedCommitments(deps(), units, signal),
  }) as JobDefinition,
];
