import { scopeOf } from '../../platform/database/index.ts';
import { eventsOfBatch, type FeedEntry } from '../../platform/feed/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import { sendSuccession, StepRefused, systemActor } from '../petitions/index.ts';
import { carriedTypes, carryCommitments } from './commands/carry.ts';
import type { CommitmentDeps } from './commands/deps.ts';
import { succeedUnitKind } from './jobs.ts';

const scope = scopeOf(systemActor('commitments'));

/**
 * What promises and petitions bring about in each other: an opinion that reached the petitioner
 * promises what it grants (Reg. 32), a kept promise is carried out in the petition, a new round takes
 * the place of both, whoever has to keep one may read it, and when a unit ends its successor keeps
 * what it promised. A batch that comes twice changes nothing more.
 * @param jobs where the work of a succession is sent
 * @returns the handler of a feed consumer
 */
export const commitmentReactions =
  (deps: CommitmentDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    const events = await eventsOfBatch(deps.db, scope, batch, carriedTypes);
    const carried = await carryCommitments(deps, events);
    if (!carried.ok) throw new StepRefused(carried.refusal);
    await sendSuccession(deps, jobs, batch, succeedUnitKind);
  };
