import type { Tx } from '../../../../platform/database/index.ts';
import { loadEvents } from '../../../../platform/record/index.ts';
import { fold } from '../evolve.ts';
import type { Hall } from '../hall.ts';
import { upcastHall } from '../upcast.ts';

/** A hall as its record says; its stream must be open. */
export const loadHall = async (tx: Tx, hallId: string): Promise<Hall | null> =>
  fold(hallId, (await loadEvents(tx, hallId)).map(upcastHall));
