import { scopeOf } from '../../../platform/database/index.ts';
import { eventsOfBatch, type FeedEntry } from '../../../platform/feed/index.ts';
import type { Jobs } from '../../../platform/jobs/index.ts';
import { sendSuccession, StepRefused, systemActor } from '../../petitions/index.ts';
import { promiseOfVisit, type VisitDeps } from './commands/index.ts';
import type { VisitEventType } from './events.ts';
import { succeedVisitsKind } from './jobs.ts';

const scope = scopeOf(systemActor('home-visits'));
const recorded: VisitEventType = 'VisitRecorded';

/**
 * What home visits answer to: a promise made on one becomes a commitment (C-1), and when a unit ends
 * its successor makes the visits that it had planned (O-1). A batch that comes twice changes nothing.
 */
export const visitReactions =
  (deps: VisitDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    const events = await eventsOfBatch(deps.db, scope, batch, [recorded]);
    for (const { streamId, at } of events) {
      const made = await promiseOfVisit(deps, streamId, at);
      if (!made.ok) throw new StepRefused(made.refusal);
    }
    await sendSuccession(deps, jobs, batch, succeedVisitsKind);
  };
