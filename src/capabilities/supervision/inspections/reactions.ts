import type { FeedEntry } from '../../../platform/feed/index.ts';
import type { Jobs } from '../../../platform/jobs/index.ts';
import { sendSuccession } from '../../petitions/index.ts';
import type { SupervisionDeps } from '../commands/deps.ts';
import { succeedInspectionsKind } from './jobs.ts';

/**
 * What inspections answer to: when a unit ends, its successor stands in its place (O-1). A batch
 * that comes twice changes nothing more.
 * @param jobs where the work of a succession is sent
 * @returns the handler of a feed consumer
 */
export const inspectionReactions =
  (deps: SupervisionDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    await sendSuccession(deps, jobs, batch, succeedInspectionsKind);
  };
