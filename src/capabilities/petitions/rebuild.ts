import { isDeepStrictEqual } from 'node:util';
import { setStream, type Tx } from '../../platform/database/index.ts';
import { findBreak, loadEvents } from '../../platform/record/index.ts';
import type { PetitionDeps } from './commands/index.ts';
import { fold } from './evolve.ts';
import type { Petition } from './petition.ts';
import { project, type Projection } from './projection.ts';
import { nextStreams, readRows, rowsOf } from './rebuild-store.ts';
import { clearLists, writeLists, writePetition } from './store.ts';
import { upcast } from './upcast.ts';

/** Something that is not as the record says. */
export interface RebuildFault {
  readonly streamId: string;
  readonly what: 'chain' | 'fold' | 'petition' | 'clocks' | 'lists';
  readonly detail: string;
}

const system = { actor: 'system:rebuild', units: [], roles: ['system'] };

/** Folds one stream again. */
async function foldAgain(
  tx: Tx,
  deps: PetitionDeps,
  streamId: string,
): Promise<{ readonly petition: Petition; readonly projection: Projection } | RebuildFault> {
  await setStream(tx, streamId);
  const events = await loadEvents(tx, streamId);
  const broken = findBreak(events);
  if (broken !== null) return { streamId, what: 'chain', detail: `event ${broken}` };
  try {
    const petition = fold(streamId, events.map(upcast));
    if (petition === null) return { streamId, what: 'fold', detail: 'empty stream' };
    const calendar = deps.calendar(petition.calendarVersion);
    return { petition, projection: project(petition, calendar) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { streamId, what: 'fold', detail };
  }
}

async function compare(
  tx: Tx,
  streamId: string,
  petition: Petition,
  projection: Projection,
): Promise<RebuildFault[]> {
  const expected = rowsOf(petition, projection);
  const found = await readRows(tx, streamId);
  return (['petition', 'clocks', 'lists'] as const)
    .filter((part) => !isDeepStrictEqual(found[part], expected[part]))
    .map((what) => ({ streamId, what, detail: firstDifference(found[what], expected[what]) }));
}

/** Names the first column or row that differs, without showing what stands in it. */
function firstDifference(found: unknown, expected: unknown): string {
  const one = (found ?? {}) as Record<string, unknown>;
  const other = (expected ?? {}) as Record<string, unknown>;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.find((key) => !isDeepStrictEqual(one[key], other[key])) ?? '';
}

/**
 * Folds every petition again from the record (L-1) and either compares or writes what follows.
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
        if (mode === 'check') return compare(tx, streamId, folded.petition, folded.projection);
        await writePetition(tx, folded.petition, folded.projection.clocks);
        await clearLists(tx, streamId);
        await writeLists(tx, folded.petition, folded.projection);
        return [];
      });
      faults.push(...found);
    }
    after = last;
    done += streams.length;
    onProgress(done);
  }
}
