import { lengthOf } from '../../kernel/clean-text.ts';
import type { SealedItem, SealedText } from '../../kernel/sealed.ts';
import type { SealedRow } from './store.ts';
import type { CaseKey, Vault } from './vault.ts';

/** Seals the values of one command under the case key and keeps them until they are written. */
export class Sealer {
  readonly #vault: Vault;
  readonly #key: CaseKey;
  readonly #streamId: string;
  readonly #nextId: () => string;
  readonly rows: SealedRow[] = [];

  constructor(options: {
    readonly vault: Vault;
    readonly key: CaseKey;
    readonly streamId: string;
    readonly nextId: () => string;
  }) {
    this.#vault = options.vault;
    this.#key = options.key;
    this.#streamId = options.streamId;
    this.#nextId = options.nextId;
  }

  /** Seals a value under an id; a new one unless given. */
  item(value: unknown, id: string = this.#nextId()): SealedItem {
    const sealed = this.#vault.sealJson(this.#key, this.#streamId, id, value);
    this.rows.push({ id: sealed.id, ciphertext: sealed.ciphertext });
    return { id: sealed.id, hash: sealed.hash };
  }

  /** Seals words; further facts may lie beside them. */
  text(words: string, more: Readonly<Record<string, string>> = {}, id?: string): SealedText {
    return { ...this.item({ text: words, ...more }, id), length: lengthOf(words) };
  }
}
