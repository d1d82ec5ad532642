import type { Refusal } from '../../kernel/refusals.ts';
import type { Language } from './language.ts';

/** One word of a refusal's sentence, in both languages. */
export interface Word {
  readonly zh: string;
  readonly en: string;
}

/**
 * What codes are called in sentences, keyed `<parameter>.<code>`: `field.userName`,
 * `verb.petition.read`, `status.registered`. A code without an entry stands as it is.
 */
export type Words = Readonly<Record<string, Word>>;

/** Parts of a request that the platform itself reads. */
export const platformWords: Words = {
  'field.body': { zh: '请求内容', en: 'request body' },
  'field.querystring': { zh: '查询条件', en: 'query' },
  'field.params': { zh: '地址', en: 'address' },
  'field.headers': { zh: '请求头', en: 'headers' },
  'field.idempotency-key': { zh: '提交编号', en: 'Idempotency-Key' },
};

/** The name of a field path: its last part that has a word, so `people.0.name` finds `name`. */
const fieldName = (words: Words, path: string, language: Language): string => {
  const named = path
    .split('.')
    .toReversed()
    .find((part) => words[`field.${part}`] !== undefined);
  const word = words[`field.${path}`] ?? words[`field.${named ?? ''}`];
  return word === undefined ? path : pick(word, language);
};

const pick = (word: Word, language: Language): string => (language === 'zh-CN' ? word.zh : word.en);

/**
 * A refusal whose codes are replaced by what a reader calls them.
 * @param words the catalogue
 * @param refusal as the rules made it
 * @param language the reader's
 */
export const inWords = (words: Words, refusal: Refusal, language: Language): Refusal => {
  const params = Object.fromEntries(
    Object.entries(refusal.params).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      if (name === 'field') return [name, fieldName(words, value, language)];
      const word = words[`${name}.${value}`];
      return [name, word === undefined ? value : pick(word, language)];
    }),
  );
  return { ...refusal, params };
};
