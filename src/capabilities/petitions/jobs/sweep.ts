import { defineJob, type JobDefinition } from '../../../platform/jobs/index.ts';
import type { PetitionDeps } from '../commands/deps.ts';
import { scopeOf } from '../commands/scope.ts';
import { dropOldStaged, findKept } from '../stored-files.ts';
import { nothing } from './kinds.ts';
import { systemActor } from './run-all.ts';

const actor = systemActor('uploads');
const day = 24 * 3600 * 1000;

/** Every hour: files whose form never came, and files that no event came to name. */
export const sweepUploadsJob = (depsOf: () => PetitionDeps): JobDefinition =>
  defineJob({
    name: 'petitions.sweep-uploads',
    schema: nothing,
    schedule: { cron: '40 * * * *' },
    concurrency: 1,
    handler: async (_, { signal }) => {
      const deps = depsOf();
      const scope = scopeOf(actor);
      let dropped = 0;
      let before = new Date();
      do {
        signal.throwIfAborted();
        dropped = await deps.db.withActor(scope, 'write', (tx) => {
          before = new Date(tx.openedAt.getTime() - day);
          return dropOldStaged(tx, tx.openedAt);
        });
      } while (dropped > 0);
      await deps.files.sweepUnreferenced(
        (addresses) => deps.db.withActor(scope, 'write', (tx) => findKept(tx, addresses)),
        before,
      );
    },
  }) as JobDefinition;
