import { scopeOf } from '../../platform/database/index.ts';
import { eventsOfBatch, type FeedEntry } from '../../platform/feed/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import { sendSuccession, StepRefused, systemActor } from '../petitions/index.ts';
import { arrivals, layBeforeHeads, type LetterDeps } from './commands/index.ts';
import { succeedReaderKind } from './jobs.ts';

const scope = scopeOf(systemActor('letters'));

/**
 * What letters answer to: each petition that comes to a unit is laid before its head, once;
 * when a unit ends, its letters lie before its successor (O-1).
 * @param jobs where the work of a succession is sent
 * @returns the handler of a feed consumer
 */
export const letterReactions =
  (deps: LetterDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    const events = await eventsOfBatch(deps.db, scope, batch, arrivals);
    const laid = await layBeforeHeads(deps, events, Date.now());
    if (!laid.ok) throw new StepRefused(laid.refusal);
    await sendSuccession(deps, jobs, batch, succeedReaderKind);
  };
