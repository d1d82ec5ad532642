import { setStream, type Tx } from '../../../platform/database/index.ts';
import { findBreak, loadEvents, type RecordedEvent } from '../../../platform/record/index.ts';
import { SealBroken } from '../../../platform/vault/index.ts';
import { nextStreams } from '../rebuild-store.ts';
import type { PetitionDeps } from './deps.ts';

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
    | 'files'
    | 'relations'
    | 'case'
    | 'items'
    | 'proceeding'
    | 'member'
    | 'shifts'
    | 'bodies'
    | 'reception'
    | 'meeting'
    | 'commitment'
    | 'promise'
    | 'households'
    | 'supervision'
    | 'dispute'
    | 'decision'
    | 'facts'
    | 'report';
  readonly detail: string;
}

/** `check` changes nothing; `write` makes all projections again. */
export type RebuildMode = 'check' | 'write';

/** How the rows that follow from one stream are worked out, compared and made again. */
export interface StreamRebuild<Folded> {
  /** Kinds of the streams. */
  readonly kinds: readonly string[];
  /** What follows from the record; null where that is nothing. */
  readonly fold: (
    tx: Tx,
    streamId: string,
    events: readonly RecordedEvent[],
  ) => Promise<Folded | null>;
  readonly compare: (
    tx: Tx,
    streamId: string,
    folded: Folded,
  ) => Promise<readonly Omit<RebuildFault, 'streamId'>[]>;
  readonly write: (tx: Tx, streamId: string, folded: Folded) => Promise<void>;
}

const system = { actor: 'system:rebuild', units: [], roles: ['system'] };
const faultOf = (streamId: string, what: RebuildFault['what'], error: unknown): RebuildFault => ({
  streamId,
  what,
  detail: error instanceof Error ? error.message : String(error),
});

/** One stream in a transaction of its own; a broken chain is told and nothing is made of it. */
async function rebuildOne<Folded>(
  tx: Tx,
  work: StreamRebuild<Folded>,
  mode: RebuildMode,
  streamId: string,
): Promise<readonly RebuildFault[]> {
  await setStream(tx, streamId);
  const events = await loadEvents(tx, streamId);
  const broken = findBreak(events);
  if (broken !== null) return [{ streamId, what: 'chain', detail: `event ${broken}` }];
  let folded: Folded | null;
  try {
    folded = await work.fold(tx, streamId, events);
  } catch (error) {
    return [faultOf(streamId, error instanceof SealBroken ? 'sealed' : 'fold', error)];
  }
  if (folded === null) return [{ streamId, what: 'fold', detail: 'empty stream' }];
  if (mode === 'write') {
    await work.write(tx, streamId, folded);
    return [];
  }
  return (await work.compare(tx, streamId, folded)).map((fault) => ({ streamId, ...fault }));
}

/**
 * Folds every stream of some kinds again from the record (L-1) and compares or writes what follows.
 * @param onProgress told after each page how many streams were done
 * @returns every difference and every broken chain
 */
export async function rebuildStreams<Folded>(
  deps: Pick<PetitionDeps, 'db'>,
  work: StreamRebuild<Folded>,
  mode: RebuildMode,
  onProgress: (done: number) => void = () => undefined,
): Promise<readonly RebuildFault[]> {
  const faults: RebuildFault[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  for (let done = 0; ;) {
    const streams = await deps.db.withActor(system, 'write', (tx) =>
      nextStreams(tx, work.kinds, after),
    );
    const last = streams.at(-1);
    if (last === undefined) return faults;
    for (const streamId of streams) {
      const found = await deps.db.withActor(system, 'write', (tx) =>
        rebuildOne(tx, work, mode, streamId),
      );
      faults.push(...found);
    }
    after = last;
    done += streams.length;
    onProgress(done);
  }
}
