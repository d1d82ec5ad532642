import { scopeOf } from '../../platform/database/index.ts';
import { eventsOfBatch, type FeedEntry } from '../../platform/feed/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import { sendSuccession, StepRefused, systemActor } from '../petitions/index.ts';
import type { DisputeDeps } from './commands/index.ts';
import { succeedUnitKind } from './jobs.ts';
import { matchedTypes, suggestForAll } from './matches/commands/suggest.ts';

const scope = scopeOf(systemActor('disputes'));

/**
 * What disputes answer to: each petition that comes or is classified is compared with the earlier
 * disputes of its township (D-2); when a unit ends, its successor looks after what it had (O-1). A
 * batch that comes twice changes nothing more.
 * @param jobs where the work of a succession is sent
 * @returns the handler of a feed consumer
 */
export const disputeReactions =
  (deps: DisputeDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    const events = await eventsOfBatch(deps.db, scope, batch, matchedTypes);
    const suggested = await suggestForAll(deps, events);
    if (!suggested.ok) throw new StepRefused(suggested.refusal);
    await sendSuccession(deps, jobs, batch, succeedUnitKind);
  };
