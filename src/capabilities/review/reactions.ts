import { scopeOf } from '../../platform/database/index.ts';
import { eventsOfBatch, type FeedEntry } from '../../platform/feed/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import { sendSuccession, StepRefused, systemActor } from '../petitions/index.ts';
import { carriedTypes, carryIntoPetitions } from './commands/carry.ts';
import type { ReviewDeps } from './commands/deps.ts';
import { cancelledHearing, closedHearing, followHearings } from './commands/hearing.ts';
import { succeedBodyKind } from './jobs.ts';

const scope = scopeOf(systemActor('review'));

/**
 * What reviews bring about in their petitions: the body may read it, its page knows of the review,
 * “handle again” opens a round, re-examination ends the procedure. A hearing that was ordered is
 * convened, and the days of a closed one are left out of the period (Reg. 36(2)); one that was called
 * off is waited for no longer. When a unit ends, its successor takes over. A batch that comes twice
 * changes nothing more.
 * @param jobs where the work of a succession is sent
 * @returns the handler of a feed consumer
 */
export const reviewReactions =
  (deps: ReviewDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    const events = await eventsOfBatch(deps.db, scope, batch, [
      ...carriedTypes,
      closedHearing,
      cancelledHearing,
    ]);
    const carried = await carryIntoPetitions(deps, events);
    if (!carried.ok) throw new StepRefused(carried.refusal);
    const followed = await followHearings(deps, events);
    if (!followed.ok) throw new StepRefused(followed.refusal);
    await sendSuccession(deps, jobs, batch, succeedBodyKind);
  };
