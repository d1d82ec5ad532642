import { createSecretKey, type KeyObject } from 'node:crypto';
import type { MasterKeys } from './master-key.ts';
import { randomFromPool } from './random.ts';
import { findSuiteById, suiteNamed, type CipherSuite, type SuiteName } from './suite.ts';

/** The key of one case, in memory only. A KeyObject shows nothing when logged by mistake. */
export type CaseKey = KeyObject;

/** A new case key, and its wrapped form for the table case_key. */
export interface NewCaseKey {
  readonly key: CaseKey;
  readonly wrapped: Buffer;
  readonly keyVersion: number;
}

/** A sealed JSON value for the table sealed, and the commitment that its event carries. */
export interface SealedItem {
  readonly id: string;
  readonly ciphertext: Buffer;
  readonly hash: string;
}

/** Sealed data that does not open: altered, misplaced, or sealed under another key. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const FORMAT = 1;
const HEADER = 2;
const SALT = 16;
const KEY_BYTES = 32;
const WRAP_CONTEXT = Buffer.from('huiyin case key');
const REMEMBERED_CASE_KEYS = 2000;

/**
 * Seals and opens, in the process alone: no database, no file. What it seals begins with a format
 * byte and a suite byte, so that both can change while the old data still opens.
 */
export class Vault {
  readonly #keys: MasterKeys;
  readonly #suite: CipherSuite;
  /** Case keys by wrapped form, the least recently used first. */
  readonly #unwrapped = new Map<string, CaseKey>();

  /**
   * @param keys the master keys
   * @param suite the suite that new data is sealed with; that of the current master key unless told
   */
  constructor(keys: MasterKeys, suite: SuiteName = keys.suiteOf().name) {
    this.#keys = keys;
    this.#suite = suiteNamed(suite);
  }

  /** The version of the master key that wraps new case keys. */
  get keyVersion(): number {
    return this.#keys.current;
  }

  /** @returns a fresh case key, wrapped by the current master key */
  newCaseKey(): NewCaseKey {
    const bytes = Buffer.from(randomFromPool(KEY_BYTES));
    return { key: createSecretKey(bytes), wrapped: this.#wrap(bytes), keyVersion: this.keyVersion };
  }

  /**
   * @param wrapped the wrapped case key, as stored
   * @param keyVersion the master key version that wrapped it
   * @returns the case key
   * @throws SealBroken when the bytes were altered, MasterKeyFault when the version is missing
   */
  unwrap(wrapped: Buffer, keyVersion: number): CaseKey {
    const name = wrapped.toString('latin1');
    const known = this.#unwrapped.get(name);
    if (known) {
      this.#unwrapped.delete(name);
      this.#unwrapped.set(name, known);
      return known;
    }
    const key = createSecretKey(
      openUnder(this.#keys.key('case-key', keyVersion), WRAP_CONTEXT, wrapped),
    );
    if (this.#unwrapped.size >= REMEMBERED_CASE_KEYS) {
      const oldest = this.#unwrapped.keys().next();
      if (!oldest.done) this.#unwrapped.delete(oldest.value);
    }
    this.#unwrapped.set(name, key);
    return key;
  }

  /**
   * The same case key under the current master key; what it sealed stays as it is.
   *
   * @param wrapped the wrapped case key, as stored
   * @param keyVersion the master key version that wrapped it
   * @returns the new wrapped form and its version
   */
  rewrap(wrapped: Buffer, keyVersion: number): { wrapped: Buffer; keyVersion: number } {
    const bytes = openUnder(this.#keys.key('case-key', keyVersion), WRAP_CONTEXT, wrapped);
    return { wrapped: this.#wrap(bytes), keyVersion: this.keyVersion };
  }

  /**
   * Seals bytes without salt and commitment: for what no event commits to, such as drafts.
   *
   * @param key the case key
   * @param associated where the value belongs; it opens nowhere else
   * @param plaintext text or bytes
   * @returns format byte, suite byte, nonce, ciphertext, tag
   */
  seal(key: CaseKey, associated: string, plaintext: string | Buffer): Buffer {
    const bytes = typeof plaintext === 'string' ? Buffer.from(plaintext, 'utf8') : plaintext;
    return sealUnder(this.#suite, key, Buffer.from(associated, 'utf8'), bytes);
  }

  /**
   * @param key the case key
   * @param associated as it was sealed
   * @param ciphertext what seal returned
   * @returns the plaintext
   * @throws SealBroken when the key, the place or any byte is wrong
   */
  open(key: CaseKey, associated: string, ciphertext: Buffer): Buffer {
    return openUnder(key, Buffer.from(associated, 'utf8'), ciphertext);
  }

  /**
   * Seals one JSON value of a case, with the commitment that its event carries. The salt is sealed
   * with the value: without the case key the commitment cannot be tried against guesses.
   *
   * @param key the case key
   * @param streamId the case's stream
   * @param itemId the item's id within the stream
   * @param value any JSON value
   * @returns the row for the table sealed, and hash = H(salt ‖ JSON) in 64 hexadecimal digits
   */
  sealJson(key: CaseKey, streamId: string, itemId: string, value: unknown): SealedItem {
    const json = JSON.stringify(value);
    if (json === undefined) throw new TypeError('Only JSON values can be sealed.');
    // Suite byte ‖ salt ‖ JSON; the suite byte says which hash the commitment used.
    const envelope = Buffer.allocUnsafe(1 + SALT + Buffer.byteLength(json));
    envelope[0] = this.#suite.id;
    randomFromPool(SALT).copy(envelope, 1);
    envelope.write(json, 1 + SALT, 'utf8');
    return {
      id: itemId,
      ciphertext: sealUnder(this.#suite, key, itemContext(streamId, itemId), envelope),
      hash: this.#suite.hashHex(envelope.subarray(1)),
    };
  }

  /**
   * @param key the case key
   * @param streamId the case's stream
   * @param itemId the item's id within the stream
   * @param ciphertext what sealJson returned
   * @param hash the commitment of the event, when it shall be checked too
   * @returns the value; its shape is the caller's to know
   * @throws SealBroken when the key, the place, any byte or the commitment is wrong
   */
  openJson<T>(
    key: CaseKey,
    streamId: string,
    itemId: string,
    ciphertext: Buffer,
    hash?: string,
  ): T {
    const envelope = openUnder(key, itemContext(streamId, itemId), ciphertext);
    if (hash !== undefined && commitmentOf(envelope) !== hash) {
      throw new SealBroken('The sealed value is not the one that its event committed to.');
    }
    return JSON.parse(envelope.toString('utf8', 1 + SALT)) as T;
  }

  #wrap(bytes: Buffer): Buffer {
    return sealUnder(this.#suite, this.#keys.key('case-key'), WRAP_CONTEXT, bytes);
  }
}

/**
 * The commitment that an event carries, for whoever holds the opened salt and plaintext.
 *
 * @param salt 16 bytes, sealed together with the plaintext
 * @param plaintext the JSON text
 * @param suite whose hash; SHA-256 unless the value was sealed with the national suite (SM3)
 * @returns 64 hexadecimal digits
 */
export function commitment(
  salt: Buffer,
  plaintext: string,
  suite: SuiteName = 'international',
): string {
  return suiteNamed(suite).hashHex(Buffer.concat([salt, Buffer.from(plaintext, 'utf8')]));
}

function commitmentOf(envelope: Buffer): string | undefined {
  return findSuiteById(envelope[0])?.hashHex(envelope.subarray(1));
}

/** A stream id holds no NUL, so two pairs of ids never give the same bytes. */
function itemContext(streamId: string, itemId: string): Buffer {
  return Buffer.from(`${streamId}\0${itemId}`, 'utf8');
}

function sealUnder(suite: CipherSuite, key: KeyObject, context: Buffer, plaintext: Buffer): Buffer {
  const header = Buffer.from([FORMAT, suite.id]);
  const body = suite.encrypt(key, Buffer.concat([header, context]), plaintext);
  return Buffer.concat([header, body]);
}

function openUnder(key: KeyObject, context: Buffer, sealed: Buffer): Buffer {
  const suite = sealed[0] === FORMAT ? findSuiteById(sealed[1]) : undefined;
  const header = sealed.subarray(0, HEADER);
  const opened = suite?.decrypt(key, Buffer.concat([header, context]), sealed.subarray(HEADER));
  if (!opened) throw new SealBroken('The sealed value does not open with this key at this place.');
  return opened;
}
