import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { ok, type Result } from '../../kernel/result.ts';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import type { MasterKeys } from './master-key.ts';
import { SipHash } from './siphash.ts';

/** What a search asks the index for. */
export interface QueryWords {
  /** Each of these must be among a petition's words. */
  readonly required: bigint[];
  /** Whole dictionary words of the query; petitions that hold them rank first. */
  readonly preferred: bigint[];
}

type CharacterClass = 'chinese' | 'letter' | 'digit' | 'break';

interface Run {
  readonly kind: Exclude<CharacterClass, 'break'>;
  readonly characters: string[];
  /** Nothing stands between this run and the one before. */
  readonly joined: boolean;
}

const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;

function classOf(point: number): CharacterClass {
  if (point >= 0x4e00 && point <= 0x9fff) return 'chinese';
  if (point < 0x80) {
    if (point >= 0x30 && point <= 0x39) return 'digit';
    return (point >= 0x41 && point <= 0x5a) || (point >= 0x61 && point <= 0x7a)
      ? 'letter'
      : 'break';
  }
  if (point === 0x3007 || (point >= 0x3400 && point <= 0x4dbf)) return 'chinese';
  if ((point >= 0xf900 && point <= 0xfaff) || (point >= 0x20000 && point <= 0x3ffff)) {
    return 'chinese';
  }
  const character = String.fromCodePoint(point);
  if (DIGIT.test(character)) return 'digit';
  return LETTER.test(character) ? 'letter' : 'break';
}

/** Full-width forms become usual ones; invisible characters must not split a word. */
const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{Cf}/gu, '');

function runsOf(normal: string): Run[] {
  const runs: Run[] = [];
  let last: CharacterClass = 'break';
  for (const character of normal) {
    const kind = classOf(character.codePointAt(0) ?? 0);
    if (kind !== 'break') {
      if (kind === last) runs.at(-1)?.characters.push(character);
      else runs.push({ kind, characters: [character], joined: last !== 'break' });
    }
    last = kind;
  }
  return runs;
}

/**
 * Pairs within Chinese runs, other runs whole, and the pair across a joint such as 3号, so that a
 * single Chinese character beside a number is findable too.
 */
function termsOf(runs: readonly Run[], terms: Set<string>): Set<string> {
  for (const [at, run] of runs.entries()) {
    const { characters } = run;
    if (run.kind === 'chinese') {
      for (let i = 1; i < characters.length; i += 1) {
        terms.add(`${characters[i - 1]}${characters[i]}`);
      }
    } else {
      terms.add(characters.join(''));
    }
    const before = run.joined ? runs[at - 1] : undefined;
    if (before) terms.add(`${before.characters.at(-1)}${characters[0]}`);
  }
  return terms;
}

let segmenter: Jieba | undefined;

/** Reading the dictionary takes a while and much memory: on first use only. */
function segment(normal: string): string[] {
  segmenter ??= Jieba.withDict(
    readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt')),
  );
  // Without guessing of unknown words: the same text must always give the same words.
  return segmenter.cut(normal, false);
}

/** Adds the dictionary words longer than a pair; the shorter ones are among the pairs already. */
function addDictionaryWords(normal: string, terms: Set<string>): Set<string> {
  for (const token of segment(normal)) {
    if (token.length > 2 && classOf(token.codePointAt(0) ?? 0) === 'chinese') terms.add(token);
  }
  return terms;
}

/** The keyed words by which sealed text is found: the database sees numbers, never words. */
export class WordIndex {
  readonly #hash: SipHash;

  /** @param keys the master keys */
  constructor(keys: MasterKeys) {
    this.#hash = new SipHash(keys.key('words').export().subarray(0, 16));
  }

  /**
   * @param text the petitioner's text
   * @returns its distinct words as signed 64-bit integers: all pairs of neighbouring Chinese
   *   characters, dictionary words of three characters and more, words in letters, numbers
   */
  wordsOf(text: string): bigint[] {
    const normal = normalise(text);
    return this.#hashed(addDictionaryWords(normal, termsOf(runsOf(normal), new Set())));
  }

  /**
   * @param query what the user typed; blanks part it, and all parts must be found
   * @returns the words to ask for, or the refusal `query-too-short` for a Chinese character that
   *   stands alone, a single letter or digit, or nothing at all
   */
  queryWords(query: string): Result<QueryWords, Refusal> {
    const normal = normalise(query);
    const runs = runsOf(normal);
    const characters = runs.reduce((sum, run) => sum + run.characters.length, 0);
    if (characters < 2 || runs.some((run, at) => standsAlone(run, runs[at + 1]))) {
      return refuse('query-too-short');
    }
    return ok({
      required: this.#hashed(termsOf(runs, new Set())),
      preferred: this.#hashed(addDictionaryWords(normal, new Set())),
    });
  }

  #hashed(terms: ReadonlySet<string>): bigint[] {
    const words: bigint[] = [];
    for (const term of terms) words.push(this.#hash.hash(term));
    return words;
  }
}

/** A Chinese character with no neighbour has no pair in the index. */
function standsAlone(run: Run, next: Run | undefined): boolean {
  return (
    run.kind === 'chinese' && run.characters.length === 1 && !run.joined && next?.joined !== true
  );
}
