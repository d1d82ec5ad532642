import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { inTransaction, record } from '../change.ts';
import type { IdentityContext } from '../context.ts';
import { event } from '../events.ts';
import { checkPassword, hashPassword } from '../passwords.ts';
import { selfOf, signInScope } from '../scope.ts';
import { hashRecoveryCode, newRecoveryCodes, openSecret, sealSecret } from '../secrets.ts';
import type { SignedIn } from '../session-cache.ts';
import {
  findAccount,
  setLanguage,
  setPassword,
  setPendingSecret,
  setSecondFactor,
  type Account,
} from '../store/people.ts';
import { revokeSessionsOf, updateSession } from '../store/sessions.ts';
import { describeTotp, findTotpStep, newTotpSecret } from '../totp.ts';
import { prove } from './sign-in.ts';

const streamOf = (userId: string) => ({ kind: 'user', id: userId }) as const;

const accountOf = async (
  context: IdentityContext,
  userId: string,
): Promise<Result<Account, Refusal>> => {
  const account = await context.database.withActor(signInScope, 'write', (tx) =>
    findAccount(tx, userId),
  );
  return account === undefined ? refuse('not-signed-in') : ok(account);
};

/**
 * Changes the own password; all other sessions end.
 * @returns refusal `password-weak`, `sign-in-wrong`, `second-factor-required`, `account-locked`
 */
export const changePassword = async (
  context: IdentityContext,
  signedIn: SignedIn,
  change: { readonly current: string; readonly next: string; readonly code?: string | undefined },
): Promise<Result<undefined, Refusal>> => {
  const account = await accountOf(context, signedIn.userId);
  if (!account.ok) return account;
  const { userId, userName } = account.value;
  const strong =
    change.next === change.current ? refuse('password-weak') : checkPassword(change.next, userName);
  if (!strong.ok) return { ok: false, refusal: { ...strong.refusal, field: 'next' } };
  const passwordHash = await hashPassword(change.next);
  const proof = { userName, password: change.current, code: change.code };
  const proved = await prove(context, proof, async (tx) => {
    await setPassword(tx, userId, passwordHash, false);
    await updateSession(tx, signedIn.sessionId, { passwordExpired: false });
    await revokeSessionsOf(tx, userId, tx.openedAt, signedIn.sessionId);
    await record(tx, selfOf(userId), streamOf(userId), [
      event('PasswordChanged', { bySelf: true }),
    ]);
  });
  context.sessions.clear();
  return proved.ok ? ok(undefined) : proved;
};

export interface Enrolment {
  /** Base32, for typing where the picture cannot be read. */
  readonly secret: string;
  readonly uri: string;
  /** QR code as a data URL. */
  readonly picture: string;
}

/**
 * Begins to enrol a second factor; it counts, and replaces an older one, once a code is shown.
 * @returns refusal `fresh-sign-in-required` when the last proof is older than ten minutes
 */
export const beginSecondFactor = async (
  context: IdentityContext,
  signedIn: SignedIn,
): Promise<Result<Enrolment, Refusal>> => {
  const account = await accountOf(context, signedIn.userId);
  if (!account.ok) return account;
  const { userId, userName } = account.value;
  // Whoever sits down at an open screen must not put their own telephone in place.
  if (!signedIn.fresh) return refuse('fresh-sign-in-required');
  const secret = newTotpSecret();
  const begun = await inTransaction(context, signInScope, async (tx) => {
    await setPendingSecret(tx, userId, sealSecret(context.keys, userId, secret));
    return ok(undefined);
  });
  if (!begun.ok) return begun;
  return ok({ secret, ...(await describeTotp(secret, userName)) });
};

/**
 * Confirms the second factor by a first code.
 * @returns ten recovery codes, shown this once; refusal `sign-in-wrong`
 */
export const confirmSecondFactor = async (
  context: IdentityContext,
  signedIn: SignedIn,
  code: string,
): Promise<Result<readonly string[], Refusal>> =>
  inTransaction(context, signInScope, async (tx) => {
    const account = await findAccount(tx, signedIn.userId);
    if (account === undefined || account.totpPending === null) {
      return refuse('sign-in-wrong', {}, 'code');
    }
    const secret = openSecret(context.keys, account.userId, account.totpPending);
    const lastStep = await findTotpStep(secret, code, await tx.now(), 0);
    if (lastStep === undefined) return refuse('sign-in-wrong', {}, 'code');
    const codes = newRecoveryCodes();
    await setSecondFactor(tx, account.userId, {
      secret: account.totpPending,
      lastStep,
      recoveryHashes: codes.flatMap((text) => hashRecoveryCode(text) ?? []),
    });
    await updateSession(tx, signedIn.sessionId, { secondFactor: true });
    await revokeSessionsOf(tx, account.userId, tx.openedAt, signedIn.sessionId);
    await record(tx, selfOf(account.userId), streamOf(account.userId), [
      event('SecondFactorEnrolled', {}),
    ]);
    return ok(codes);
  });

/** Remembers the language that a person works in. */
export const chooseLanguage = (
  context: IdentityContext,
  userId: string,
  language: 'zh-CN' | 'en',
): Promise<Result<undefined, Refusal>> =>
  inTransaction(context, signInScope, async (tx) => {
    await setLanguage(tx, userId, language);
    return ok(undefined);
  });
