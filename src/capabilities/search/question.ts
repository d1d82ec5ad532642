import { parsePetitionNumber } from '../../kernel/petition-number.ts';

/** What somebody typed into the one search field. */
export type Question =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'identity-number' | 'telephone'; readonly value: string }
  | { readonly kind: 'words'; readonly text: string };

const compact = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\p{Pd}]/gu, '');

/** Tells numbers of petitions and people from words. */
export function readQuestion(typed: string): Question {
  const parsed = parsePetitionNumber(typed);
  if (parsed.ok) return { kind: 'number', number: parsed.value };
  const digits = compact(typed);
  if (/^\d{17}[\dXx]$/.test(digits)) return { kind: 'identity-number', value: digits };
  if (/^(?:\+?86)?1[3-9]\d{9}$/.test(digits)) return { kind: 'telephone', value: digits };
  return { kind: 'words', text: typed };
}
