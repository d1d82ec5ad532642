import type { MasterKeys } from './master-key.ts';

/**
 * The same input gives the same hash, so that a retry can be told from another text. Keyed: a bare
 * hash would let whoever has the database try names and numbers against it (L-3).
 */
export const bodyHashOf = (keys: MasterKeys, input: unknown): Buffer =>
  keys.mac('derived-id', `body/${JSON.stringify(input)}`);
