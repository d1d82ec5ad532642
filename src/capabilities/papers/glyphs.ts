import { cleanText } from '../../kernel/clean-text.ts';

/**
 * The text as it may be printed: without the invisible characters and direction overrides that
 * could hide or reorder what is read (a number, a name). Line feeds stay, a tab becomes a space.
 */
export function printable(text: string): string {
  return cleanText(text).text.replaceAll('\t', ' ');
}

/**
 * Characters that no font at hand has print as 〔U+1F600〕: nothing that a person wrote disappears
 * behind an empty box, and the office sees which character needs a font of its own. Joiners and
 * variation selectors without a glyph are left out; they have no shape of their own.
 */
export function spellMissing(text: string, has: (codePoint: number) => boolean): string {
  return Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint === 0x0a || has(codePoint)) return character;
    if (/[\p{Cf}\p{Variation_Selector}]/u.test(character)) return '';
    return `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`;
  }).join('');
}

/**
 * Marks where a petition number or telephone may break at the end of a line: after a hyphen within
 * it. Unbroken, it would tear the line before it apart when that is spread to full width.
 */
export function breakable(text: string): string {
  return text.replaceAll(/(?<=[0-9A-Za-z]-)(?=[0-9A-Za-z]{3})/gu, '\u200b');
}
