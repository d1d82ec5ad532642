import type { FeedEntry } from '../../../platform/feed/index.ts';
import type { Jobs } from '../../../platform/jobs/index.ts';
import { sendSuccession } from '../../petitions/index.ts';
import type { SupervisionDeps } from './commands/index.ts';
import { succeedLettersKind } from './jobs.ts';

/**
 * What the three letters answer to: when a unit ends, its successor takes over its letters (O-1).
 * @param jobs where the work of a succession is sent
 * @returns the handler of a feed consumer
 */
export const lettersReactions =
  (deps: SupervisionDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  (batch: readonly FeedEntry[]): Promise<void> =>
    sendSuccession(deps, jobs, batch, succeedLettersKind);
