import { nextStreams } from '../../petitions/index.ts';
import { findRefolding, findSources, writeSource } from '../source-store.ts';
import { factScope, type StatisticsDeps } from './deps.ts';
import { refoldStreams } from './fold.ts';

const first = '00000000-0000-0000-0000-000000000000';

/**
 * Folds one page of the streams of a source whose definition has changed, or which has never been
 * counted, again. Facts that come meanwhile are counted by the new definition already.
 * @returns how many streams were folded; 0 when every source is up to date
 */
export async function refoldNextPage(deps: StatisticsDeps): Promise<number> {
  return deps.db.withActor(factScope, 'write', async (tx) => {
    const [id] = await findRefolding(tx, deps.sources);
    const source = deps.sources.find((each) => each.id === id);
    if (source === undefined) return 0;
    const row = (await findSources(tx)).find((each) => each.source === source.id);
    const goesOn = row?.version === source.version;
    const after = goesOn ? (row.refolded_to ?? first) : first;
    const streams = await nextStreams(tx, source.streams, after);
    if (streams.length > 0) await refoldStreams(tx, deps, streams);
    await writeSource(tx, source.id, source.version, streams.at(-1) ?? null);
    // A source without streams is done at once, and others may still wait.
    return Math.max(1, streams.length);
  });
}
