import { createHash } from 'node:crypto';

/** The same input gives the same hash, so that a retry can be told from another text. */
export const bodyHashOf = (input: unknown): Buffer =>
  createHash('sha256').update(JSON.stringify(input)).digest();
