import { defineJob, type JobDefinition } from '../../platform/jobs/index.ts';
import { successionKind } from '../petitions/index.ts';
import { succeedLetters, type LetterDeps } from './commands/index.ts';

/** Lays what lay before a merged or abolished unit before its successor (O-1). */
export const succeedReaderKind = successionKind('leader-letters.succeed-reader');

/**
 * What letters do by themselves, in the worker.
 * @param deps asked for when a job runs
 */
export const letterJobs = (deps: () => LetterDeps): readonly JobDefinition[] => [
  defineJob({
    ...succeedReaderKind,
    concurrency: 1,
    handler: (units, { signal }) => succeedLetters(deps(), units, signal),
  }) as JobDefinition,
];
