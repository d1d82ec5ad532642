import { z } from 'zod';
import { defineJob, type JobDefinition } from '../../../platform/jobs/index.ts';
import { successionKind } from '../../petitions/index.ts';
import {
  escalateLetters,
  recountLetters,
  succeedLetters,
  type SupervisionDeps,
} from './commands/index.ts';

/** Gives the letters of a merged or abolished unit to its successor (O-1). */
export const succeedLettersKind = successionKind('supervision.succeed-letters');

/**
 * What the three letters do by themselves: a ladder rises when nobody has answered until the last
 * day was over, clocks follow a newly published calendar, a unit's letters go to its successor.
 * @param deps asked for when a job runs
 */
export const lettersJobs = (deps: () => SupervisionDeps): readonly JobDefinition[] => [
  defineJob({
    name: 'supervision.escalate-letters',
    schema: z.record(z.string(), z.never()),
    // Periods end at midnight in Shanghai; hourly, so that a night without a worker costs an hour.
    schedule: { cron: '5 * * * *' },
    concurrency: 1,
    handler: async (_, { signal }) => {
      await escalateLetters(deps(), Date.now(), signal);
    },
  }) as JobDefinition,
  defineJob({
    name: 'supervision.recount-letters',
    schema: z.record(z.string(), z.never()),
    schedule: { cron: '35 * * * *' },
    concurrency: 1,
    handler: (_, { signal }) => recountLetters(deps(), signal),
  }) as JobDefinition,
  defineJob({
    ...succeedLettersKind,
    concurrency: 1,
    handler: (units, { signal }) => succeedLetters(deps(), units, signal),
  }) as JobDefinition,
];
