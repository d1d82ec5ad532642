import type { StaffActor } from '../../../kernel/actor.ts';
import { setStream } from '../../../platform/database/index.ts';
import { countPromises } from '../../commitments/index.ts';
import { scopeOf, systemActor } from '../../petitions/index.ts';
import type { ReceptionDeps } from '../commands/deps.ts';
import { mayReadDays } from '../policy.ts';
import { heardTickets, tallyOfDay } from '../results-store.ts';
import { leastShown, mergeSmall, totalOf, type TopicTally } from '../results.ts';
import { findDay } from '../store.ts';
import type { ResultsView } from '../view.ts';

const system = scopeOf(systemActor('reception-days'));

/** Read as the system: numbers alone leave this file. */
async function countDay(deps: ReceptionDeps, id: string, now: number) {
  const read = await deps.db.withActor(system, 'read', async (tx) => {
    const row = await findDay(tx, id);
    if (row === null || row.state !== 'closed') return null;
    await setStream(tx, id);
    const tallies = await tallyOfDay(tx, id);
    return {
      noticed: row.notice !== null,
      organisation: await deps.organisation(tx),
      tallies,
      tickets: await heardTickets(tx, id),
    };
  });
  if (read === null) return null;
  const promises = await countPromises(deps, { kind: 'instruction', ids: read.tickets }, now);
  const view = (tallies: readonly TopicTally[]): ResultsView => ({
    batches: totalOf(read.tallies).batches,
    persons: totalOf(read.tallies).persons,
    settledAtOnce: totalOf(read.tallies).settledAtOnce,
    promised: promises.made,
    kept: promises.kept,
    overdue: promises.overdue,
    topics: tallies.map(({ topic, ...counts }) => ({
      ...counts,
      topic: topic === null ? null : read.organisation.categoryName(topic),
    })),
  });
  return { noticed: read.noticed, tallies: read.tallies, view };
}

/**
 * what came of a day, for the offices; nothing before it is over.
 * @param now epoch ms
 */
export async function readResults(
  deps: ReceptionDeps,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<ResultsView | null> {
  if (!mayReadDays(actor)) return null;
  const counted = await countDay(deps, id, now);
  return counted === null ? null : counted.view(counted.tallies);
}

/**
 * the same for everybody, of announced days: topics of few people are merged, and of a day
 * with fewer than ten persons only that there were fewer is told.
 */
export async function readPublicResults(
  deps: ReceptionDeps,
  id: string,
  now: number,
): Promise<ResultsView | 'few' | null> {
  const counted = await countDay(deps, id, now);
  if (counted === null || !counted.noticed) return null;
  const { persons } = totalOf(counted.tallies);
  if (persons > 0 && persons < leastShown) return 'few';
  return counted.view(mergeSmall(counted.tallies));
}
