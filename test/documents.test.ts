import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root, trackedFiles } from './harness/source-tree.ts';

const documents = trackedFiles().filter((file) => file.endsWith('.md'));
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

test('every link inside the documents leads somewhere', () => {
  const broken = documents.flatMap((file) =>
    [...textOf(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(path.join(root, path.dirname(file), target)))
      .map((target) => `${file}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test.each(['README.md', 'README.zh-CN.md'])('%s names every setting and no other', (file) => {
  const config = textOf('src/platform/config/config.ts');
  const settings = [...config.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name = '']) => name);
  const rows = textOf(file)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => line.split(' |')[0]?.match(/[A-Z][A-Z_]+/g) ?? []);
  expect(rows.toSorted()).toEqual(settings.toSorted());
});
