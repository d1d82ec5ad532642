import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hash,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { randomFromPool } from './random.ts';

/** Which family of algorithms seals new data; what is sealed already names its own. */
export type SuiteName = 'international' | 'national';

/** One family of algorithms: authenticated encryption, hash and keyed hash. */
export interface CipherSuite {
  readonly name: SuiteName;
  /** The byte by which a ciphertext names its suite; never reused. */
  readonly id: number;
  /** Its hash, as node:crypto calls it. */
  readonly digest: 'sha256' | 'sm3';
  /** Bytes that a sealed value is longer than its plaintext, header not counted. */
  readonly overhead: number;
  /** Returns nonce ‖ ciphertext ‖ tag. */
  encrypt(key: KeyObject, associated: Buffer, plaintext: Buffer): Buffer;
  /** Opens nonce ‖ ciphertext ‖ tag; undefined when the key or any byte is wrong. */
  decrypt(key: KeyObject, associated: Buffer, sealed: Buffer): Buffer | undefined;
  /** The hash of the bytes, in lower-case hexadecimal digits (64). */
  hashHex(data: Buffer): string;
  /** The keyed hash of the parts laid end to end (32 bytes). */
  mac(key: KeyObject, ...parts: readonly (Buffer | string)[]): Buffer;
}

const GCM_NONCE = 12;
const GCM_TAG = 16;

/** AES-256-GCM, SHA-256, HMAC-SHA-256. */
export const international: CipherSuite = {
  name: 'international',
  id: 1,
  digest: 'sha256',
  overhead: GCM_NONCE + GCM_TAG,

  encrypt(key, associated, plaintext) {
    const nonce = randomFromPool(GCM_NONCE);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(associated);
    const body = cipher.update(plaintext);
    cipher.final();
    return Buffer.concat([nonce, body, cipher.getAuthTag()]);
  },

  decrypt(key, associated, sealed) {
    if (sealed.length < GCM_NONCE + GCM_TAG) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, GCM_NONCE), {
      authTagLength: GCM_TAG,
    });
    decipher.setAAD(associated);
    decipher.setAuthTag(sealed.subarray(sealed.length - GCM_TAG));
    const plaintext = decipher.update(sealed.subarray(GCM_NONCE, sealed.length - GCM_TAG));
    try {
      decipher.final();
      return plaintext;
    } catch {
      return undefined;
    }
  },

  hashHex: (data) => hash('sha256', data, 'hex'),

  mac(key, ...parts) {
    const mac = createHmac('sha256', key);
    for (const part of parts) mac.update(part);
    return mac.digest();
  },
};

const CTR_NONCE = 16;
const SM3_TAG = 32;

interface NationalKeys {
  readonly cipher: KeyObject;
  readonly mac: KeyObject;
}

/** Encryption and authentication never share a key; the pair lives as long as its case key. */
const nationalKeys = new WeakMap<KeyObject, NationalKeys>();

function nationalKeysOf(key: KeyObject): NationalKeys {
  const known = nationalKeys.get(key);
  if (known) return known;
  const derive = (label: string) => createHmac('sm3', key).update(label).digest();
  const made = {
    cipher: createSecretKey(derive('huiyin sm4-ctr').subarray(0, 16)),
    mac: createSecretKey(derive('huiyin hmac-sm3')),
  };
  nationalKeys.set(key, made);
  return made;
}

/** The length goes first, so that associated data can never be read as ciphertext. */
function nationalTag(key: KeyObject, associated: Buffer, nonceAndBody: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(associated.length);
  return createHmac('sm3', key).update(length).update(associated).update(nonceAndBody).digest();
}

/**
 * SM4-CTR with HMAC-SM3 over the ciphertext (encrypt, then authenticate), SM3, HMAC-SM3
 * (GB/T 32907, GB/T 32905). OpenSSL 3.0 has no SM4-GCM, hence the composition.
 */
export const national: CipherSuite = {
  name: 'national',
  id: 2,
  digest: 'sm3',
  overhead: CTR_NONCE + SM3_TAG,

  encrypt(key, associated, plaintext) {
    const keys = nationalKeysOf(key);
    const nonce = randomFromPool(CTR_NONCE);
    const body = createCipheriv('sm4-ctr', keys.cipher, nonce).update(plaintext);
    const nonceAndBody = Buffer.concat([nonce, body]);
    return Buffer.concat([nonceAndBody, nationalTag(keys.mac, associated, nonceAndBody)]);
  },

  decrypt(key, associated, sealed) {
    if (sealed.length < CTR_NONCE + SM3_TAG) return undefined;
    const keys = nationalKeysOf(key);
    const nonceAndBody = sealed.subarray(0, sealed.length - SM3_TAG);
    const tag = nationalTag(keys.mac, associated, nonceAndBody);
    if (!timingSafeEqual(tag, sealed.subarray(sealed.length - SM3_TAG))) return undefined;
    return createDecipheriv('sm4-ctr', keys.cipher, nonceAndBody.subarray(0, CTR_NONCE)).update(
      nonceAndBody.subarray(CTR_NONCE),
    );
  },

  hashHex: (data) => createHash('sm3').update(data).digest('hex'),

  mac(key, ...parts) {
    const mac = createHmac('sm3', key);
    for (const part of parts) mac.update(part);
    return mac.digest();
  },
};

const suites: Readonly<Record<SuiteName, CipherSuite>> = { international, national };

/**
 * @param name the suite's name, as in the settings
 * @returns the suite
 */
export const suiteNamed = (name: SuiteName): CipherSuite => suites[name];

/**
 * @param id the suite byte of a ciphertext
 * @returns the suite, or undefined for a byte that names none
 */
export function findSuiteById(id: number | undefined): CipherSuite | undefined {
  return Object.values(suites).find((suite) => suite.id === id);
}
