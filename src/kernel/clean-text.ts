/** A kind of character that has no business in a person's text, as the report names it. */
export type RemovedKind =
  | 'control'
  | 'bidirectional'
  | 'zero-width'
  | 'hidden-tag'
  | 'noncharacter'
  | 'lone-surrogate';

export interface CleanedText {
  readonly text: string;
  /** What was taken out and how often; empty when nothing was. */
  readonly removed: readonly { readonly kind: RemovedKind; readonly count: number }[];
}

/** Letters and marks of scripts that change shape by invisible joiners. */
const SHAPED = String.raw`[[\p{L}\p{M}]&&[\p{sc=Arab}\p{sc=Mong}]]`;
const BEFORE_JOINER = String.raw`\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F${SHAPED}`;
const AFTER_JOINER = String.raw`\p{Extended_Pictographic}${SHAPED}`;

/** Fillers, breaks and marks without width, and joiners where no writing needs them. */
const ZERO_WIDTH = [
  String.raw`[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u200B\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0]`,
  String.raw`(?<![${SHAPED}])[\u180E\u200C]|\u200C(?![${SHAPED}])`,
  String.raw`(?<![${BEFORE_JOINER}])\u200D|\u200D(?![${AFTER_JOINER}])`,
].join('|');

/**
 * Order matters: the joiners are judged last, by neighbours that will stay.
 *
 * Joiners stay where writing needs them: between pictographs (a family is one sign), and inside
 * Arabic and Mongolian script, in which Uyghur, Kazakh and Mongolian petitioners write. Private-use
 * characters stay everywhere: rare characters in names are typed with them.
 */
const REMOVALS: readonly { kind: RemovedKind; pattern: RegExp; by: string }[] = [
  { kind: 'lone-surrogate', pattern: /\p{Surrogate}/gu, by: '\uFFFD' },
  { kind: 'control', pattern: /(?![\n\t])\p{Control}/gu, by: '' },
  { kind: 'noncharacter', pattern: /\p{Noncharacter_Code_Point}|[\uFFF9-\uFFFB]/gu, by: '' },
  { kind: 'bidirectional', pattern: /\p{Bidi_Control}/gu, by: '' },
  { kind: 'hidden-tag', pattern: /[\u{E0000}-\u{E007F}]/gu, by: '' },
  { kind: 'zero-width', pattern: new RegExp(ZERO_WIDTH, 'gv'), by: '' },
];

/**
 * Makes text that people typed or pasted safe to store, search, compare and show: NFC, one kind of
 * line end, no invisible or direction-changing characters. Nothing visible is lost; a broken half
 * of a character becomes U+FFFD, so that a reader sees the gap.
 *
 * @param input any string, also with lone surrogates
 * @returns the text and what was removed; cleaning it again changes nothing
 * Source: Unicode Standard Annexes #9 and #15, Technical Report #36 (security of invisible text).
 */
export function cleanText(input: string): CleanedText {
  let text = input.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  const removed: { kind: RemovedKind; count: number }[] = [];
  for (const { kind, pattern, by } of REMOVALS) {
    let count = 0;
    text = text.replace(pattern, () => {
      count += 1;
      return by;
    });
    if (count > 0) removed.push({ kind, count });
  }
  return { text: text.normalize('NFC'), removed };
}

/** Letters that never join with a neighbour: each is one character to a person. */
const plain = /^[\n\x20-\x7E\u3000-\u3029\u4E00-\u9FFF\uFF01-\uFF5E]*$/;

const graphemes = new Intl.Segmenter('zh-Hans-CN', { granularity: 'grapheme' });

/**
 * Length as a person counts: one for a family of emoji or for a letter with its accents.
 *
 * @returns number of grapheme clusters
 */
export function lengthOf(text: string): number {
  // Nearly every petition: 0.4 µs for 150 characters, against 15 µs by the segmenter.
  if (plain.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}
