import { z } from 'zod';
import { defineJob, type JobDefinition } from '../../platform/jobs/index.ts';
import { successionKind, suggestOverdue } from '../petitions/index.ts';
import { succeedMeetings, type MeetingDeps } from './commands/index.ts';

/** Seats the successor of a merged or abolished unit (O-1). */
export const succeedSeatKind = successionKind('joint-meeting.succeed-seat');

/**
 * What joint meetings do by themselves, in the worker.
 * @param deps asked for when a job runs
 */
export const meetingJobs = (deps: () => MeetingDeps): readonly JobDefinition[] => [
  defineJob({
    ...succeedSeatKind,
    concurrency: 1,
    handler: (units, { signal }) => succeedMeetings(deps(), units, signal),
  }) as JobDefinition,
  defineJob({
    name: 'joint-meeting.suggest-overdue',
    schema: z.object({}),
    // Before the desks open: what passed its period yesterday waits for the meeting today.
    schedule: { cron: '25 0 * * *' },
    concurrency: 1,
    handler: (_, { signal }) => suggestOverdue(deps(), signal),
  }) as JobDefinition,
];
