import type { Actor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { changeOrganisation, record } from '../change.ts';
import type { IdentityContext } from '../context.ts';
import { userNameSchema, type NewUser, type User } from '../contract.ts';
import { event } from '../events.ts';
import type { Organisation } from '../organisation.ts';
import { checkPassword, hashPassword } from '../passwords.ts';
import { checkPost, mayAdminister } from '../rules.ts';
import { elevatedScope } from '../scope.ts';
import {
  insertPerson,
  insertPost,
  setPassword,
  setSecondFactor,
  updatePerson,
} from '../store/people.ts';
import { revokeSessionsOf } from '../store/sessions.ts';
import { tellWatchers } from './accusation-access.ts';

/**
 * Adds an account with its posts.
 * @param newUser a password given here is the administrator's and must be changed at the first
 *   sign-in; none means single sign-on
 * @returns refusal `user-name-taken`, `password-weak`, `unit-unknown`, `unit-inactive`
 */
export const addUser = async (
  context: IdentityContext,
  actor: Actor,
  newUser: NewUser,
): Promise<Result<User, Refusal>> => {
  const prepared = await prepareUser(newUser);
  if (!prepared.ok) return prepared;
  return changeOrganisation(context, elevatedScope(actor), async (tx, organisation) => {
    const posts = newUser.posts ?? [];
    for (const post of posts) {
      const checked = checkPost(organisation, post);
      if (!checked.ok) return checked;
    }
    const regions = posts.map((post) => organisation.find(post.unitId)?.regionCode);
    const own = actor.kind === 'staff' ? organisation.find(actor.unitId)?.regionCode : undefined;
    for (const region of regions.length === 0 ? [own] : regions) {
      const allowed = mayAdminister(organisation, actor, region);
      if (!allowed.ok) return allowed;
    }
    const added = await insertUser(tx, actor, organisation, {
      ...prepared.value,
      expired: actor.kind === 'staff',
    });
    if (added.ok) {
      const what = 'accusation-post-given';
      await tellWatchers(tx, context, organisation, { what, actor, user: added.value, posts });
    }
    return added;
  });
};

export interface PreparedUser {
  readonly newUser: NewUser;
  readonly userName: string;
  readonly passwordHash: string | null;
}

/** Checks and hashes outside the transaction: argon2 takes longer than all of its statements. */
export const prepareUser = async (newUser: NewUser): Promise<Result<PreparedUser, Refusal>> => {
  const userName = userNameSchema.parse(newUser.userName);
  if (newUser.password === undefined) return ok({ newUser, userName, passwordHash: null });
  const strong = checkPassword(newUser.password, userName);
  if (!strong.ok) return strong;
  return ok({ newUser, userName, passwordHash: await hashPassword(newUser.password) });
};

/** Writes a checked account. */
export const insertUser = async (
  tx: Tx,
  actor: Actor,
  organisation: Organisation,
  prepared: PreparedUser & { readonly expired: boolean },
): Promise<Result<User, Refusal>> => {
  const { newUser, userName, passwordHash, expired } = prepared;
  if (organisation.users.some((user) => user.userName === userName)) {
    return refuse('user-name-taken', { name: userName }, 'userName');
  }
  const userId = newId();
  await insertPerson(tx, {
    userId,
    userName,
    externalName: newUser.externalName ?? null,
    displayName: newUser.displayName,
    language: newUser.language ?? 'zh-CN',
    passwordHash,
    passwordExpired: expired && passwordHash !== null,
    at: tx.openedAt,
  });
  const posts = newUser.posts ?? [];
  for (const post of posts) await insertPost(tx, { userId, ...post, at: tx.openedAt });
  await record(tx, actor, { kind: 'user', id: userId }, [
    event('UserAdded', { userName, displayName: newUser.displayName }),
    ...posts.map((post) => event('PostGiven', post)),
  ]);
  return ok({ userId, userName, displayName: newUser.displayName, disabled: false, posts });
};

/**
 * A person is within reach when all of their posts are: whoever sets the password of somebody who
 * also works at the level above could act there.
 */
const mayAdministerUser = (
  organisation: Organisation,
  actor: Actor,
  user: User | undefined,
): Result<User, Refusal> => {
  const own = actor.kind === 'staff' ? organisation.find(actor.unitId)?.regionCode : undefined;
  const regions = user?.posts.map((post) => organisation.find(post.unitId)?.regionCode) ?? [];
  const results = (regions.length === 0 ? [own] : regions).map((region) =>
    mayAdminister(organisation, actor, region),
  );
  const refused = results.find((result) => !result.ok);
  if (refused !== undefined) return refused;
  return user === undefined ? refuse('not-found') : ok(user);
};

export interface UserChange {
  readonly displayName?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** Renames, disables or enables an account; disabling ends its sessions at once. */
export const changeUser = (
  context: IdentityContext,
  actor: Actor,
  userId: string,
  change: UserChange,
): Promise<Result<User, Refusal>> =>
  changeOrganisation(context, elevatedScope(actor), async (tx, organisation) => {
    const allowed = mayAdministerUser(organisation, actor, organisation.findUser(userId));
    if (!allowed.ok) return allowed;
    const user = allowed.value;
    const displayName = change.displayName ?? user.displayName;
    const disabled = change.disabled ?? user.disabled;
    await updatePerson(tx, userId, { displayName, disabled });
    if (disabled) await revokeSessionsOf(tx, userId, tx.openedAt);
    await record(tx, actor, { kind: 'user', id: userId }, [
      ...(displayName === user.displayName ? [] : [event('UserRenamed', { displayName })]),
      ...(disabled === user.disabled ? [] : [event(disabled ? 'UserDisabled' : 'UserEnabled', {})]),
    ]);
    return ok({ ...user, displayName, disabled });
  });

/** Sets a new password for somebody, to be changed at the next sign-in. */
export const resetPassword = async (
  context: IdentityContext,
  actor: Actor,
  userId: string,
  password: string,
): Promise<Result<undefined, Refusal>> =>
  changeOrganisation(context, elevatedScope(actor), async (tx, organisation) => {
    const allowed = mayAdministerUser(organisation, actor, organisation.findUser(userId));
    if (!allowed.ok) return allowed;
    const strong = checkPassword(password, allowed.value.userName);
    if (!strong.ok) return strong;
    await setPassword(tx, userId, await hashPassword(password), true);
    await revokeSessionsOf(tx, userId, tx.openedAt);
    await record(tx, actor, { kind: 'user', id: userId }, [
      event('PasswordChanged', { bySelf: false }),
    ]);
    await tellOpened(tx, context, organisation, actor, allowed.value);
    return ok(undefined);
  });

/** Takes a lost second factor away; the person enrols a new one at the next sign-in. */
export const removeSecondFactor = (
  context: IdentityContext,
  actor: Actor,
  userId: string,
): Promise<Result<undefined, Refusal>> =>
  changeOrganisation(context, elevatedScope(actor), async (tx, organisation) => {
    const allowed = mayAdministerUser(organisation, actor, organisation.findUser(userId));
    if (!allowed.ok) return allowed;
    const none = { secret: null, lastStep: 0, recoveryHashes: [] };
    await setSecondFactor(tx, userId, none);
    await revokeSessionsOf(tx, userId, tx.openedAt);
    await record(tx, actor, { kind: 'user', id: userId }, [event('SecondFactorRemoved', {})]);
    await tellOpened(tx, context, organisation, actor, allowed.value);
    return ok(undefined);
  });

/** Whoever is given a new way in may be somebody else: those who watch over accusations hear of it. */
const tellOpened = (
  tx: Tx,
  context: IdentityContext,
  organisation: Organisation,
  actor: Actor,
  user: User,
): Promise<void> => {
  const what = 'accusation-account-opened';
  return tellWatchers(tx, context, organisation, { what, actor, user, posts: user.posts });
};
