import { scopeOf } from '../../platform/database/index.ts';
import { eventsOfBatch, type FeedEntry } from '../../platform/feed/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import { sendSuccession, StepRefused, systemActor } from '../petitions/index.ts';
import { admitMembers, admittingTypes, type MeetingDeps } from './commands/index.ts';
import { succeedSeatKind } from './jobs.ts';

const scope = scopeOf(systemActor('joint-meeting'));

/**
 * What joint meetings answer to: who was called may read what is on the agenda; when a unit ends, its
 * successor sits in its place (O-1). A batch that comes twice changes nothing more.
 * @param jobs where the work of a succession is sent
 * @returns the handler of a feed consumer
 */
export const meetingReactions =
  (deps: MeetingDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    const events = await eventsOfBatch(deps.db, scope, batch, admittingTypes);
    const admitted = await admitMembers(deps, events);
    if (!admitted.ok) throw new StepRefused(admitted.refusal);
    await sendSuccession(deps, jobs, batch, succeedSeatKind);
  };
