import type { Actor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { changeOrganisation, record } from '../change.ts';
import type { IdentityContext } from '../context.ts';
import type { Post, User } from '../contract.ts';
import { event } from '../events.ts';
import type { Organisation } from '../organisation.ts';
import { checkPost, mayAdminister } from '../rules.ts';
import { elevatedScope } from '../scope.ts';
import { endPost, insertPost } from '../store/people.ts';
import { revokeSessionsOf } from '../store/sessions.ts';
import { checkGiver, tellWatchers } from './accusation-access.ts';

const holds = (user: User, post: Post): boolean =>
  user.posts.some((held) => held.unitId === post.unitId && held.role === post.role);

/** Gives a person a post; what they may do changes, so their sessions end at once. */
export const givePost = (
  context: IdentityContext,
  actor: Actor,
  userId: string,
  post: Post,
): Promise<Result<undefined, Refusal>> =>
  changeOrganisation(context, elevatedScope(actor), async (tx, organisation) => {
    const user = organisation.findUser(userId);
    if (user === undefined) return refuse('not-found');
    const checked = checkPost(organisation, post);
    if (!checked.ok) return checked;
    const region = organisation.find(post.unitId)?.regionCode;
    const allowed = mayAdminister(organisation, actor, region);
    if (!allowed.ok) return allowed;
    if (holds(user, post)) return ok(undefined);
    const byOther = checkGiver(organisation, actor, userId, post);
    if (!byOther.ok) return byOther;
    await insertPost(tx, { userId, ...post, at: tx.openedAt });
    await revokeSessionsOf(tx, userId, tx.openedAt);
    await record(tx, actor, { kind: 'user', id: userId }, [event('PostGiven', post)]);
    const what = 'accusation-post-given';
    await tellWatchers(tx, context, organisation, { what, actor, user, posts: [post] });
    return ok(undefined);
  });

/** Ends a post; the person's sessions end at once. */
export const takePost = (
  context: IdentityContext,
  actor: Actor,
  userId: string,
  post: Post,
): Promise<Result<undefined, Refusal>> =>
  changeOrganisation(context, elevatedScope(actor), async (tx, organisation) => {
    const user = organisation.findUser(userId);
    const region = organisation.find(post.unitId)?.regionCode;
    const allowed = mayAdminister(organisation, actor, region);
    if (!allowed.ok) return allowed;
    if (user === undefined || !holds(user, post)) return refuse('not-found');
    await endPostAt(tx, actor, userId, post);
    return ok(undefined);
  });

const endPostAt = async (tx: Tx, actor: Actor, userId: string, post: Post): Promise<void> => {
  await endPost(tx, { userId, ...post, at: tx.openedAt });
  await revokeSessionsOf(tx, userId, tx.openedAt);
  await record(tx, actor, { kind: 'user', id: userId }, [event('PostEnded', post)]);
};

/** Moves all posts of a unit that ends to its successor, or ends them where there is none. */
export const movePosts = async (
  tx: Tx,
  actor: Actor,
  organisation: Organisation,
  unitId: string,
  successorId: string | null,
): Promise<void> => {
  for (const user of organisation.users) {
    for (const post of user.posts.filter((held) => held.unitId === unitId)) {
      await endPostAt(tx, actor, user.userId, post);
      if (successorId === null) continue;
      const moved = { unitId: successorId, role: post.role };
      if (holds(user, moved)) continue;
      await insertPost(tx, { userId: user.userId, ...moved, at: tx.openedAt });
      await record(tx, actor, { kind: 'user', id: user.userId }, [event('PostGiven', moved)]);
    }
  }
};
