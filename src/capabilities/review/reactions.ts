import { scopeOf } from '../../platform/database/index.ts';
import type { FeedEntry } from '../../platform/feed/index.ts';
import { loadEventsAt } from '../../platform/record/index.ts';
import { StepRefused, systemActor } from '../petitions/index.ts';
import { carriedTypes, carryIntoPetitions } from './commands/carry.ts';
import type { ReviewDeps } from './commands/deps.ts';
import { closedHearing, leaveOutHearingDays } from './commands/hearing.ts';

const scope = scopeOf(systemActor('review'));

/**
 * What reviews bring about in their petitions: the body may read it, its page knows of the review,
 * “handle again” opens a round, re-examination ends the procedure. A hearing that was ordered is
 * convened, and the days of a closed one are left out of the period (Reg. 36(2)). A batch that comes
 * twice changes nothing more.
 * @returns the handler of a feed consumer
 */
export const reviewReactions =
  (deps: ReviewDeps) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    const events = await deps.db.withActor(scope, 'read', (tx) =>
      loadEventsAt(tx, batch, [...carriedTypes, closedHearing]),
    );
    const carried = await carryIntoPetitions(deps, events);
    if (!carried.ok) throw new StepRefused(carried.refusal);
    const leftOut = await leaveOutHearingDays(deps, events);
    if (!leftOut.ok) throw new StepRefused(leftOut.refusal);
  };
