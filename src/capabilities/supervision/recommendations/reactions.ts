import { scopeOf } from '../../../platform/database/index.ts';
import { eventsOfBatch, type FeedEntry } from '../../../platform/feed/index.ts';
import type { Jobs } from '../../../platform/jobs/index.ts';
import { sendSuccession, StepRefused, systemActor } from '../../petitions/index.ts';
import type { SupervisionDeps } from '../commands/deps.ts';
import { followForRecommendations, recommendationsFollow } from './commands/index.ts';
import { succeedRecommendationsKind } from './jobs.ts';

const scope = scopeOf(systemActor('recommendations'));

/**
 * What gaps answer to: they follow their repairs, and vanish when their petition becomes an accusation
 * (L-5); when a unit ends, its successor stands in its place (O-1). A batch that comes twice changes
 * nothing more.
 * @param jobs where the work of a succession is sent
 * @returns the handler of a feed consumer
 */
export const recommendationReactions =
  (deps: SupervisionDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    const events = await eventsOfBatch(deps.db, scope, batch, recommendationsFollow);
    for (const event of events) {
      const done = await followForRecommendations(deps, event);
      if (!done.ok) throw new StepRefused(done.refusal);
    }
    await sendSuccession(deps, jobs, batch, succeedRecommendationsKind);
  };
