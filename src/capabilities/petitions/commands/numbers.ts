import type { Database, Tx } from '../../../platform/database/index.ts';
import { drawNumbers } from '../store.ts';

/** Size of a block; the sequence counts in these steps. */
const block = 20;

interface Block {
  next: number;
  readonly end: number;
}

const blocks = new WeakMap<Database, Block>();

/**
 * The next petition sequence number: from a block drawn earlier, or a new block. A number may stay
 * unused after a crash; none is used twice.
 */
export async function nextNumber(tx: Tx, db: Database): Promise<number> {
  const current = blocks.get(db);
  if (current !== undefined && current.next < current.end) {
    const number = current.next;
    current.next += 1;
    return number;
  }
  const first = await drawNumbers(tx);
  blocks.set(db, { next: first + 1, end: first + block });
  return first;
}
