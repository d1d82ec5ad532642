import { actorId, type Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { isGranted } from '../../../kernel/permissions.ts';
import type { MeetingContext } from '../decide/index.ts';
import type { MeetingDeps } from './deps.ts';

/** What the rules are told of people and units, as they are in this transaction. */
export async function contextOf(
  tx: Tx,
  deps: MeetingDeps,
  actor: Actor,
  now: number,
): Promise<MeetingContext> {
  const organisation = await deps.organisation(tx);
  return {
    actor: actorId(actor),
    userId: actor.kind === 'staff' ? actor.userId : null,
    now,
    units: organisation,
    holdsPost: organisation.holdsPost,
    maySign: (userId, unitId) =>
      isGranted(organisation.rolesAt(userId, unitId), 'joint-meeting.sign', new Set(['unit'])),
  };
}
