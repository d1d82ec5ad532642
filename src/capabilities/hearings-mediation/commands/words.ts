import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import type { Sealer } from '../../../platform/vault/index.ts';
import { checkWords } from '../../petitions/index.ts';
import { CommandRefused } from '../../../platform/database/index.ts';
import { limits } from '../limits.ts';

/** Cleans what was typed; a refusal leaves by exception and becomes the answer. */
function clean(value: string, field: string, limit: number): string {
  const checked = checkWords(value, field, limit);
  if (!checked.ok) throw new CommandRefused(checked);
  return checked.value;
}

/** Seals the words of one command. */
export class WordSealer {
  readonly #sealer: Sealer;

  constructor(sealer: Sealer) {
    this.#sealer = sealer;
  }

  text(value: string, field: string, limit: number = limits.explanation): SealedText {
    return this.#sealer.text(clean(value, field, limit));
  }

  optional(value: string | undefined, field: string): SealedText | null {
    return value === undefined || value.trim() === '' ? null : this.text(value, field);
  }

  name(value: string | undefined, field: string): SealedItem | null {
    return value === undefined || value.trim() === ''
      ? null
      : this.#sealer.item({ name: clean(value, field, limits.name) });
  }
}
