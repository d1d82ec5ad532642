import { defineJob, type JobDefinition } from '../../../platform/jobs/index.ts';
import { successionKind } from '../../petitions/index.ts';
import { succeedVisits, type VisitDeps } from './commands/index.ts';

/** Gives the planned visits of a merged or abolished unit to its successor (O-1). */
export const succeedVisitsKind = successionKind('case-sponsorship.succeed-visits');

/** @param deps asked for when a job runs */
export const visitJobs = (deps: () => VisitDeps): readonly JobDefinition[] => [
  defineJob({
    ...succeedVisitsKind,
    concurrency: 1,
    handler: (units, { signal }) => succeedVisits(deps(), units, signal),
  }) as JobDefinition,
];
