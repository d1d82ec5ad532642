import type { Actor } from '../../../kernel/actor.ts';
import { isAccusation, type Petition } from '../petition.ts';

/** How much of a petition a reader sees; nothing at all is a matter of `isVisible`. */
export type Reach = 'whole' | 'task';

/**
 * A unit that only has a sub-task in it sees the demands and its task (P-6); whoever holds it,
 * held it or answers for it sees the whole.
 */
export function reachOf(actor: Actor, petition: Petition): Reach {
  if (actor.kind !== 'staff' || isAccusation(petition)) return 'whole';
  const whole = new Set([
    petition.office,
    petition.holder,
    petition.registeredBy,
    petition.superior,
    ...petition.returnedBy,
    ...petition.chain.flatMap((link) => [link.from, link.to]),
  ]);
  const co = new Set(petition.tasks.map((task) => task.unit));
  const reading = petition.readers.filter((unit) => actor.readingUnits.includes(unit));
  return reading.every((unit) => co.has(unit) && !whole.has(unit)) ? 'task' : 'whole';
}
