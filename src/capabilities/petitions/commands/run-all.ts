import type { Refusal } from '../../../kernel/refusals.ts';
import type { SystemActor } from '../../../kernel/actor.ts';

/** A step that the rules refused to a job; the job fails and runs again. */
export class StepRefused extends Error {
  readonly code: string;

  constructor(refusal: Refusal) {
    super(`refused: ${refusal.code}`);
    this.name = 'StepRefused';
    this.code = refusal.code;
  }
}

export const systemActor = (name: string): SystemActor => ({ kind: 'system', name });

const sideBySide = 4;

/**
 * Works off pages until none is left. What is done no longer appears on a page, so a job that was
 * interrupted goes on where it was.
 * @param page the next ids behind one; empty at the end
 * @param signal aborted when the worker stops
 * @returns how many were worked on
 */
export async function runAll<Item>(
  page: (after: Item | null) => Promise<readonly Item[]>,
  each: (item: Item) => Promise<void>,
  signal: AbortSignal,
): Promise<number> {
  let after: Item | null = null;
  let count = 0;
  for (;;) {
    const items: readonly Item[] = await page(after);
    const last = items.at(-1);
    if (last === undefined) return count;
    for (let at = 0; at < items.length; at += sideBySide) {
      signal.throwIfAborted();
      await Promise.all(items.slice(at, at + sideBySide).map(each));
    }
    count += items.length;
    after = last;
  }
}
