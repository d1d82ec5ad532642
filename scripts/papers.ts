import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import {
  composePaper,
  renderPaper,
  sampleData,
  sampleFrame,
  templatedKinds,
  type TemplatedKind,
} from '../src/capabilities/papers/index.ts';
import { templates } from '../src/capabilities/papers/templates/all.ts';

/*
 * `npm run papers -- FOLDER [KIND…]`: every kind of paper as PDF, as its sample says it, in each of
 * its variants, and with names, lists and reasons as long as they may come. Whoever changes a
 * wording or the layout looks at them, for instance with `pdftoppm -r 60 -png`.
 */

type Data = Readonly<Record<string, unknown>>;

const isTemplated = (kind: string): kind is TemplatedKind => kind in templatedKinds;

/** The values that a field of a kind's data can have, where they are few. */
const valuesOf = (field: unknown): readonly unknown[] => {
  if (field instanceof z.ZodOptional) return [undefined, ...valuesOf(field.unwrap())];
  if (field instanceof z.ZodDefault) return valuesOf(field.unwrap());
  if (field instanceof z.ZodBoolean) return [false, true];
  if (field instanceof z.ZodEnum) return field.options;
  return [];
};

/** The sample once for each value of each such field. */
function variantsOf(kind: TemplatedKind): readonly (readonly [string, Data])[] {
  const sample: Data = sampleData[kind];
  const shape: Data = templates[kind].data.shape;
  return Object.entries(shape).flatMap(([name, field]) =>
    valuesOf(field).flatMap((value) => {
      const data = { ...sample, [name]: value };
      const same = sample[name] === value;
      return same || !templates[kind].data.safeParse(data).success
        ? []
        : [[`${name}-${String(value)}`, data] as const];
    }),
  );
}

const isProse = (text: string): boolean => /[\u4e00-\u9fff]/u.test(text);

/** What a text becomes at most: prose runs over pages, names over lines. */
const longer = (text: string): readonly string[] =>
  text.length > 18
    ? [text.repeat(24), text.repeat(3)]
    : [`${text}暨某某自治州经济技术开发区综合行政执法与城乡建设委员会`, text.repeat(2)];

/** Makes one value after another as large as the kind's data may be. */
function stretch(data: unknown, fits: (changed: unknown) => boolean): unknown {
  if (typeof data === 'string') {
    return isProse(data) ? (longer(data).find(fits) ?? data) : data;
  }
  if (Array.isArray(data)) {
    const items: readonly unknown[] = data;
    const many = Array.from({ length: 4 }, () => items).flat();
    const used = fits(many) ? many : items;
    return used.map((item, at) => stretch(item, (changed) => fits(used.with(at, changed))));
  }
  if (typeof data !== 'object' || data === null) return data;
  let whole: Data = { ...data };
  for (const [name, value] of Object.entries(data)) {
    whole = { ...whole, [name]: stretch(value, (changed) => fits({ ...whole, [name]: changed })) };
  }
  return whole;
}

const longName = '某某某自治州某某经济技术开发区管理委员会住房和城乡建设与综合行政执法局';
const largeFrame = { ...sampleFrame, issuer: { name: longName, sealName: longName, we: '我局' } };

const [folder = '', ...wanted] = process.argv.slice(2);
if (folder === '') throw new Error('npm run papers -- FOLDER [KIND…]');
await mkdir(folder, { recursive: true });
for (const kind of Object.keys(templatedKinds).filter(isTemplated)) {
  if (wanted.length > 0 && !wanted.includes(kind)) continue;
  const { data } = templates[kind];
  const large = stretch(sampleData[kind], (changed) => data.safeParse(changed).success);
  const papers = [
    ['sample', sampleData[kind], sampleFrame],
    ...variantsOf(kind).map(([name, variant]) => [name, variant, sampleFrame] as const),
    ['large', large, largeFrame],
  ] as const;
  for (const [name, content, frame] of papers) {
    // The pairs of kind and data are checked where the template reads them.
    const pdf = await renderPaper(composePaper(kind, content as never, frame), 'pdf');
    await writeFile(path.join(folder, `${kind}.${name}.pdf`), pdf.bytes);
    process.stdout.write(`${kind} ${name}: ${pdf.pages}\n`);
  }
}
