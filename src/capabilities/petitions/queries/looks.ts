import { scopeOf } from '../../../platform/database/index.ts';
import { readLooksAt } from '../store-access.ts';
import type { PetitionReads } from './deps.ts';

/** One look at the petitioner's data, as the petitioner is told of it. */
export interface OwnLook {
  /** Epoch ms. */
  readonly at: number;
  /** The body that looked; which of its people it was, its auditors know. */
  readonly unit: string;
  /** Which part: `person`, `paper`, `attachment`, `receipt`, `export`, … */
  readonly what: string;
}

const mostLooks = 200;

/**
 * L-4: who read the petitioner's data, told to the petitioner, newest first.
 * @param petitionId a petition that was opened with its number and code
 * @returns at most 200 looks by staff; the petitioner's own are not among them
 */
export async function readOwnLooks(
  deps: PetitionReads,
  petitionId: string,
): Promise<readonly OwnLook[]> {
  // No role reads the log itself: the system reads the lines of this one petition.
  return deps.db.withActor(scopeOf({ kind: 'system', name: 'own-looks' }), 'read', async (tx) => {
    const house = await deps.organisation(tx);
    const rows = await readLooksAt(tx, petitionId, mostLooks);
    return rows.map(({ at, unit_id: unit, what }) => ({
      at: at.getTime(),
      unit: house.find(unit ?? '')?.name ?? '',
      what: what.split(':')[0] ?? what,
    }));
  });
}
