import type { Tx } from '../../platform/database/index.ts';
import { countByStage } from './tickets/store.ts';
import { openStages } from './tickets/terms.ts';

/** Tickets of a day that nobody has called to an end: heard, carried over or cancelled. */
export async function countOpenTickets(tx: Tx, dayId: string): Promise<number> {
  const stages = await countByStage(tx, dayId);
  return stages
    .filter(({ stage }) => openStages.includes(stage))
    .reduce((sum, { tickets }) => sum + tickets, 0);
}
