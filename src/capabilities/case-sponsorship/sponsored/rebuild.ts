import { setStream } from '../../../platform/database/index.ts';
import {
  differencesOf,
  rebuildStreams,
  type RebuildFault,
  type RebuildMode,
} from '../../petitions/index.ts';
import type { SponsoredDeps } from './commands/deps.ts';
import type { PostSettings } from './posts.ts';
import { findPostSettings, writePostSettings, type PostSettingRow } from './posts-store.ts';
import { foldTask } from './queries/kind.ts';
import { findTask, rowOfTask, writeTask, type TaskRow } from './task-store.ts';

const rebuildTasks = (deps: SponsoredDeps, mode: RebuildMode): Promise<readonly RebuildFault[]> =>
  rebuildStreams<TaskRow>(
    deps,
    {
      kinds: ['sponsored-task'],
      fold: (_, streamId, events) => {
        const task = foldTask(streamId, events);
        return Promise.resolve(task === null ? null : rowOfTask(task));
      },
      compare: async (tx, streamId, row) =>
        differencesOf({ case: await findTask(tx, streamId) }, { case: row }),
      write: async (tx, streamId, row) => {
        await setStream(tx, streamId);
        writeTask(tx, row);
      },
    },
    mode,
  );

const rebuildPosts = (deps: SponsoredDeps, mode: RebuildMode): Promise<readonly RebuildFault[]> =>
  rebuildStreams<PostSettingRow>(
    deps,
    {
      kinds: ['sponsored-posts'],
      fold: (_, streamId, events) => {
        const last = events.at(-1);
        const settings: unknown = last === undefined ? null : Reflect.get(last.data, 'settings');
        return Promise.resolve(
          last === undefined
            ? null
            : { streamId, settings: settings as PostSettings, version: last.seq },
        );
      },
      compare: async (tx, _, row) =>
        differencesOf({ case: await findPostSettings(tx) }, { case: row }),
      write: (tx, _, row) => {
        writePostSettings(tx, row);
        return Promise.resolve();
      },
    },
    mode,
  );

/**
 * Folds the tasks of the seven and the sheet of posts again from their records (L-1), and compares or
 * writes their rows. The cases themselves are records beside a petition, as `rebuildCases` makes them.
 * @returns every difference and every broken chain
 */
export const rebuildSponsored = async (
  deps: SponsoredDeps,
  mode: RebuildMode,
): Promise<readonly RebuildFault[]> => [
  ...(await rebuildTasks(deps, mode)),
  ...(await rebuildPosts(deps, mode)),
];
