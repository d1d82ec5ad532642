import { measureWaiting } from '../../../platform/feed/index.ts';
import type { StatisticsDeps } from '../commands/deps.ts';
import { factScope } from '../commands/deps.ts';
import { factConsumer } from '../consumer.ts';
import type { Freshness } from '../contract.ts';
import { findRefolding } from '../source-store.ts';

/** How old an answer may be: every table asks, and the lag is counted in seconds. */
const kept = 500;

const known = new WeakMap<object, { readonly at: number; readonly answer: Promise<Freshness> }>();

async function measure(deps: Pick<StatisticsDeps, 'db' | 'sources'>, now: number) {
  const [waiting, refolding] = await Promise.all([
    measureWaiting(deps.db, factConsumer),
    deps.db.withActor(factScope, 'statistics', (tx) => findRefolding(tx, deps.sources)),
  ]);
  const seconds = waiting.since === null ? 0 : Math.max(0, (now - waiting.since) / 1000);
  return { behind: waiting.events, seconds, refolding: refolding.length > 0 };
}

/**
 * How far the facts are behind the record.
 * @param now epoch ms
 */
export function freshnessOf(
  deps: Pick<StatisticsDeps, 'db' | 'sources'>,
  now: number,
): Promise<Freshness> {
  const last = known.get(deps.db);
  if (last !== undefined && now - last.at < kept && now >= last.at) return last.answer;
  const answer = measure(deps, now);
  known.set(deps.db, { at: now, answer });
  answer.catch(() => known.delete(deps.db));
  return answer;
}
