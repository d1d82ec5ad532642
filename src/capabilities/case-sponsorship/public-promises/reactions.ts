import { scopeOf } from '../../../platform/database/index.ts';
import { eventsOfBatch, type FeedEntry } from '../../../platform/feed/index.ts';
import { systemActor } from '../../petitions/index.ts';
import { followCommitments, followedTypes } from './commands/index.ts';
import type { PromiseDeps } from './commands/deps.ts';

const scope = scopeOf(systemActor('public-promises'));

/** A promise to many households follows its commitment, and is withheld with its petition (L-5). */
export async function reactPromises(deps: PromiseDeps, batch: readonly FeedEntry[]): Promise<void> {
  const events = await eventsOfBatch(deps.db, scope, batch, followedTypes);
  await followCommitments(deps, events);
}
