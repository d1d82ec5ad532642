import type { Language } from '../../platform/http/index.ts';

/** Sentences by key. A `{name}` is filled in; a part in [brackets] is left out when a name in it is. */
export type Sentences = Readonly<Record<string, string>>;

/** A catalogue: each sentence in both languages. */
export interface Catalogue<Key extends string> {
  readonly 'zh-CN': Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

export type Fillings = Readonly<Record<string, string | number>>;

/** Says a sentence of a catalogue in the reader's language. */
export type Say<Key extends string> = (key: Key, fillings?: Fillings) => string;

const fill = (sentence: string, fillings: Fillings): string =>
  sentence
    .replaceAll(/\[([^[\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => (fillings[name] ?? '') !== '')
        ? part
        : '',
    )
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => String(fillings[name] ?? ''));

/**
 * The sentences of a catalogue for one reader.
 * @param catalogue both languages
 * @param language the reader's
 */
export const sayer =
  <Key extends string>(catalogue: Catalogue<Key>, language: Language): Say<Key> =>
  (key, fillings = {}) =>
    fill(catalogue[language][key], fillings);

/** Says a sentence whose key is made from data; nothing when the catalogue has none. */
export const sayIfKnown = (
  catalogue: Catalogue<string>,
  language: Language,
  key: string,
  fillings: Fillings = {},
): string | undefined => {
  const sentence = Object.hasOwn(catalogue[language], key) ? catalogue[language][key] : undefined;
  return sentence === undefined ? undefined : fill(sentence, fillings);
};
