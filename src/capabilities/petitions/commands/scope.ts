import { actorId, type Actor } from '../../../kernel/actor.ts';
import type { DatabaseScope } from '../../../platform/database/index.ts';

/**
 * The actor as row-level security sees it.
 * @param streams streams open from the start: only for writing a new stream
 */
export function scopeOf(actor: Actor, streams: readonly string[] = []): DatabaseScope {
  return {
    actor: actorId(actor),
    units: actor.kind === 'staff' ? actor.readingUnits : [],
    roles: actor.kind === 'system' ? ['system'] : actor.kind === 'staff' ? actor.roles : [],
    streams,
  };
}

/** The unit in whose name an actor acts, as the record keeps it. */
export const unitOf = (actor: Actor): string | null =>
  actor.kind === 'staff' ? actor.unitId : null;
