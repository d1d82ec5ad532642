import type { Actor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { IdentityContext } from '../context.ts';
import type { Post, User } from '../contract.ts';
import type { Organisation } from '../organisation.ts';

/* Whoever gives posts could give the accusations away (L-5); docs/adr/accusation-posts-are-told.md. */

const heads: readonly string[] = ['office-head', 'unit-head'];

/** Whether the holder of a post is named for new accusations: the officer, or a head without one. */
const opensAccusations = (organisation: Organisation, post: Post): boolean =>
  post.role === 'accusation-officer' ||
  (heads.includes(post.role) && organisation.accusationOfficersOf(post.unitId).length === 0);

/**
 * Nobody gives themselves a post by which one sees accusations.
 * @returns refusal `second-person-required`
 */
export const checkGiver = (
  organisation: Organisation,
  actor: Actor,
  userId: string,
  post: Post,
): Result<undefined, Refusal> =>
  actor.kind === 'staff' && actor.userId === userId && opensAccusations(organisation, post)
    ? refuse('second-person-required')
    : ok(undefined);

/** Who is told of a unit's accusation posts: their holders, and the auditors of the place. */
const watchersOf = (organisation: Organisation, unitId: string): (readonly [User, string])[] => {
  const region = organisation.find(unitId)?.regionCode ?? '';
  const officers = organisation.accusationOfficersOf(unitId).map((user) => [user, unitId] as const);
  const auditors = organisation.users
    .filter((user) => !user.disabled)
    .flatMap((user) =>
      user.posts
        .filter((post) => post.role === 'auditor')
        .filter((post) =>
          organisation.isWithin(region, organisation.find(post.unitId)?.regionCode ?? '-'),
        )
        .map((post) => [user, post.unitId] as const),
    );
  return [...officers, ...auditors];
};

/** A name as a message takes it: no long number, nothing that could be read as more than a name. */
const plain = (name: string): string => name.replaceAll(/\d{7,}|[\p{Cc}{}<>@]/gu, '…');

/**
 * Tells, in the same transaction, everybody who watches over accusations of a unit that somebody
 * may see them from now on, or that somebody else than the person opened their account.
 * @param organisation as it was before
 * @param change.user who got the post, or whose account it is
 */
export const tellWatchers = async (
  tx: Tx,
  { tellStaff }: IdentityContext,
  organisation: Organisation,
  change: {
    readonly what: 'accusation-post-given' | 'accusation-account-opened';
    readonly actor: Actor;
    readonly user: Pick<User, 'userId' | 'displayName'>;
    readonly posts: readonly Post[];
  },
): Promise<void> => {
  const { what, user } = change;
  // What the operator's own tools found, such as the demo county, surprises nobody.
  if (change.actor.kind === 'system') return;
  const guarded = change.posts.filter((post) => opensAccusations(organisation, post));
  for (const post of new Map(guarded.map((each) => [each.unitId, each])).values()) {
    for (const [watcher, unitId] of watchersOf(organisation, post.unitId)) {
      if (what === 'accusation-post-given' && watcher.userId === user.userId) continue;
      await tellStaff?.(tx, {
        about: user.userId,
        userId: watcher.userId,
        unitId,
        template: what,
        params: {
          holder: plain(organisation.find(post.unitId)?.name ?? ''),
          person: plain(user.displayName),
        },
      });
    }
  }
};
