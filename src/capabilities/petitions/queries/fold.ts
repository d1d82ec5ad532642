import type { RecordedEvent } from '../../../platform/record/index.ts';
import { fold } from '../evolve.ts';
import type { Petition } from '../petition.ts';
import { upcast } from '../upcast.ts';

/**
 * A petition as the events that were read of it tell, such as those up to a moment.
 * @param events from the first one on, in order
 * @returns null when there are none
 */
export const foldPetition = (id: string, events: readonly RecordedEvent[]): Petition | null =>
  fold(id, events.map(upcast));
