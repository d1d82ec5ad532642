import type { MasterKeys } from './master-key.ts';

/** What can be looked up exactly, and only exactly. */
export type BlindIndexKind = 'identity-number' | 'telephone' | 'name' | 'organisation-code';

/** One entry of a blind index: a keyed hash that tells nothing without the key. */
export interface BlindIndex {
  readonly kind: BlindIndexKind;
  readonly version: number;
  /** 16 bytes. */
  readonly value: Buffer;
}

const INDEX_BYTES = 16;

const normalise: Readonly<Record<BlindIndexKind, (text: string) => string>> = {
  'identity-number': (text) => text.replaceAll(/[\s\p{Pd}]/gu, '').toUpperCase(),
  'organisation-code': (text) => text.replaceAll(/[\s\p{Pd}]/gu, '').toUpperCase(),
  // 0086 and +86 are the same subscriber as none; a landline keeps its area code.
  telephone: (text) =>
    text
      .replaceAll(/[^\d+]/g, '')
      .replace(/^(?:\+|00)86/, '')
      .replaceAll('+', ''),
  // Chinese names are written with and without spaces; minority names with several middle dots.
  name: (text) => text.replaceAll(/[\s·•・.．]/g, '').toLowerCase(),
};

/**
 * The form in which a value is indexed, so that every usual way of writing it finds it.
 *
 * @param kind which kind of value
 * @param value as typed
 */
export function normaliseForIndex(kind: BlindIndexKind, value: string): string {
  return normalise[kind](value.normalize('NFKC'));
}

function indexUnder(
  keys: MasterKeys,
  version: number,
  kind: BlindIndexKind,
  normal: string,
): BlindIndex {
  const mac = keys.mac('blind-index', `${kind}\0${normal}`, version);
  return { kind, version, value: mac.subarray(0, INDEX_BYTES) };
}

/**
 * @param keys the master keys
 * @param kind which kind of value
 * @param value as typed; it is normalised first
 * @returns the entry to store, under the present version of the index key
 */
export function blindIndex(keys: MasterKeys, kind: BlindIndexKind, value: string): BlindIndex {
  return indexUnder(keys, keys.versionFor('blind-index'), kind, normaliseForIndex(kind, value));
}

/**
 * @param keys the master keys
 * @param kind which kind of value
 * @param value as typed; it is normalised first
 * @returns one entry for every version held, because a rotation may be under way
 */
export function blindIndexesForLookup(
  keys: MasterKeys,
  kind: BlindIndexKind,
  value: string,
): BlindIndex[] {
  const normal = normaliseForIndex(kind, value);
  return keys.versions.map((version) => indexUnder(keys, version, kind, normal));
}
