import type { StaffActor } from '../../../kernel/actor.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import type { DisputeDeps } from '../commands/deps.ts';
import { looksOver } from '../policy.ts';

/** Somebody who reads disputes, with all the offices of whose lines they read. */
export interface Reader {
  readonly actor: StaffActor;
  /** The offices of the counties that a leader of their city looks over. */
  readonly counties: readonly string[];
}

/**
 * Leaders of a city read what the offices of its counties have, as leaders of a county read what the
 * units below theirs have (D-1). That is so for disputes alone: the post itself does not read there.
 */
export async function readerOf(deps: DisputeDeps, actor: StaffActor): Promise<Reader> {
  if (!looksOver(actor)) return { actor, counties: [] };
  const organisation = await deps.db.withActor(scopeOf(actor), 'read', deps.organisation);
  const own = organisation.find(actor.unitId);
  if (own?.level !== 'city') return { actor, counties: [] };
  const counties = organisation.countyOfficesWithin(own.regionCode);
  const readingUnits = [...new Set([...actor.readingUnits, ...counties])];
  return { actor: { ...actor, readingUnits }, counties };
}
