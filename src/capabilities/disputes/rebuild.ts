import {
  differencesOf,
  rebuildStreams,
  type RebuildFault,
  type RebuildMode,
} from '../petitions/index.ts';
import type { DisputeDeps } from './commands/deps.ts';
import { likeTextOf } from './commands/new-dispute.ts';
import { disputeStreamKind } from './events.ts';
import { rowOf } from './projection.ts';
import { openRecord, type OpenedDispute } from './queries/open.ts';
import { findDispute, writeDispute } from './store.ts';
import { partySchema } from './contract.ts';

/** The keyed words of a dispute again, from its opened text. */
function wordsOf(deps: DisputeDeps, { dispute, text }: OpenedDispute): readonly bigint[] {
  const { parties } = dispute;
  const listed: unknown = parties === null ? [] : JSON.parse(text(parties));
  const names = partySchema
    .array()
    .parse(listed)
    .map(({ name }) => name);
  const like = { about: text(dispute.about), place: text(dispute.place) };
  return deps.words.wordsOf(likeTextOf(like, names));
}

/**
 * Folds disputes again from their records (L-1), and compares or writes what follows.
 * @returns every difference and every broken chain
 */
export const rebuildDisputes = (
  deps: DisputeDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> =>
  rebuildStreams<OpenedDispute>(
    deps,
    {
      kinds: [disputeStreamKind],
      fold: (tx, streamId) => openRecord(tx, deps, streamId),
      compare: async (tx, streamId, { dispute }) =>
        differencesOf(
          { dispute: await findDispute(tx, streamId) },
          { dispute: rowOf(dispute, deps.calendar()) },
        ),
      write: (tx, _, opened) => {
        writeDispute(tx, rowOf(opened.dispute, deps.calendar()), wordsOf(deps, opened));
        return Promise.resolve();
      },
    },
    mode,
  );
