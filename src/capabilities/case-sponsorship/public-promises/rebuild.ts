import { setStream } from '../../../platform/database/index.ts';
import {
  differencesOf,
  rebuildStreams,
  type RebuildFault,
  type RebuildMode,
} from '../../petitions/index.ts';
import type { Household, PublicPromise } from './case.ts';
import { codeKeyOf, codeOf } from './codes.ts';
import type { PromiseDeps } from './commands/deps.ts';
import { promiseStreamKind } from './events.ts';
import { evolveHouseholds, evolvePromise } from './evolve.ts';
import { rowOf } from './projection.ts';
import {
  findPromise,
  listHouseholds,
  writeHouseholds,
  writePromise,
  type HouseholdRow,
} from './store.ts';
import { upcastPromise } from './upcast.ts';

interface Folded {
  readonly promise: PublicPromise;
  /** In the order of their places. */
  readonly households: readonly HouseholdRow[];
}

/** More than a promise can have. */
const all = 1_000_000;

/**
 * Folds promises and their households again from their records (L-1), and compares or writes what
 * follows.
 * @returns every difference and every broken chain
 */
export const rebuildPublicPromises = (
  deps: PromiseDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> =>
  rebuildStreams<Folded>(
    deps,
    {
      kinds: [promiseStreamKind],
      fold: (_, id, events) => {
        let promise: PublicPromise | null = null;
        const households = new Map<string, Household>();
        for (const event of events.map(upcastPromise)) {
          promise = evolvePromise(id, promise, event);
          for (const each of evolveHouseholds(households, event)) households.set(each.id, each);
        }
        const rows = [...households.values()]
          .toSorted((left, right) => left.place - right.place)
          .map((each) => ({ ...each, codeKey: codeKeyOf(deps, id, codeOf(deps, each)) }));
        return Promise.resolve(promise === null ? null : { promise, households: rows });
      },
      compare: async (tx, id, { promise, households }) => {
        await setStream(tx, id);
        return differencesOf(
          {
            promise: await findPromise(tx, id),
            households: await listHouseholds(tx, id, null, 0, all),
          },
          { promise: rowOf(promise), households },
        );
      },
      write: async (tx, id, { promise, households }) => {
        await setStream(tx, id);
        writePromise(tx, rowOf(promise));
        writeHouseholds(tx, id, households);
      },
    },
    mode,
  );
