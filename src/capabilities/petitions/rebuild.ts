import { isDeepStrictEqual } from 'node:util';
import { setStream, type Tx } from '../../platform/database/index.ts';
import { findBreak, loadEvents } from '../../platform/record/index.ts';
import { insertBlindIndexes, SealBroken } from '../../platform/vault/index.ts';
import { listPapers } from '../papers/index.ts';
import type { PetitionDeps } from './commands/index.ts';
import { keepRelations } from './commands/keep-relations.ts';
import { lookUpOf, type LookUp } from './commands/look-up.ts';
import { fold } from './evolve.ts';
import { filesOf, keepFiles } from './file-store.ts';
import type { Petition } from './petition.ts';
import { project, type Projection } from './projection.ts';
import { clearWays, nextStreams, readRows, readWays, rowsOf, waysOf } from './rebuild-store.ts';
import { addWords, clearLists, writeLists, writePetition } from './store.ts';
import { upcast } from './upcast.ts';

/** Something that is not as the record says. */
export interface RebuildFault {
  readonly streamId: string;
  readonly what:
    | 'chain'
    | 'fold'
    | 'sealed'
    | 'petition'
    | 'clocks'
    | 'lists'
    | 'number'
    | 'words'
    | 'people'
    | 'files';
  readonly detail: string;
}

const system = { actor: 'system:rebuild', units: [], roles: ['system'] };

/** What follows from the record and the sealed texts of one petition. */
interface Folded {
  readonly petition: Petition;
  readonly projection: Projection;
  readonly lookUp: LookUp;
  /** Addresses of its files. */
  readonly files: readonly string[];
}

/** Papers are no projection: their own rows say where they lie. */
const paperFiles = async (tx: Tx, streamId: string): Promise<readonly string[]> =>
  (await listPapers(tx, streamId))
    .flatMap(({ pdfFile, docxFile }) => [pdfFile, docxFile])
    .filter((address) => address !== null);

/** Folds one stream again. */
async function foldAgain(
  tx: Tx,
  deps: PetitionDeps,
  streamId: string,
): Promise<Folded | RebuildFault> {
  await setStream(tx, streamId);
  const events = await loadEvents(tx, streamId);
  const broken = findBreak(events);
  if (broken !== null) return { streamId, what: 'chain', detail: `event ${broken}` };
  try {
    const upcasted = events.map(upcast);
    const petition = fold(streamId, upcasted);
    if (petition === null) return { streamId, what: 'fold', detail: 'empty stream' };
    const calendar = deps.calendar(petition.calendarVersion);
    return {
      petition,
      projection: project(petition, calendar),
      lookUp: await lookUpOf(tx, deps, petition, upcasted),
      files: [...upcasted.flatMap(filesOf), ...(await paperFiles(tx, streamId))],
    };
  } catch (error) {
    if (error instanceof SealBroken) return { streamId, what: 'sealed', detail: error.message };
    const detail = error instanceof Error ? error.message : String(error);
    return { streamId, what: 'fold', detail };
  }
}

async function compare(tx: Tx, streamId: string, folded: Folded): Promise<RebuildFault[]> {
  const { petition, projection, lookUp, files } = folded;
  const expected = { ...rowsOf(petition, projection), ...waysOf(petition, lookUp, files) };
  const found = { ...(await readRows(tx, streamId)), ...(await readWays(tx, petition, files)) };
  return (['petition', 'clocks', 'lists', 'number', 'words', 'people', 'files'] as const)
    .filter((part) => !isDeepStrictEqual(found[part], expected[part]))
    .map((what) => ({ streamId, what, detail: firstDifference(found[what], expected[what]) }));
}

async function write(tx: Tx, streamId: string, folded: Folded): Promise<void> {
  const { petition, projection, lookUp, files } = folded;
  await writePetition(tx, petition, projection.clocks);
  await clearLists(tx, streamId);
  await writeLists(tx, petition, projection);
  await keepRelations(tx, null, petition);
  await clearWays(tx, petition);
  if (lookUp.words.length > 0) await addWords(tx, streamId, lookUp.words);
  await insertBlindIndexes(tx, streamId, lookUp.people);
  await keepFiles(tx, streamId, files);
}

/** Names the first column or row that differs, without showing what stands in it. */
function firstDifference(found: unknown, expected: unknown): string {
  if (Array.isArray(found) || typeof found !== 'object') return '';
  const one = (found ?? {}) as Record<string, unknown>;
  const other = (expected ?? {}) as Record<string, unknown>;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.find((key) => !isDeepStrictEqual(one[key], other[key])) ?? '';
}

/**
 * Folds every petition again from the record (L-1) and its sealed texts, and either compares or
 * writes what follows: rows, clocks, lists, and what leads to it by number, word, person and file.
 * @param mode `check` changes nothing; `write` makes all projections again
 * @param onProgress told after each page
 * @returns every difference and every broken chain
 */
export async function rebuildPetitions(
  deps: PetitionDeps,
  mode: 'check' | 'write',
  onProgress: (done: number) => void,
): Promise<RebuildFault[]> {
  const faults: RebuildFault[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  for (let done = 0; ;) {
    const streams = await deps.db.withActor(system, 'write', (tx) => nextStreams(tx, after));
    const last = streams.at(-1);
    if (last === undefined) return faults;
    for (const streamId of streams) {
      const found = await deps.db.withActor(system, 'write', async (tx) => {
        const folded = await foldAgain(tx, deps, streamId);
        if ('what' in folded) return [folded];
        if (mode === 'check') return compare(tx, streamId, folded);
        await write(tx, streamId, folded);
        return [];
      });
      faults.push(...found);
    }
    after = last;
    done += streams.length;
    onProgress(done);
  }
}
