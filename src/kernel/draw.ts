/*
 * A draw that anybody can repeat (U-1): the list is fixed and public before the seed exists, and what
 * is drawn follows from list and seed alone. Each entry is hashed together with the seed; the
 * smallest hashes are drawn. A person with a pocket calculator of hashes comes to the same result,
 * and with a hash of 256 bits no order of the list is out of reach, however long it is.
 */

/** SHA-256 of a text in UTF-8, as lower-case hexadecimal digits; handed in, as pure code has none. */
export type Digest = (text: string) => string;

/** The list as its hash is taken of it: one entry a line, no line break at the end. */
export const listText = (entries: readonly string[]): string => entries.join('\n');

/** What is hashed to place an entry: the seed, a line break, the entry. */
export const placeText = (seed: string, entry: string): string => `${seed}\n${entry}`;

const before = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Puts a list into the order that a seed gives it.
 * @param entries all different
 * @param seed any text
 * @param digest SHA-256
 * @returns the entries by the hash of seed and entry, the smallest first
 */
export const orderBySeed = (
  entries: readonly string[],
  seed: string,
  digest: Digest,
): readonly string[] =>
  entries
    .map((entry) => ({ entry, place: digest(placeText(seed, entry)) }))
    .toSorted((one, other) => before(one.place, other.place) || before(one.entry, other.entry))
    .map(({ entry }) => entry);

/**
 * Draws from a list.
 * @param count how many; all of them where there are fewer
 * @returns what is drawn, in the order in which it was
 */
export const drawBySeed = (
  entries: readonly string[],
  seed: string,
  count: number,
  digest: Digest,
): readonly string[] => orderBySeed(entries, seed, digest).slice(0, count);
