import { setStreams } from '../../../../platform/database/index.ts';
import { loadStreams } from '../../../../platform/record/index.ts';
import type { SupervisionItem } from '../case.ts';
import type { MustCheckDeps } from '../commands/deps.ts';
import { itemKind } from '../events.ts';
import { foldItem } from '../evolve.ts';
import { upcast } from '../upcast.ts';

const scope = { actor: 'system:must-checks', units: [], roles: ['system'] };

/** Items as their records have them, for the system itself; those that there are, by id. */
export const loadItems = (
  deps: Pick<MustCheckDeps, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SupervisionItem>> =>
  deps.db.withActor(scope, 'read', async (tx) => {
    await setStreams(tx, ids);
    const streams = await loadStreams(tx, ids, [itemKind]);
    return new Map(
      [...streams].flatMap(([id, { events }]): [string, SupervisionItem][] => {
        const item = foldItem(id, events.map(upcast));
        return item === null ? [] : [[id, item]];
      }),
    );
  });
