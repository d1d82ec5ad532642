import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { codePointsOf, familiesOf } from './sfnt.ts';

/** Where the compiler looks for fonts, their order for each use, and what they can print. */
export type Fonts = {
  readonly directories: readonly string[];
  readonly body: readonly string[];
  readonly title: readonly string[];
  readonly hei: readonly string[];
  readonly kai: readonly string[];
  readonly has: (codePoint: number) => boolean;
};

const serif = 'Noto Serif SC';
const sans = 'Noto Sans SC';

/** Names under which the fonts of GB/T 9704 are sold, the Chinese and the English one. */
const official = {
  body: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong'],
  title: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '小标宋', '方正小标宋_GBK'],
  hei: ['黑体', 'SimHei'],
  kai: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi'],
};

/**
 * The fonts that npm brings and, before them, those that the office mounts: the standard's own
 * faces (仿宋_GB2312, 小标宋) may not be given away with the program.
 *
 * @param officeDirectory folder with TTF, OTF or TTC files, or undefined
 */
export async function loadFonts(officeDirectory: string | undefined): Promise<Fonts> {
  const bundled = ['noto-serif-sc/400Regular', 'noto-serif-sc/700Bold', 'noto-sans-sc/500Medium'];
  const resolve = createRequire(import.meta.url).resolve;
  const root = dirname(dirname(resolve('@expo-google-fonts/noto-serif-sc/package.json')));
  const directories = bundled.map((path) => join(root, path));
  const points = await codePointsOf(join(root, bundled[0] ?? '', 'NotoSerifSC_400Regular.ttf'));
  const families: string[] = [];
  for (const file of officeDirectory === undefined ? [] : await fontFiles(officeDirectory)) {
    families.push(...(await familiesOf(file)));
    for (const point of await codePointsOf(file)) points.add(point);
  }
  if (officeDirectory !== undefined) directories.push(officeDirectory);
  const named = (names: readonly string[], fallback: readonly string[]): string[] => [
    ...new Set([...names.filter((name) => families.includes(name)), ...fallback, ...families]),
  ];
  return {
    directories,
    body: named(official.body, [serif]),
    title: named(official.title, [serif]),
    hei: named(official.hei, [sans, serif]),
    kai: named(official.kai, [serif]),
    has: (codePoint) => points.has(codePoint),
  };
}

async function fontFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:ttf|otf|ttc)$/iu.test(entry.name))
    .map((entry) => join(directory, entry.name))
    .toSorted();
}
