import { actorId, type Actor } from '../../kernel/actor.ts';
import { isGranted } from '../../kernel/permissions.ts';
import type { DatabaseScope } from './scope.ts';

/**
 * Units whose petitions the actor may read: none without a post that reads petitions (O-3). The
 * unit in whose name the actor acts is the first; row-level security keeps an accusation from
 * whoever acts for an accused unit by it (P-6).
 */
export const readingUnitsOf = (actor: Actor): readonly string[] =>
  actor.kind === 'staff' && isGranted(actor.roles, 'petition.read', new Set(['reader']))
    ? [actor.unitId, ...actor.readingUnits.filter((unit) => unit !== actor.unitId)]
    : [];

/**
 * The actor as row-level security sees it.
 * @param streams streams open from the start: only for writing a new stream
 */
export function scopeOf(actor: Actor, streams: readonly string[] = []): DatabaseScope {
  return {
    actor: actorId(actor),
    units: readingUnitsOf(actor),
    roles: actor.kind === 'system' ? ['system'] : actor.kind === 'staff' ? actor.roles : [],
    streams,
  };
}

/** The unit in whose name an actor acts, as the record keeps it. */
export const unitOf = (actor: Actor): string | null =>
  actor.kind === 'staff' ? actor.unitId : null;
