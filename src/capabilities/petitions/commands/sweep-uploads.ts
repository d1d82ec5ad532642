import type { PetitionDeps } from './deps.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { dropOldStaged, findKept } from '../file-store.ts';
import { systemActor } from './run-all.ts';

const actor = systemActor('uploads');
const day = 24 * 3600 * 1000;

/** Removes files whose form never came within a day, and files that no event came to name. */
export async function sweepUploads(deps: PetitionDeps, signal: AbortSignal): Promise<void> {
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
}
