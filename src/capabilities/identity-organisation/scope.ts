import { actorId, type Actor, type StaffActor } from '../../kernel/actor.ts';
import type { DatabaseScope } from '../../platform/database/index.ts';

/**
 * An actor as row-level security sees it.
 * @param actor staff reads by the units worked out from posts, a petitioner one stream
 */
export const scopeOf = (actor: Actor): DatabaseScope => {
  const name = actorId(actor);
  if (actor.kind === 'staff') {
    return { actor: name, units: actor.readingUnits, roles: actor.roles };
  }
  if (actor.kind === 'petitioner') {
    return { actor: name, units: [], roles: ['petitioner'], streams: [actor.petitionId] };
  }
  return { actor: name, units: [], roles: ['system'] };
};

/** Signing in happens before anybody is known. */
export const signInScope: DatabaseScope = scopeOf({ kind: 'system', name: 'sign-in' });

/** An administrator's change that also touches sessions or passwords. */
export const elevatedScope = (actor: Actor): DatabaseScope => ({
  actor: actorId(actor),
  units: [],
  roles: ['system'],
});

/** A person who looks after the own account, whatever posts they hold. */
export const selfOf = (userId: string): StaffActor => ({
  kind: 'staff',
  userId,
  unitId: '',
  roles: [],
  readingUnits: [],
});
