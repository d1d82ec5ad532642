import { z } from 'zod';
import { defineJob, type JobDefinition } from '../../../platform/jobs/index.ts';
import { successionKind } from '../../petitions/index.ts';
import {
  recountConsequences,
  succeedConsequences,
  type ConsequencesDeps,
} from './commands/index.ts';

/** Gives the consequences of a merged or abolished unit to its successor (O-1). */
export const succeedConsequencesKind = successionKind('supervision.succeed-consequences');

/**
 * What consequences do by themselves: clocks follow a newly published calendar, a unit's go to its
 * successor.
 * @param deps asked for when a job runs
 */
export const consequenceJobs = (deps: () => ConsequencesDeps): readonly JobDefinition[] => [
  defineJob({
    name: 'supervision.recount-consequences',
    schema: z.record(z.string(), z.never()),
    schedule: { cron: '45 * * * *' },
    concurrency: 1,
    handler: (_, { signal }) => recountConsequences(deps(), signal),
  }) as JobDefinition,
  defineJob({
    ...succeedConsequencesKind,
    concurrency: 1,
    handler: (units, { signal }) => succeedConsequences(deps(), units, signal),
  }) as JobDefinition,
];
