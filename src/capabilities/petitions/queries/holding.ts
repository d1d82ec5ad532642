import type { Tx } from '../../../platform/database/index.ts';
import { countHeld } from '../store.ts';

/**
 * How many open petitions a unit holds or answers for: it may not end without a successor (O-1).
 * @param tx a transaction of the system
 */
export const countOpenPetitions = (tx: Tx, unitId: string): Promise<number> =>
  countHeld(tx, unitId);
