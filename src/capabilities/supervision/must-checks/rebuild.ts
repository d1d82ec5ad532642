import { setStream } from '../../../platform/database/index.ts';
import {
  compareItems,
  differencesOf,
  openVisible,
  rebuildStreams,
  systemActor,
  writeItemsAgain,
  type RebuildFault,
  type RebuildMode,
} from '../../petitions/index.ts';
import type { SupervisionItem } from './case.ts';
import { readersFactsOf } from './commands/commit.ts';
import type { MustCheckDeps } from './commands/deps.ts';
import { itemKind } from './events.ts';
import { foldItem } from './evolve.ts';
import { itemsOf, occurrencesOf, readByAll, rowOf, type ReadersFacts } from './projection.ts';
import { findHits, findItems, writeItem } from './store.ts';
import { upcast } from './upcast.ts';

interface Folded {
  readonly item: SupervisionItem;
  readonly readers: ReadersFacts;
}

const hitsOf = (item: SupervisionItem) =>
  occurrencesOf(item).toSorted((one, other) => (one.key < other.key ? -1 : 1));

/**
 * Folds supervision items again from their records and the petitions that they are about (L-1), and
 * compares or writes what follows.
 * @returns every difference and every broken chain
 */
export const rebuildSupervision = (
  deps: MustCheckDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> =>
  rebuildStreams<Folded>(
    deps,
    {
      kinds: [itemKind],
      fold: async (tx, streamId, events) => {
        const item = foldItem(streamId, events.map(upcast));
        if (item === null) return null;
        if (item.petitionId === null) return { item, readers: readByAll };
        const actor = systemActor('rebuild');
        const folder = await openVisible(tx, deps, actor, item.petitionId);
        await setStream(tx, streamId);
        return { item, readers: readersFactsOf(folder?.petition ?? null) };
      },
      compare: async (tx, streamId, { item, readers }) => {
        const [row] = await findItems(tx, [streamId]);
        const { petitionId } = item;
        return [
          ...differencesOf(
            { supervision: { row, hits: await findHits(tx, streamId) } },
            { supervision: { row: rowOf(item, readers), hits: hitsOf(item) } },
          ),
          ...(petitionId === null
            ? []
            : await compareItems(
                tx,
                itemKind,
                { id: streamId, petitionId },
                itemsOf(item, readers, deps.calendar()),
              )),
        ];
      },
      write: (tx, streamId, { item, readers }) => {
        writeItem(tx, rowOf(item, readers), occurrencesOf(item));
        const { petitionId } = item;
        if (petitionId !== null) {
          const items = itemsOf(item, readers, deps.calendar());
          writeItemsAgain(tx, itemKind, { id: streamId, petitionId }, items);
        }
        return Promise.resolve();
      },
    },
    mode,
  );
