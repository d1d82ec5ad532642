import type { StaffActor } from '../../../../kernel/actor.ts';
import type { OrganisationSnapshot } from '../../../petitions/index.ts';
import type { NamedLeader } from '../command.ts';
import { leadingPost } from '../policy.ts';

/** Somebody else as the leader of a case, in whichever of their posts leads. */
export function leaderNamed(organisation: OrganisationSnapshot, userId: string): NamedLeader {
  const post = leadingPost(userId, organisation.postsOf(userId), organisation);
  return post === null ? { userId, unit: '', eligible: false } : { ...post, eligible: true };
}

/** The actor as the leader of a case, in the post in which they act. */
export function leaderActing(organisation: OrganisationSnapshot, actor: StaffActor): NamedLeader {
  const { userId, unitId, roles } = actor;
  const posts = roles.map((role) => ({ unitId, role }));
  const eligible = leadingPost(userId, posts, organisation) !== null;
  return { userId, unit: unitId, eligible };
}
