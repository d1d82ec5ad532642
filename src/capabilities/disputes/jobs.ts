import { defineJob, type JobDefinition } from '../../platform/jobs/index.ts';
import { successionKind } from '../petitions/index.ts';
import { succeedDisputes, type DisputeDeps } from './commands/index.ts';
import { succeedAssessments } from './decisions/commands/index.ts';
import { succeedWarnings } from './matches/commands/judge.ts';

/** Gives what a merged or abolished unit looked after to its successor (O-1). */
export const succeedUnitKind = successionKind('disputes.succeed-unit');

/** What disputes do by themselves, in the worker. */
export const disputeJobs = (deps: () => DisputeDeps): readonly JobDefinition[] => [
  defineJob({
    ...succeedUnitKind,
    concurrency: 1,
    handler: async (units, { signal }) => {
      await succeedDisputes(deps(), units, signal);
      await succeedWarnings(deps(), units, signal);
      await succeedAssessments(deps(), units, signal);
    },
  }) as JobDefinition,
];
