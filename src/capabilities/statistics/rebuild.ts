import {
  rebuildStreams,
  type RebuildFault,
  type RebuildMode,
  type StreamRebuild,
} from '../petitions/index.ts';
import { factScope, stockKinds, type StatisticsDeps } from './commands/deps.ts';
import { differenceOf, foldStreams, refoldStreams } from './commands/fold.ts';
import { findFacts, nameOf, type FactRow } from './facts-store.ts';
import { findWrongThirds, markAllStale } from './thirds-store.ts';

const factsOf = (deps: StatisticsDeps): StreamRebuild<readonly FactRow[]> => ({
  kinds: deps.sources.flatMap(({ streams }) => streams),
  fold: async (tx, streamId) => (await foldStreams(tx, deps, [streamId])).rows,
  compare: async (tx, streamId, expected) => {
    const { changed, gone } = differenceOf(await findFacts(tx, [streamId]), expected);
    const [first] = [...changed, ...gone];
    return first === undefined ? [] : [{ what: 'facts', detail: nameOf(first) }];
  },
  write: async (tx, streamId) => {
    await refoldStreams(tx, deps, [streamId]);
  },
});

/**
 * Works all facts out again from the record (L-1), and compares or writes them; thirds of months that
 * were counted from them are compared, or counted again by the worker.
 * @returns every difference and every broken chain
 */
export async function rebuildFacts(
  deps: StatisticsDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> {
  const stocks = [...stockKinds(deps)];
  const faults = await rebuildStreams(deps, factsOf(deps), mode);
  return deps.db.withActor(factScope, 'write', async (tx) => {
    if (mode === 'write') {
      await markAllStale(tx, stocks);
      return faults;
    }
    const wrong = await findWrongThirds(tx, stocks);
    return [
      ...faults,
      ...wrong.map(({ kind, what, third }) => ({
        streamId: 'statistics',
        what: 'facts' as const,
        detail: `${kind} ${what} ${third}`,
      })),
    ];
  });
}
