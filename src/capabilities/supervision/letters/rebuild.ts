import {
  differencesOf,
  rebuildCases,
  rebuildStreams,
  type PetitionDeps,
  type RebuildFault,
  type RebuildMode,
  type StreamRebuild,
} from '../../petitions/index.ts';
import { lettersSettingsKind, type LettersSettingsEvent } from './events.ts';
import { lettersKind } from './queries/kind.ts';
import {
  findLettersSettings,
  writeLettersSettings,
  type LettersSettingRow,
} from './settings-store.ts';

/** The newest sheet counts. */
const settings: StreamRebuild<LettersSettingRow> = {
  kinds: [lettersSettingsKind],
  fold: (_tx, streamId, events) => {
    const last = events.at(-1);
    if (last === undefined) return Promise.resolve(null);
    const { data } = last as unknown as LettersSettingsEvent;
    return Promise.resolve({ ...data, streamId, version: last.seq });
  },
  compare: async (tx, _streamId, row) =>
    differencesOf({ case: await findLettersSettings(tx, row.unit) }, { case: row }),
  write: (tx, _streamId, row) => Promise.resolve(writeLettersSettings(tx, row)),
};

/**
 * Folds ladders of letters and their settings again from the record (L-1), and compares or writes
 * what follows.
 * @returns every difference and every broken chain
 */
export async function rebuildLetters(
  deps: PetitionDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> {
  return [
    ...(await rebuildCases(deps, lettersKind, mode)),
    ...(await rebuildStreams(deps, settings, mode)),
  ];
}
