/** Ciphertext and its number used once, both as base64. */
export interface Sealed {
  readonly iv: string;
  readonly sealed: string;
}

const base64 = (bytes: Uint8Array): string => {
  let text = '';
  // In pieces: a long letter has more bytes than a call takes arguments.
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCodePoint(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
};

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (each) => each.codePointAt(0) ?? 0);

/** @param place where it will lie; moved elsewhere it does not open */
export async function sealText(key: CryptoKey, text: string, place: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) },
    key,
    new TextEncoder().encode(text),
  );
  return { iv: base64(iv), sealed: base64(new Uint8Array(sealed)) };
}

/** @returns null when it was changed, or sealed for somebody else */
export async function openSealed(
  key: CryptoKey,
  { iv, sealed }: Sealed,
  place: string,
): Promise<string | null> {
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytesOf(iv), additionalData: new TextEncoder().encode(place) },
      key,
      bytesOf(sealed),
    );
    return new TextDecoder().decode(opened);
  } catch {
    return null;
  }
}
