import type { Tx } from '../../platform/database/index.ts';
import type { RecordedEvent } from '../../platform/record/index.ts';
import {
  differencesOf,
  rebuildCases,
  rebuildStreams,
  type RebuildFault,
  type RebuildMode,
  type StreamRebuild,
} from '../petitions/index.ts';
import { findBodies, writeBodiesAgain } from './bodies-store.ts';
import type { BodyEntry } from './bodies.ts';
import type { ReviewDeps } from './commands/deps.ts';
import { reviewKind } from './queries/kind.ts';

/** The record keeps them as they were entered. */
const foldBodies = (events: readonly RecordedEvent[]): readonly BodyEntry[] =>
  events.reduce<readonly BodyEntry[]>((entries, { type, data }) => {
    if (type === 'ReviewBodyEntered') return [...entries, data as unknown as BodyEntry];
    const { id, to } = data as unknown as Pick<BodyEntry, 'id' | 'to'>;
    return entries.map((entry) => (entry.id === id ? { ...entry, to } : entry));
  }, []);

const byId = (entries: readonly BodyEntry[]) =>
  Object.fromEntries(entries.map((entry) => [entry.id, entry]));

const unitOf = (entries: readonly BodyEntry[]): string => entries[0]?.unitId ?? '';

/** V-1: which bodies were lawful when, by unit. */
const bodies: StreamRebuild<readonly BodyEntry[]> = {
  kinds: ['review-bodies'],
  fold: (_tx, _streamId, events) => Promise.resolve(foldBodies(events)),
  compare: async (tx: Tx, _streamId, entries) =>
    differencesOf(
      { bodies: byId(await findBodies(tx, unitOf(entries))) },
      { bodies: byId(entries) },
    ),
  write: (tx, _streamId, entries) => writeBodiesAgain(tx, unitOf(entries), entries),
};

/**
 * Folds reviews and their lawful bodies again from the record (L-1), and compares or writes what
 * follows.
 * @returns every difference and every broken chain
 */
export async function rebuildReviews(
  deps: ReviewDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> {
  return [
    ...(await rebuildCases(deps, reviewKind, mode)),
    ...(await rebuildStreams(deps, bodies, mode)),
  ];
}
