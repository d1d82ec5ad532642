/** Sealed bytes with their number used once. */
export interface SealedBytes {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

const fresh = (length: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(length));
const encode = (text: string) => new TextEncoder().encode(text);
const cipher = (iv: Uint8Array<ArrayBuffer>, place: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: encode(place),
});

/** @param place where it will lie; moved elsewhere it does not open */
export async function sealBytes(
  key: CryptoKey,
  bytes: BufferSource,
  place: string,
): Promise<SealedBytes> {
  const iv = fresh(12);
  return { iv, sealed: await crypto.subtle.encrypt(cipher(iv, place), key, bytes) };
}

/** @returns null when it was changed, or sealed under another key or for another place */
export async function openBytes(
  key: CryptoKey,
  { iv, sealed }: SealedBytes,
  place: string,
): Promise<ArrayBuffer | null> {
  try {
    return await crypto.subtle.decrypt(cipher(iv, place), key, sealed);
  } catch {
    return null;
  }
}

export const sealValue = (key: CryptoKey, value: unknown, place: string): Promise<SealedBytes> =>
  sealBytes(key, encode(JSON.stringify(value)), place);

export async function openValue<T>(
  key: CryptoKey,
  sealed: SealedBytes,
  place: string,
): Promise<T | null> {
  const bytes = await openBytes(key, sealed, place);
  // What is kept under a place is what is read there.
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as T);
}

const usages = ['encrypt', 'decrypt'] as const;

export const newKey = (extractable: boolean): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, extractable, [...usages]);

export const keyOfBytes = (bytes: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [...usages]);

export const bytesOfKey = (key: CryptoKey): Promise<ArrayBuffer> =>
  crypto.subtle.exportKey('raw', key);

/** OWASP's number for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023): about 0.3 s. */
const rounds = 600_000;

/** The key that a typed word gives; the salt lies beside what it seals. */
export async function keyOfWord(word: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const { subtle } = crypto;
  const base = await subtle.importKey('raw', encode(word.normalize('NFKC')), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, [...usages]);
}

export const newSalt = (): Uint8Array<ArrayBuffer> => fresh(16);

/** The key that the server releases with a session, made into one for this purpose alone. */
export async function keyOfSession(draftKey: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(
    atob(draftKey.replaceAll('-', '+').replaceAll('_', '/')),
    (each) => each.codePointAt(0) ?? 0,
  );
  const base = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  const how = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: encode('huiyin field store'),
  };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, [...usages]);
}
