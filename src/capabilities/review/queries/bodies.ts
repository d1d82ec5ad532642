import type { LocalDate } from '../../../kernel/local-date.ts';
import type { UnitDirectory } from '../../../kernel/units.ts';
import { nobody, type Tx } from '../../../platform/database/index.ts';
import type { ReviewDeps } from '../commands/deps.ts';
import { findBodies, listBodies } from '../bodies-store.ts';
import { lawfulBodies } from '../bodies.ts';
import type { Stage } from '../review.ts';

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

/**
 * Ids of the bodies that a request of this day would be offered, for the papers that name them.
 * @param asked.barred units that had a part in it, beside the issuer
 */
export async function findLawfulBodies(
  tx: Tx,
  units: UnitDirectory,
  asked: {
    readonly issuer: string;
    readonly stage: Stage;
    readonly on: LocalDate;
    readonly barred?: readonly string[];
  },
): Promise<readonly string[]> {
  const { issuer, stage, on, barred = [] } = asked;
  const entries = await findBodies(tx, issuer);
  const out = { units: [issuer, ...barred], people: [] };
  return lawfulBodies(entries, { unitId: issuer, stage, on }, out, units).map(({ unit }) => unit);
}
