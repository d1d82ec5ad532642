import { openSealed, sealText, type Sealed } from './draft-seal.ts';

const prefix = 'huiyin:draft:';

/** After this time a forgotten draft is taken off the machine, in milliseconds. */
const keptMs = 3 * 24 * 3600_000;

/** As it lies in the browser: when it was typed, and nothing of what. */
interface Kept extends Sealed {
  readonly at: number;
}

interface Entry {
  readonly at: number;
  readonly value: unknown;
}

function keptOf(text: string | null): Kept | null {
  try {
    const kept = JSON.parse(text ?? '') as Partial<Kept>;
    const { at, iv, sealed } = kept;
    const isKept = typeof at === 'number' && typeof iv === 'string' && typeof sealed === 'string';
    return isKept ? { at, iv, sealed } : null;
  } catch {
    return null;
  }
}

/**
 * One person's unsent forms. They lie sealed in the browser and open only here, in memory, with the
 * key that comes with the session (docs/adr/drafts-lie-sealed-in-the-browser.md).
 */
export class DraftBook {
  readonly #userId: string;
  readonly #key: CryptoKey | null;
  readonly #storage: Storage;
  readonly #entries = new Map<string, Entry>();
  /** Forms whose newest words are being sealed. */
  readonly #sealing = new Map<string, Promise<void>>();

  private constructor(userId: string, key: CryptoKey | null, storage: Storage) {
    this.#userId = userId;
    this.#key = key;
    this.#storage = storage;
  }

  /**
   * Opens what this person left, and takes off the machine what is old or was never sealed.
   * @param draftKey of the session; without it, or where the browser cannot seal, nothing is kept
   * @param now epoch ms
   */
  static async open(
    userId: string,
    draftKey: string | null,
    storage: Storage,
    now: number,
  ): Promise<DraftBook> {
    const key = draftKey === null ? null : await importKey(draftKey);
    const book = new DraftBook(userId, key, storage);
    for (const place of Object.keys(storage).filter((each) => each.startsWith(prefix))) {
      const kept = keptOf(storage.getItem(place));
      if (kept === null || now - kept.at > keptMs) storage.removeItem(place);
      else await book.take(place, kept);
    }
    return book;
  }

  read<T>(form: string): T | null {
    // What a form keeps under its name is what it reads there.
    return (this.#entries.get(form)?.value as T | undefined) ?? null;
  }

  /** Keeps what is typed. Sealing takes about a millisecond; what comes meanwhile is sealed next. */
  write(form: string, value: unknown, now: number): void {
    this.#entries.set(form, { at: now, value });
    if (this.#sealing.has(form)) return;
    const done = this.#seal(form).finally(() => this.#sealing.delete(form));
    this.#sealing.set(form, done);
  }

  drop(form: string): void {
    this.#entries.delete(form);
    this.#storage.removeItem(this.#placeOf(form));
  }

  get count(): number {
    return this.#entries.size;
  }

  clear(): void {
    for (const form of this.#entries.keys()) this.drop(form);
  }

  /** Until all that was typed lies in the browser. */
  async settled(): Promise<void> {
    await Promise.all(this.#sealing.values());
  }

  /**
   * Takes over what lies at a place, as another window of the same person left it.
   * @param kept null when it was taken away there
   */
  async take(place: string, kept: Kept | null): Promise<void> {
    const own = `${prefix}${this.#userId}:`;
    if (!place.startsWith(own)) return;
    const form = place.slice(own.length);
    const text =
      kept === null || this.#key === null ? null : await openSealed(this.#key, kept, place);
    if (kept !== null && text !== null) {
      this.#entries.set(form, { at: kept.at, value: JSON.parse(text) as unknown });
    } else {
      this.#entries.delete(form);
    }
  }

  /** Follows other windows; returns how to stop. */
  follow(target: Window): () => void {
    const listen = (event: StorageEvent) => {
      if (event.key !== null) void this.take(event.key, keptOf(event.newValue));
    };
    target.addEventListener('storage', listen);
    return () => target.removeEventListener('storage', listen);
  }

  #placeOf(form: string): string {
    return `${prefix}${this.#userId}:${form}`;
  }

  async #seal(form: string): Promise<void> {
    if (this.#key === null) return;
    const place = this.#placeOf(form);
    for (;;) {
      const entry = this.#entries.get(form);
      if (entry === undefined) return;
      const sealed = await sealText(this.#key, JSON.stringify(entry.value), place);
      const now = this.#entries.get(form);
      // Sent or given up meanwhile: it must not come back.
      if (now === undefined) return;
      try {
        this.#storage.setItem(place, JSON.stringify({ at: entry.at, ...sealed }));
      } catch {
        // A full store must not stop the typing; the form itself still holds everything.
        return;
      }
      if (now === entry) return;
    }
  }
}

async function importKey(draftKey: string): Promise<CryptoKey | null> {
  const { subtle } = globalThis.crypto;
  // Only on a page that came over TLS, or from this very machine, can a browser seal.
  if ((subtle as SubtleCrypto | undefined) === undefined) return null;
  const bytes = Uint8Array.from(
    atob(draftKey.replaceAll('-', '+').replaceAll('_', '/')),
    (each) => each.codePointAt(0) ?? 0,
  );
  return subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
