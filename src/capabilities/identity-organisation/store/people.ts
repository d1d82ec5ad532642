import type { Role } from '../../../kernel/permissions.ts';
import { run, type Tx } from '../../../platform/database/index.ts';

/** A person with what proves them; only signing in and its settings read this. */
export interface Account {
  readonly userId: string;
  readonly userName: string;
  readonly displayName: string;
  readonly language: 'zh-CN' | 'en';
  readonly disabled: boolean;
  readonly passwordHash: string | null;
  readonly passwordExpired: boolean;
  readonly totpSecret: Buffer | null;
  readonly totpPending: Buffer | null;
  readonly totpLastStep: number;
  readonly recoveryHashes: readonly string[];
}

const accountText = `
  SELECT p.user_id AS "userId", p.user_name AS "userName", p.display_name AS "displayName",
         p.language, p.disabled, s.password_hash AS "passwordHash",
         s.password_expired AS "passwordExpired", s.totp_secret AS "totpSecret",
         s.totp_pending AS "totpPending", s.totp_last_step AS "totpLastStep",
         s.recovery_hashes AS "recoveryHashes"
    FROM person p JOIN person_secret s ON s.user_id = p.user_id`;

export const findAccountByName = async (tx: Tx, userName: string): Promise<Account | undefined> => {
  const rows = await run<Account>(tx, {
    name: 'account.by-name',
    text: `${accountText} WHERE p.user_name = $1`,
    values: [userName],
  });
  return rows[0];
};

/** By the name that the single sign-on gives: the recorded one first, else the user name. */
export const findAccountByExternalName = async (
  tx: Tx,
  externalName: string,
): Promise<Account | undefined> => {
  const rows = await run<Account>(tx, {
    name: 'account.by-external-name',
    text: `${accountText} WHERE p.external_name = $1
              OR (p.external_name IS NULL AND p.user_name = lower($1))
            ORDER BY p.external_name NULLS LAST LIMIT 1`,
    values: [externalName],
  });
  return rows[0];
};

export const findAccount = async (tx: Tx, userId: string): Promise<Account | undefined> => {
  const rows = await run<Account>(tx, {
    name: 'account.by-id',
    text: `${accountText} WHERE p.user_id = $1`,
    values: [userId],
  });
  return rows[0];
};

export const hasPeople = async (tx: Tx): Promise<boolean> => {
  const rows = await run(tx, {
    name: 'person.any',
    text: 'SELECT 1 FROM person LIMIT 1',
    values: [],
  });
  return rows.length > 0;
};

export interface NewPerson {
  readonly userId: string;
  readonly userName: string;
  readonly externalName: string | null;
  readonly displayName: string;
  readonly language: string;
  readonly passwordHash: string | null;
  readonly passwordExpired: boolean;
  readonly at: Date;
}

export const insertPerson = async (tx: Tx, person: NewPerson): Promise<void> => {
  await run(tx, {
    name: 'person.insert',
    text: `INSERT INTO person (user_id, user_name, external_name, display_name, language, created_at)
           VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [
      person.userId,
      person.userName,
      person.externalName,
      person.displayName,
      person.language,
      person.at,
    ],
  });
  await run(tx, {
    name: 'person-secret.insert',
    text: `INSERT INTO person_secret (user_id, password_hash, password_expired)
           VALUES ($1, $2, $3)`,
    values: [person.userId, person.passwordHash, person.passwordExpired],
  });
};

export const updatePerson = async (
  tx: Tx,
  userId: string,
  change: { readonly displayName: string; readonly disabled: boolean },
): Promise<void> => {
  await run(tx, {
    name: 'person.update',
    text: 'UPDATE person SET display_name = $2, disabled = $3 WHERE user_id = $1',
    values: [userId, change.displayName, change.disabled],
  });
};

export const setLanguage = async (tx: Tx, userId: string, language: string): Promise<void> => {
  await run(tx, {
    name: 'person.language',
    text: 'UPDATE person SET language = $2 WHERE user_id = $1',
    values: [userId, language],
  });
};

export const setPassword = async (
  tx: Tx,
  userId: string,
  passwordHash: string,
  expired: boolean,
): Promise<void> => {
  await run(tx, {
    name: 'person-secret.password',
    text: `UPDATE person_secret SET password_hash = $2, password_expired = $3 WHERE user_id = $1`,
    values: [userId, passwordHash, expired],
  });
};

export interface SecondFactor {
  readonly secret: Buffer | null;
  readonly lastStep: number;
  readonly recoveryHashes: readonly string[];
}

/** Keeps a secret that a code has not confirmed yet. */
export const setPendingSecret = async (tx: Tx, userId: string, secret: Buffer): Promise<void> => {
  await run(tx, {
    name: 'person-secret.pending',
    text: 'UPDATE person_secret SET totp_pending = $2 WHERE user_id = $1',
    values: [userId, secret],
  });
};

export const setSecondFactor = async (
  tx: Tx,
  userId: string,
  factor: SecondFactor,
): Promise<void> => {
  await run(tx, {
    name: 'person-secret.totp',
    text: `UPDATE person_secret SET totp_secret = $2, totp_pending = NULL, totp_last_step = $3,
                  recovery_hashes = $4 WHERE user_id = $1`,
    values: [userId, factor.secret, factor.lastStep, factor.recoveryHashes],
  });
};

/** @returns false when that step, or a later one, was used in the meantime */
export const consumeTotpStep = async (tx: Tx, userId: string, step: number): Promise<boolean> => {
  const rows = await run(tx, {
    name: 'person-secret.use-step',
    text: `UPDATE person_secret SET totp_last_step = $2
            WHERE user_id = $1 AND totp_last_step < $2 RETURNING 1`,
    values: [userId, step],
  });
  return rows.length === 1;
};

/** @returns false when the code is none of theirs or was used */
export const consumeRecoveryCode = async (
  tx: Tx,
  userId: string,
  hash: string,
): Promise<boolean> => {
  const rows = await run(tx, {
    name: 'person-secret.use-recovery',
    text: `UPDATE person_secret SET recovery_hashes = array_remove(recovery_hashes, $2)
            WHERE user_id = $1 AND $2 = ANY (recovery_hashes) RETURNING 1`,
    values: [userId, hash],
  });
  return rows.length === 1;
};

export const insertPost = async (
  tx: Tx,
  post: { userId: string; unitId: string; role: Role; at: Date },
): Promise<void> => {
  await run(tx, {
    name: 'post.insert',
    text: 'INSERT INTO post (user_id, unit_id, role, from_at) VALUES ($1, $2, $3, $4)',
    values: [post.userId, post.unitId, post.role, post.at],
  });
};

export const endPost = async (
  tx: Tx,
  post: { userId: string; unitId: string; role: Role; at: Date },
): Promise<void> => {
  await run(tx, {
    name: 'post.end',
    text: `UPDATE post SET to_at = $4
            WHERE user_id = $1 AND unit_id = $2 AND role = $3 AND to_at IS NULL`,
    values: [post.userId, post.unitId, post.role, post.at],
  });
};

export const findLanguage = async (tx: Tx, userId: string): Promise<'zh-CN' | 'en'> => {
  const rows = await run<{ language: 'zh-CN' | 'en' }>(tx, {
    name: 'person.find-language',
    text: 'SELECT language FROM person WHERE user_id = $1',
    values: [userId],
  });
  return rows[0]?.language ?? 'zh-CN';
};
