import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { refusals } from '../src/kernel/refusals.ts';
import type { RefusalEntry } from '../src/kernel/refusals/entry.ts';
import { isTest, readSource, root, trackedFiles } from './harness/source-tree.ts';

const catalogue = (file: string): boolean => file.startsWith('src/kernel/refusals');

const parametersOf = (text: string): string =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .toSorted()
    .join();

test('the catalogue of refusals and its documented list agree', () => {
  const page = readFileSync(path.join(root, 'docs/refusals.md'), 'utf8');
  const documented = [...page.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, code = '']) => code);
  expect(documented.toSorted()).toEqual(Object.keys(refusals).toSorted());
});

test('no entry of the catalogue is unused', () => {
  const used = new Set(
    trackedFiles()
      .filter((file) => /^(src|console)\/.*\.tsx?$/.test(file))
      .filter((file) => !isTest(file) && !catalogue(file))
      .flatMap((file) => readSource(file).texts),
  );
  expect(Object.keys(refusals).filter((code) => !used.has(code))).toEqual([]);
});

test('every sentence is there in both languages and names the same parameters', () => {
  const entries: readonly (readonly [string, RefusalEntry])[] = Object.entries(refusals);
  const uneven = entries.filter(
    ([, { zh, en }]) => zh === '' || en === '' || parametersOf(zh) !== parametersOf(en),
  );
  expect(uneven.map(([code]) => code)).toEqual([]);
});
