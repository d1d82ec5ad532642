import type { zh } from './zh.ts';

/** The same keys with any text in them: what a language must say. */
type Said<T> = T extends string ? string : { readonly [K in keyof T]: Said<T[K]> };

export type Words = Said<typeof zh>;

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** Only the chosen language is loaded. */
export async function loadWords(language: Language): Promise<Words> {
  if (language === 'en') return (await import('./en.ts')).en;
  return (await import('./zh.ts')).zh;
}

/** Fills `{name}` in a sentence; what is not given stays empty. */
export function fill(
  sentence: string,
  params: Readonly<Record<string, string | number | undefined>>,
): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** The word for a code that may be newer than this catalogue; the code itself then. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}

/** The keys of a group, in the catalogue's order, for lists of choices. */
export function keysOf<K extends string>(words: Readonly<Record<K, string>>): K[] {
  return Object.keys(words) as K[];
}
