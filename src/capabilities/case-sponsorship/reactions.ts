import type { FeedEntry } from '../../platform/feed/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import { sendSuccession } from '../petitions/index.ts';
import type { SponsorshipDeps } from './commands/index.ts';
import { succeedBacklogKind } from './jobs.ts';

/**
 * What sponsorship answers to: when a unit ends, its successor takes over its cases (O-1).
 * @param jobs where the work of a succession is sent
 * @returns the handler of a feed consumer
 */
export const sponsorshipReactions =
  (deps: SponsorshipDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  (batch: readonly FeedEntry[]): Promise<void> =>
    sendSuccession(deps, jobs, batch, succeedBacklogKind);
