import { ok, type Result } from '../../kernel/result.ts';
import { refuse, type Refusal } from '../../kernel/refusals.ts';

/**
 * Words of a template that an office may change. Plain text with {placeholders}; what a default
 * text names, an office's text must name too, so that no right and no date is lost on the way.
 */
export type Slots = Readonly<Record<string, string>>;

/** Placeholders that every text may use: 你 or 你们, 我单位 or 我局, the issuing body's name. */
export const commonPlaceholders: readonly string[] = ['you', 'we', 'issuer'];

const maximumLength = 4_000;

/** Names in braces, in order of appearance, each once. */
export function placeholdersOf(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/\{([A-Za-z]+)\}/gu), (match) => match[1] ?? ''))];
}

/** Checks an office's own text for a slot against the default text. */
export function checkSlotText(defaultText: string, text: string): Result<string, Refusal> {
  const trimmed = text.trim();
  if (trimmed === '') return refuse('paper-text-empty');
  if (trimmed.length > maximumLength)
    return refuse('paper-text-too-long', { limit: maximumLength });
  if (/[{}]/u.test(trimmed.replaceAll(/\{[A-Za-z]+\}/gu, ''))) return refuse('paper-text-braces');
  const known = placeholdersOf(defaultText);
  const used = placeholdersOf(trimmed);
  const unknown = used.find((name) => !known.includes(name) && !commonPlaceholders.includes(name));
  if (unknown !== undefined) return refuse('paper-placeholder-unknown', { name: `{${unknown}}` });
  const missing = known.find((name) => !used.includes(name) && !commonPlaceholders.includes(name));
  if (missing !== undefined) return refuse('paper-placeholder-missing', { name: `{${missing}}` });
  return ok(trimmed);
}

/** Fills a checked text once: braces inside a value stay what they are. */
export function fillSlot(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{([A-Za-z]+)\}/gu, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`paper text without a value for {${name}}`);
    return String(value);
  });
}
