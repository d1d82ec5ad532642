import { isDeepStrictEqual } from 'node:util';
import type { RebuildFault } from './rebuild-streams.ts';

/** Names the first column or row that differs, without showing what stands in it. */
function firstDifference(found: unknown, expected: unknown): string {
  if (Array.isArray(found) || typeof found !== 'object') return '';
  const one = (found ?? {}) as Record<string, unknown>;
  const other = (expected ?? {}) as Record<string, unknown>;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.find((key) => !isDeepStrictEqual(one[key], other[key])) ?? '';
}

/**
 * Which parts of what was found are not as the record says.
 * @param found rows in plain values, by part
 * @param expected what follows from the record, with the same parts
 */
export const differencesOf = <What extends RebuildFault['what']>(
  found: Readonly<Record<What, unknown>>,
  expected: Readonly<Record<What, unknown>>,
): readonly Omit<RebuildFault, 'streamId'>[] =>
  (Object.keys(expected) as What[])
    .filter((part) => !isDeepStrictEqual(found[part], expected[part]))
    .map((what) => ({ what, detail: firstDifference(found[what], expected[what]) }));
