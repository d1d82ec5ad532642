import type { Tx } from '../../platform/database/index.ts';
import type { RecordedEvent } from '../../platform/record/index.ts';
import { insertBlindIndexes } from '../../platform/vault/index.ts';
import { differencesOf } from './commands/differences.ts';
import type { PetitionDeps } from './commands/index.ts';
import { compareRelations, writeRelationsAgain } from './commands/rebuild-relations.ts';
import { lookUpOf, type LookUp } from './commands/look-up.ts';
import {
  rebuildStreams,
  type RebuildFault,
  type RebuildMode,
  type StreamRebuild,
} from './commands/rebuild-streams.ts';
import { fold } from './evolve.ts';
import { filesOf, keepFiles } from './file-store.ts';
import type { Petition } from './petition.ts';
import { project, type Projection } from './projection.ts';
import { paperFiles } from './commands/rebuild-cases.ts';
import { clearWays, readRows, readWays, rowsOf, waysOf } from './rebuild-store.ts';
import { addWords, clearLists, writeLists, writePetition } from './store.ts';
import { upcast } from './upcast.ts';

/** What follows from the record and the sealed texts of one petition. */
interface Folded {
  readonly petition: Petition;
  readonly projection: Projection;
  readonly lookUp: LookUp;
  /** Addresses of its files. */
  readonly files: readonly string[];
}

/** Folds one stream again. */
async function foldAgain(
  tx: Tx,
  deps: PetitionDeps,
  streamId: string,
  events: readonly RecordedEvent[],
): Promise<Folded | null> {
  const upcasted = events.map(upcast);
  const petition = fold(streamId, upcasted);
  if (petition === null) return null;
  const calendar = deps.calendar(petition.calendarVersion);
  return {
    petition,
    projection: project(petition, calendar),
    lookUp: await lookUpOf(tx, deps, petition, upcasted),
    files: [...upcasted.flatMap(filesOf), ...(await paperFiles(tx, streamId))],
  };
}

async function compare(tx: Tx, streamId: string, folded: Folded) {
  const { petition, projection, lookUp, files } = folded;
  const expected = { ...rowsOf(petition, projection), ...waysOf(petition, lookUp, files) };
  const found = { ...(await readRows(tx, streamId)), ...(await readWays(tx, petition, files)) };
  return [...differencesOf(found, expected), ...(await compareRelations(tx, petition))];
}

async function write(tx: Tx, deps: PetitionDeps, streamId: string, folded: Folded): Promise<void> {
  const { petition, projection, lookUp, files } = folded;
  await writePetition(tx, petition, projection.clocks);
  await clearLists(tx, streamId);
  await writeLists(tx, petition, projection);
  await writeRelationsAgain(tx, deps, petition);
  await clearWays(tx, petition);
  if (lookUp.words.length > 0) await addWords(tx, streamId, lookUp.words);
  await insertBlindIndexes(tx, streamId, lookUp.people);
  await keepFiles(tx, streamId, files);
}

const petitions = (deps: PetitionDeps): StreamRebuild<Folded> => ({
  kinds: ['petition'],
  fold: (tx, streamId, events) => foldAgain(tx, deps, streamId, events),
  compare,
  write: (tx, streamId, folded) => write(tx, deps, streamId, folded),
});

/**
 * Folds every petition again from the record (L-1) and its sealed texts, and either compares or
 * writes what follows: rows, clocks, lists, relations, and what leads to it by number, word, person
 * and file.
 * @param mode `check` changes nothing; `write` makes all projections again
 * @param onProgress told after each page
 * @returns every difference and every broken chain
 */
export const rebuildPetitions = (
  deps: PetitionDeps,
  mode: RebuildMode,
  onProgress: (done: number) => void,
): Promise<readonly RebuildFault[]> => rebuildStreams(deps, petitions(deps), mode, onProgress);
