import { nobody } from '../../../platform/database/index.ts';
import type { ReviewDeps } from '../commands/deps.ts';
import { listBodies } from '../bodies-store.ts';

/** Every lawful body that was entered, with names, for the page of the administrator. */
export const readReviewBodies = (deps: ReviewDeps) =>
  deps.db.withActor(nobody, 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    const name = (id: string): string => organisation.find(id)?.name ?? '';
    return (await listBodies(tx)).map((entry) => ({
      ...entry,
      unitName: name(entry.unitId),
      bodyName: name(entry.bodyId),
    }));
  });
