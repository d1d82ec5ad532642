import { scopeOf } from '../../platform/database/index.ts';
import type { FeedEntry } from '../../platform/feed/index.ts';
import { loadEventsAt } from '../../platform/record/index.ts';
import { StepRefused, systemActor } from '../petitions/index.ts';
import { carriedTypes, carryCommitments } from './commands/carry.ts';
import type { CommitmentDeps } from './commands/deps.ts';

const scope = scopeOf(systemActor('commitments'));

/**
 * What promises and petitions bring about in each other: an opinion that reached the petitioner
 * promises what it grants (Reg. 32), a kept promise is carried out in the petition, a new round takes
 * the place of both, and whoever has to keep one may read it. A batch that comes twice changes nothing
 * more.
 * @returns the handler of a feed consumer
 */
export const commitmentReactions =
  (deps: CommitmentDeps) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    const events = await deps.db.withActor(scope, 'read', (tx) =>
      loadEventsAt(tx, batch, [...carriedTypes]),
    );
    const carried = await carryCommitments(deps, events);
    if (!carried.ok) throw new StepRefused(carried.refusal);
  };
