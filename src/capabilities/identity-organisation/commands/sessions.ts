import type { StaffActor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { inTransaction, record } from '../change.ts';
import type { IdentityContext } from '../context.ts';
import { loadOrganisation } from '../directory.ts';
import { event } from '../events.ts';
import { readingUnitsOf } from '../organisation.ts';
import { selfOf, signInScope } from '../scope.ts';
import { hashToken } from '../secrets.ts';
import type { SignedIn } from '../session-cache.ts';
import { isAlive, sessionPeriods } from '../session-rules.ts';
import { findAccount } from '../store/people.ts';
import {
  findSession,
  listSessionRows,
  revokeSession,
  touchSession,
  updateSession,
  type SessionRow,
} from '../store/sessions.ts';
import { prove } from './sign-in.ts';

/**
 * Who a session token belongs to now.
 * @returns null when it is unknown, expired or revoked, or the account is disabled
 */
export const findSignedIn = async (
  context: IdentityContext,
  token: string,
): Promise<SignedIn | null> => {
  const known = context.sessions.find(token);
  if (known !== undefined) return known;
  const { generation } = context.sessions;
  const found = await context.database.withActor(signInScope, 'read', async (tx) => {
    const session = await findSession(tx, hashToken(token));
    if (session === undefined || !isAlive(session, tx.openedAt)) return null;
    const signedIn = await describe(tx, session);
    const stale = tx.openedAt.getTime() - session.lastSeenAt.getTime() > sessionPeriods.seenEvery;
    return signedIn === null ? null : { signedIn, seenAt: stale ? tx.openedAt : undefined };
  });
  const seenAt = found?.seenAt;
  if (found !== null && seenAt !== undefined) {
    await context.database.withActor(signInScope, 'write', (tx) =>
      touchSession(tx, found.signedIn.sessionId, seenAt),
    );
  }
  context.sessions.keep(token, found?.signedIn ?? null, generation);
  return found?.signedIn ?? null;
};

const describe = async (tx: Tx, session: SessionRow): Promise<SignedIn | null> => {
  const organisation = await loadOrganisation(tx);
  const user = organisation.findUser(session.userId);
  if (user === undefined || user.disabled) return null;
  const { unitId, userId } = session;
  const roles = user.posts.filter((post) => post.unitId === unitId).map((post) => post.role);
  const todo = session.passwordExpired
    ? 'change-password'
    : session.secondFactor
      ? null
      : 'enrol-second-factor';
  const actor: StaffActor | null =
    todo !== null || unitId === null || roles.length === 0
      ? null
      : {
          kind: 'staff',
          userId,
          unitId,
          roles,
          readingUnits: readingUnitsOf(organisation, unitId, roles),
        };
  const { sessionId, freshUntil } = session;
  const fresh = freshUntil > tx.openedAt;
  return { sessionId, userId, unitId, actor, todo, freshUntil, fresh };
};

/**
 * Whether a session still lives, for the same person in the same post. It asks without counting as
 * somebody's doing: a screen that only listens keeps no session alive.
 */
export const isStillSignedIn = (
  context: IdentityContext,
  token: string,
  actor: StaffActor,
): Promise<boolean> =>
  context.database.withActor(signInScope, 'read', async (tx) => {
    const session = await findSession(tx, hashToken(token));
    if (session === undefined || !isAlive(session, tx.openedAt)) return false;
    const now = (await describe(tx, session))?.actor ?? null;
    return now !== null && now.userId === actor.userId && now.unitId === actor.unitId;
  });

/** A person's living sessions, newest first. */
export const listSessions = (
  context: IdentityContext,
  userId: string,
): Promise<readonly SessionRow[]> =>
  context.database.withActor(signInScope, 'read', async (tx) =>
    (await listSessionRows(tx, userId)).filter((session) => isAlive(session, tx.openedAt)),
  );

/** Ends one of a person's own sessions at once. */
export const endSession = (
  context: IdentityContext,
  userId: string,
  sessionId: string,
): Promise<Result<undefined, Refusal>> =>
  inTransaction(context, signInScope, async (tx) => {
    const ended = await revokeSession(tx, userId, sessionId, tx.openedAt);
    if (!ended) return refuse('not-found');
    await record(tx, selfOf(userId), { kind: 'user', id: userId }, [
      event('SessionRevoked', { sessionId }),
    ]);
    return ok(undefined);
  });

/** Acts in another unit in which the person holds a post. */
export const chooseUnit = (
  context: IdentityContext,
  signedIn: SignedIn,
  unitId: string,
): Promise<Result<undefined, Refusal>> =>
  inTransaction(context, signInScope, async (tx) => {
    const user = (await loadOrganisation(tx)).findUser(signedIn.userId);
    const held = user?.posts.some((post) => post.unitId === unitId) ?? false;
    if (!held) return refuse('not-found');
    await updateSession(tx, signedIn.sessionId, { unitId });
    return ok(undefined);
  });

/** Proves the person anew, so that sensitive steps are open for ten minutes. */
export const renewFreshness = async (
  context: IdentityContext,
  signedIn: SignedIn,
  proof: { readonly password: string; readonly code?: string | undefined },
): Promise<Result<undefined, Refusal>> => {
  const account = await context.database.withActor(signInScope, 'write', (tx) =>
    findAccount(tx, signedIn.userId),
  );
  if (account === undefined) return refuse('not-signed-in');
  const asked = { userName: account.userName, password: proof.password, code: proof.code };
  const proved = await prove(context, asked, async (tx) => {
    const freshUntil = new Date(tx.openedAt.getTime() + sessionPeriods.fresh);
    await updateSession(tx, signedIn.sessionId, { freshUntil });
  });
  context.sessions.clear();
  return proved.ok ? ok(undefined) : proved;
};
