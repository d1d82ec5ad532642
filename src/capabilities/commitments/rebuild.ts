import {
  compareItems,
  differencesOf,
  keepFiles,
  openVisible,
  rebuildStreams,
  systemActor,
  writeItemsAgain,
  type RebuildFault,
  type RebuildMode,
} from '../petitions/index.ts';
import { setStream } from '../../platform/database/index.ts';
import type { Commitment } from './commitment.ts';
import { readersFactsOf } from './commands/commit.ts';
import type { CommitmentDeps } from './commands/deps.ts';
import { foldCommitment } from './evolve.ts';
import { itemsOf, rowOf, type ReadersFacts } from './projection.ts';
import { findCommitment, writeCommitment } from './store.ts';
import { upcast } from './upcast.ts';

interface Folded {
  readonly commitment: Commitment;
  readonly petition: ReadersFacts | null;
}

const filesOf = ({ reports }: Commitment): readonly string[] =>
  reports.flatMap(({ files }) => files.map(({ address }) => address));

/**
 * Folds promises again from their records and the petitions that they hang on (L-1), and compares or
 * writes what follows.
 * @returns every difference and every broken chain
 */
export const rebuildCommitments = (
  deps: CommitmentDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> =>
  rebuildStreams<Folded>(
    deps,
    {
      kinds: ['commitment'],
      fold: async (tx, streamId, events) => {
        const commitment = foldCommitment(streamId, events.map(upcast));
        if (commitment === null) return null;
        if (commitment.petitionId === null) return { commitment, petition: null };
        const actor = systemActor('rebuild');
        const folder = await openVisible(tx, deps, actor, commitment.petitionId);
        await setStream(tx, streamId);
        return { commitment, petition: readersFactsOf(folder?.petition ?? null) };
      },
      compare: async (tx, streamId, { commitment, petition }) => [
        ...differencesOf(
          { commitment: await findCommitment(tx, streamId) },
          { commitment: rowOf(commitment, petition) },
        ),
        ...(petition === null
          ? []
          : await compareItems(
              tx,
              'commitment',
              { id: streamId, petitionId: petition.id },
              itemsOf(commitment, petition, deps.calendar()),
            )),
      ],
      write: async (tx, streamId, { commitment, petition }) => {
        writeCommitment(tx, rowOf(commitment, petition));
        await keepFiles(tx, streamId, filesOf(commitment));
        if (petition === null) return;
        writeItemsAgain(
          tx,
          'commitment',
          { id: streamId, petitionId: petition.id },
          itemsOf(commitment, petition, deps.calendar()),
        );
      },
    },
    mode,
  );
