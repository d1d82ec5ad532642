import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import type { IdentityContext } from '../context.ts';
import type { SignIn } from '../contract.ts';
import { loadOrganisation } from '../directory.ts';
import { verifyPassword } from '../passwords.ts';
import { signInScope } from '../scope.ts';
import { hashName, hashRecoveryCode, hashToken, newToken, openSecret } from '../secrets.ts';
import { agentOf, forgetTriesAfter, lockFor, sessionPeriods } from '../session-rules.ts';
import { lockAttempt, putAttempt } from '../store/attempts.ts';
import {
  findAccountByExternalName,
  findAccountByName,
  consumeRecoveryCode,
  consumeTotpStep,
  type Account,
} from '../store/people.ts';
import { insertSession } from '../store/sessions.ts';
import { findSetting } from '../store/settings.ts';
import { findTotpStep } from '../totp.ts';

/** A name as typed at the door: blanks, width and case do not matter. */
const normalised = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

interface Admission {
  readonly account: Account | undefined;
  readonly demo: boolean;
}

/**
 * Counts a try before it is checked, so that many at once do not slip past the lock; a right one
 * is forgotten afterwards. Works alike for names that nobody has.
 */
const admit = (context: IdentityContext, name: string): Promise<Result<Admission, Refusal>> =>
  context.database.withActor(signInScope, 'write', async (tx) => {
    const nameHash = hashName(context.keys, name);
    const now = tx.openedAt;
    const before = await lockAttempt(tx, nameHash, now);
    const account = await findAccountByName(tx, name);
    const demo = (await findSetting(tx, 'demo')) === true;
    const wait = (before.lockedUntil?.getTime() ?? 0) - now.getTime();
    if (wait > 0) return refuse('account-locked', { minutes: Math.ceil(wait / 60_000) });
    const forgotten = now.getTime() - before.lastAt.getTime() > forgetTriesAfter;
    const failures = (forgotten ? 0 : before.failures) + 1;
    const lock = lockFor(failures);
    await putAttempt(tx, nameHash, {
      failures,
      lastAt: now,
      lockedUntil: lock === 0 ? null : new Date(now.getTime() + lock),
    });
    return ok({ account, demo });
  });

/** Gives back the try that was counted: all of them after a success, one for half an answer. */
const giveBack = async (
  context: IdentityContext,
  tx: Tx,
  name: string,
  tries: 'all' | 'one',
): Promise<void> => {
  const nameHash = hashName(context.keys, name);
  const { failures, lastAt } = await lockAttempt(tx, nameHash, tx.openedAt);
  const left = tries === 'all' ? 0 : Math.max(0, failures - 1);
  await putAttempt(tx, nameHash, { failures: left, lastAt, lockedUntil: null });
};

/** Checks a one-time or recovery code and uses it up. */
const consumeCode = async (
  context: IdentityContext,
  tx: Tx,
  account: Account,
  code: string,
): Promise<boolean> => {
  const recovery = hashRecoveryCode(code);
  if (recovery !== undefined) return consumeRecoveryCode(tx, account.userId, recovery);
  if (account.totpSecret === null) return false;
  const secret = openSecret(context.keys, account.userId, account.totpSecret);
  const step = await findTotpStep(secret, code, await tx.now(), account.totpLastStep);
  return step !== undefined && consumeTotpStep(tx, account.userId, step);
};

type Proof = Pick<SignIn, 'userName' | 'password' | 'code'>;

/**
 * Proves a person by password and, where enrolled, second factor.
 * @param then what to do in the transaction in which the proof counts
 * @returns refusal `sign-in-wrong` (name, password or code), `second-factor-required`,
 *   `account-locked`, `account-disabled`; the last only to who knew the password
 */
export const prove = async <T>(
  context: IdentityContext,
  proof: Proof,
  then: (tx: Tx, account: Account, demo: boolean) => Promise<T>,
): Promise<Result<T, Refusal>> => {
  const name = normalised(proof.userName);
  const admitted = await admit(context, name);
  if (!admitted.ok) return admitted;
  const { account, demo } = admitted.value;
  const matches = await verifyPassword(account?.passwordHash, proof.password);
  if (!matches || account === undefined) return refuse('sign-in-wrong');
  return context.database.withActor(signInScope, 'write', async (tx) => {
    if (account.totpSecret !== null) {
      if (proof.code === undefined || proof.code.trim() === '') {
        await giveBack(context, tx, name, 'one');
        return refuse('second-factor-required', {}, 'code');
      }
      if (!(await consumeCode(context, tx, account, proof.code))) return refuse('sign-in-wrong');
    }
    await giveBack(context, tx, name, 'all');
    if (account.disabled) return refuse('account-disabled');
    return ok(await then(tx, account, demo));
  });
};

interface Opening {
  readonly secondFactor: boolean;
  readonly unitId: string | undefined;
  readonly agent: string | undefined;
}

/** Opens a session in the wanted unit, or the first in which the person holds a post. */
const openSession = async (tx: Tx, account: Account, opening: Opening): Promise<string> => {
  const organisation = await loadOrganisation(tx);
  const posts = organisation.findUser(account.userId)?.posts ?? [];
  const unitId = posts.find((post) => post.unitId === opening.unitId)?.unitId ?? posts[0]?.unitId;
  const token = newToken();
  const now = tx.openedAt;
  await insertSession(tx, hashToken(token), {
    sessionId: newId(),
    userId: account.userId,
    unitId: unitId ?? null,
    secondFactor: opening.secondFactor,
    passwordExpired: account.passwordExpired,
    createdAt: now,
    lastSeenAt: now,
    freshUntil: new Date(now.getTime() + sessionPeriods.fresh),
    agent: agentOf(opening.agent),
  });
  return token;
};

/**
 * Signs in by password and second factor (O-2, X-2).
 * @param agent the User-Agent header
 * @returns the session's token, known to nobody else; refusals as in `prove`
 */
export const signIn = (
  context: IdentityContext,
  input: SignIn,
  agent: string | undefined,
): Promise<Result<string, Refusal>> =>
  prove(context, input, (tx, account, demo) =>
    openSession(tx, account, {
      secondFactor: account.totpSecret !== null || demo || !context.requireSecondFactor,
      unitId: input.unitId,
      agent,
    }),
  );

/**
 * Signs in somebody whom the single sign-on has proved; the second factor is its duty.
 * @param externalName value of the configured claim
 * @returns refusal `sign-in-wrong` when nobody here bears that name, `account-disabled`
 */
export const signInExternally = (
  context: IdentityContext,
  externalName: string,
  agent: string | undefined,
): Promise<Result<string, Refusal>> =>
  context.database.withActor(signInScope, 'write', async (tx) => {
    const account = await findAccountByExternalName(tx, externalName);
    if (account === undefined) return refuse('sign-in-wrong');
    if (account.disabled) return refuse('account-disabled');
    const known = { ...account, passwordExpired: false };
    return ok(await openSession(tx, known, { secondFactor: true, unitId: undefined, agent }));
  });
