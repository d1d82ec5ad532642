import type { FeedEntry } from '../../../platform/feed/index.ts';
import type { Jobs } from '../../../platform/jobs/index.ts';
import { sendSuccession } from '../../petitions/index.ts';
import type { ConsequencesDeps } from './commands/index.ts';
import { succeedConsequencesKind } from './jobs.ts';

/**
 * What consequences answer to: when a unit ends, its successor takes over (O-1).
 * @param jobs where the work of a succession is sent
 * @returns the handler of a feed consumer
 */
export const consequenceReactions =
  (deps: ConsequencesDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  (batch: readonly FeedEntry[]): Promise<void> =>
    sendSuccession(deps, jobs, batch, succeedConsequencesKind);
