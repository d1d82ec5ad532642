import { eventsOfBatch, type FeedEntry } from '../../../platform/feed/index.ts';
import type { Jobs } from '../../../platform/jobs/index.ts';
import { sendSuccession } from '../../petitions/index.ts';
import { followEvents, followedTypes, type MustCheckDeps } from './commands/index.ts';
import { succeedItemsKind } from './jobs.ts';

const scope = { actor: 'system:must-checks', units: [], roles: ['system'] };

/**
 * What events bring about: a matter that came back, a bad rating, a denied fulfilment; what ends such
 * a hit; and who may read. A batch that comes twice changes nothing more.
 * @param jobs where the work of a succession is sent
 * @returns the handler of a feed consumer
 */
export const mustCheckReactions =
  (deps: MustCheckDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    const events = await eventsOfBatch(deps.db, scope, batch, followedTypes);
    await followEvents(deps, events);
    await sendSuccession(deps, jobs, batch, succeedItemsKind);
  };
