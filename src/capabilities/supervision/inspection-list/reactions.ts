import type { FeedEntry } from '../../../platform/feed/index.ts';
import type { Jobs } from '../../../platform/jobs/index.ts';
import { sendSuccession, type PetitionDeps } from '../../petitions/index.ts';
import { succeedListingsKind } from './jobs.ts';

/**
 * When a unit ends, its successor takes over its listed cases (O-1).
 * @param jobs where the work of a succession is sent
 * @returns the handler of a feed consumer
 */
export const inspectionListReactions =
  (deps: PetitionDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  (batch: readonly FeedEntry[]): Promise<void> =>
    sendSuccession(deps, jobs, batch, succeedListingsKind);
