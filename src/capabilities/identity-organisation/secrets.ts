import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import type { MasterKeys } from '../../platform/vault/index.ts';

/** Keys of this capability, both outside the database. */
export interface IdentityKeys {
  /** Seals the secrets of second factors. */
  readonly totp: KeyObject;
  /** Hashes names that were typed at a failed sign-in. */
  readonly names: KeyObject;
  /** Makes the keys under which people's browsers seal their drafts. */
  readonly drafts: KeyObject;
}

/** Derives the keys from the master key; the purpose is pinned, so a rotation leaves them. */
export const identityKeys = (masterKeys: MasterKeys): IdentityKeys => {
  const derive = (label: string): KeyObject =>
    createSecretKey(
      createHmac('sha256', masterKeys.key('derived-id')).update(`identity ${label}`).digest(),
    );
  return { totp: derive('totp'), names: derive('names'), drafts: derive('drafts') };
};

/** A session token: 256 random bits that only the browser keeps. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token. The token is random, so a plain hash is enough. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Stands for a typed name in the book of wrong tries. */
export const hashName = (keys: IdentityKeys, name: string): Buffer =>
  createHmac('sha256', keys.names).update(name).digest();

/**
 * The key under which one person's browser seals what is typed and not sent. It comes with the
 * session and is never kept there, so a computer alone does not tell what was typed on it.
 */
export const draftKeyOf = (keys: IdentityKeys, userId: string): string =>
  createHmac('sha256', keys.drafts).update(userId).digest('base64url');

const nonceLength = 12;
const tagLength = 16;

/** Seals a second-factor secret for one person: nonce ‖ ciphertext ‖ tag. */
export const sealSecret = (keys: IdentityKeys, userId: string, secret: string): Buffer => {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', keys.totp, nonce);
  cipher.setAAD(Buffer.from(userId));
  return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
};

/** Opens what `sealSecret` sealed; a changed byte or another person's secret throws. */
export const openSecret = (keys: IdentityKeys, userId: string, sealed: Buffer): string => {
  const decipher = createDecipheriv('aes-256-gcm', keys.totp, sealed.subarray(0, nonceLength));
  decipher.setAAD(Buffer.from(userId));
  decipher.setAuthTag(sealed.subarray(-tagLength));
  const body = sealed.subarray(nonceLength, -tagLength);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
};

const recoveryCodes = 10;
/** Without letters and digits that look alike. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const newRecoveryCode = (): string => {
  const signs = [...randomBytes(16)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return signs.replaceAll(/(.{4})(?=.)/g, '$1-');
};

/** Ten codes of 80 bits for the day the telephone is lost; each works once. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodes }, newRecoveryCode);

/** @returns nothing when the text cannot be a recovery code */
export const hashRecoveryCode = (code: string): string | undefined => {
  const signs = code.toUpperCase().replaceAll(/[\s-]/g, '');
  if (!/^[A-Z2-9]{16}$/.test(signs)) return undefined;
  return createHash('sha256').update(`recovery ${signs}`).digest('base64url');
};
