import {
  differencesOf,
  rebuildStreams,
  type PetitionDeps,
  type RebuildFault,
  type RebuildMode,
  type StreamRebuild,
} from '../../petitions/index.ts';
import { setStreams } from '../../../platform/database/index.ts';
import { fold } from './evolve.ts';
import type { Hall } from './hall.ts';
import { findHall, writeHall } from './store.ts';
import { upcastHall } from './upcast.ts';

const halls: StreamRebuild<Hall> = {
  kinds: ['reception-hall'],
  fold: (_tx, streamId, events) => Promise.resolve(fold(streamId, events.map(upcastHall))),
  compare: async (tx, _streamId, hall) =>
    differencesOf({ reception: await findHall(tx, hall.dayId) }, { reception: hall }),
  write: async (tx, streamId, hall) => {
    await setStreams(tx, [hall.dayId, streamId]);
    writeHall(tx, hall);
  },
};

/** Folds every hall again from the record (L-1), and compares or writes its row. */
export const rebuildHalls = (
  deps: PetitionDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> => rebuildStreams(deps, halls, mode);
