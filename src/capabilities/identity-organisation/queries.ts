import type { StaffActor } from '../../kernel/actor.ts';
import { permissions, verbs, type Role } from '../../kernel/permissions.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { IdentityContext } from './context.ts';
import type { SessionView, Unit, User } from './contract.ts';
import { loadOrganisation } from './directory.ts';
import type { Organisation } from './organisation.ts';
import { mayAdminister } from './rules.ts';
import { signInScope } from './scope.ts';
import { draftKeyOf } from './secrets.ts';
import type { SignedIn } from './session-cache.ts';
import { findLanguage } from './store/people.ts';
import { findSetting } from './store/settings.ts';

const verbsOf = (held: readonly Role[]): string[] =>
  verbs.filter((verb) => held.some((role) => permissions[role][verb] !== undefined));

/**
 * What the interface needs to know of who is signed in: name, unit, posts, what may be done.
 * @param signedIn a living session
 */
export const getSessionView = (
  context: IdentityContext,
  signedIn: SignedIn,
): Promise<SessionView> =>
  context.database.withActor(signInScope, 'read', async (tx) => {
    const organisation = await loadOrganisation(tx);
    const user = organisation.findUser(signedIn.userId);
    if (user === undefined) throw new Error('a living session of nobody');
    const unit = signedIn.unitId === null ? undefined : organisation.find(signedIn.unitId);
    const roles = signedIn.actor?.roles ?? [];
    return {
      userId: user.userId,
      userName: user.userName,
      displayName: user.displayName,
      language: await findLanguage(tx, user.userId),
      unit:
        unit === undefined ? null : { id: unit.id, name: unit.name, regionCode: unit.regionCode },
      roles: [...roles],
      posts: user.posts.map((post) => ({
        ...post,
        unitName: organisation.find(post.unitId)?.name ?? post.unitId,
      })),
      verbs: verbsOf(roles),
      todo: signedIn.todo,
      freshUntil: signedIn.freshUntil.toISOString(),
      draftKey: signedIn.todo === null ? draftKeyOf(context.keys, user.userId) : null,
      demo: (await findSetting(tx, 'demo')) === true,
    };
  });

/** The organisation as a reader sees it now. */
export const getOrganisation = (context: IdentityContext): Promise<Organisation> =>
  context.database.withActor(signInScope, 'read', loadOrganisation);

/** Units by region (with all below it), kind and whether they still work. */
export const filterUnits = (
  organisation: Organisation,
  filter: {
    readonly regionCode?: string | undefined;
    readonly kind?: string | undefined;
    readonly active?: boolean | undefined;
  },
): Unit[] =>
  organisation.units.filter(
    (unit) =>
      (filter.kind === undefined || unit.kind === filter.kind) &&
      (filter.active === undefined || unit.active === filter.active) &&
      (filter.regionCode === undefined ||
        organisation.isWithin(unit.regionCode, filter.regionCode)),
  );

/**
 * Accounts with a post in the administrator's jurisdiction, and those without any.
 * @returns refusal `not-permitted`
 */
export const listUsers = async (
  context: IdentityContext,
  actor: StaffActor,
): Promise<Result<User[], Refusal>> => {
  const organisation = await getOrganisation(context);
  const isInside = (unitId: string): Result<undefined, Refusal> =>
    mayAdminister(organisation, actor, organisation.find(unitId)?.regionCode);
  const allowed = isInside(actor.unitId);
  if (!allowed.ok) return allowed;
  return ok(
    organisation.users.filter(
      ({ posts }) => posts.length === 0 || posts.some((post) => isInside(post.unitId).ok),
    ),
  );
};
