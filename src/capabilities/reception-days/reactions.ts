import { eventsOfBatch, type FeedEntry } from '../../platform/feed/index.ts';
import { scopeOf, systemActor } from '../petitions/index.ts';
import { tellOfEvent, toldTypes, type ReceptionDeps } from './commands/index.ts';

const scope = scopeOf(systemActor('reception-days'));

/**
 * Who is told when a day is announced, moved or cancelled. A batch that comes twice tells nobody
 * twice.
 * @returns the handler of a feed consumer
 */
export const receptionReactions =
  (deps: ReceptionDeps) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    const events = await eventsOfBatch(deps.db, scope, batch, toldTypes);
    for (const event of events) await tellOfEvent(deps, event);
  };
