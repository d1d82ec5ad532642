import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { composePaper } from './compose.ts';
import type { PaperDocument } from './document.ts';
import { templatedKinds, type TemplatedKind } from './kinds.ts';
import { renderPaper } from './render.ts';
import { sampleData, sampleFrame } from './samples.ts';

const kinds = Object.keys(templatedKinds) as TemplatedKind[];
const mm = 72 / 25.4;

type Mark = { text: string; x: number; y: number; size: number; page: number };

/** Text marks with their distance from the left and lower edge, in points. */
async function marksOf(bytes: Uint8Array): Promise<Mark[]> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await loading.promise;
  const marks: Mark[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const content = await (await pdf.getPage(page)).getTextContent();
    for (const item of content.items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , size, x, y] = item.transform as number[];
      marks.push({ text: item.str, x: x ?? 0, y: y ?? 0, size: size ?? 0, page });
    }
  }
  await loading.destroy();
  return marks;
}

const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await marksOf(bytes))
    .map((mark) => mark.text)
    .join('')
    .replaceAll(/\s/gu, '');

const docxText = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());

/** One sample by its kind; the pairs of kind and data are checked where the samples are made. */
const sample = (kind: TemplatedKind): PaperDocument =>
  composePaper(kind, sampleData[kind] as never, sampleFrame);

const withBlocks = (blocks: PaperDocument['blocks']): PaperDocument => ({
  ...sample('referral'),
  attachments: [],
  blocks,
});
const flat = (text: string): string => text.replaceAll(/\s/gu, '');
const paragraph = (text: string) => ({ type: 'paragraph' as const, text, indent: true });

test.each(kinds)('G-1 %s renders as PDF and DOCX with its words', async (kind) => {
  const paper = sample(kind);
  const pdf = await renderPaper(paper, 'pdf');
  const text = await textOf(pdf.bytes);
  expect(pdf.pages).toBeGreaterThanOrEqual(1);
  const docx = docxText((await renderPaper(paper, 'docx')).bytes);
  const number = paper.blocks.some((block) => JSON.stringify(block).includes('LJ2026-0000318-6'));
  expect(text).toContain(paper.title);
  expect(docx.replaceAll(/<[^>]+>/gu, '')).toContain(paper.title);
  const signed = paper.blocks.some((block) => block.type === 'signature');
  for (const part of [
    ...(signed ? ['2026年3月9日'] : []),
    ...(number ? ['LJ2026-0000318-6'] : []),
  ]) {
    expect(text).toContain(part);
    expect(docx).toContain(part);
  }
});

test('G-1 a full page holds 22 lines of 28 characters, body 16 pt, title 22 pt', async () => {
  const pdf = await renderPaper(withBlocks([paragraph('国'.repeat(28 * 60))]), 'pdf');
  const body = (await marksOf(pdf.bytes)).filter(
    (mark) => mark.page === 2 && mark.text.includes('国国'),
  );
  const lines = new Map<number, number>();
  for (const mark of body) {
    lines.set(Math.round(mark.y), (lines.get(Math.round(mark.y)) ?? 0) + mark.text.length);
  }
  expect([...lines.values()]).toEqual(Array.from({ length: 22 }, () => 28));
  expect(body.every((mark) => Math.abs(mark.size - 16) < 0.01)).toBe(true);
  const left = Math.min(...body.map((mark) => mark.x));
  expect(left / mm).toBeCloseTo(28, 1);
  // The first line's character stands at 37 mm, its base line 0.88 em below.
  const top = 297 - (Math.max(...body.map((mark) => mark.y)) + 16 * 0.88) / mm;
  expect(top).toBeCloseTo(37, 1);
  const title = (await marksOf(pdf.bytes)).find((mark) => mark.text.includes('转送'));
  expect(title?.size).toBeCloseTo(22, 1);
});

test('G-1 a letter bears the issuing body 30 mm from the edge, its number at the right', async () => {
  const marks = await marksOf((await renderPaper(sample('referral'), 'pdf')).bytes);
  const head = marks.find((mark) => mark.text === '临江县信访局' && mark.size > 30);
  expect(297 - ((head?.y ?? 0) + 36 * 0.88) / mm).toBeCloseTo(30, 1);
  const number = marks.filter(
    (mark) => Math.abs(mark.y - (297 - 51) * mm) < 12 * mm && mark.x > 300,
  );
  expect(number.map((mark) => mark.text).join('')).toContain('临信〔2026〕8号');
});

test('G-1 the pages after the first bear — 2 — at the left and — 3 — at the right', async () => {
  const marks = await marksOf(
    (await renderPaper(withBlocks([paragraph('国'.repeat(28 * 60))]), 'pdf')).bytes,
  );
  const numberOn = (page: number) =>
    marks.filter((mark) => mark.page === page && mark.y < 35 * mm && /[—\d]/u.test(mark.text));
  expect(numberOn(1)).toEqual([]);
  expect(
    numberOn(2)
      .map((mark) => mark.text)
      .join('')
      .replaceAll(' ', ''),
  ).toBe('—2—');
  expect(numberOn(2)[0]?.x ?? 999).toBeLessThan(45 * mm);
  expect(numberOn(3)[0]?.x ?? 0).toBeGreaterThan(150 * mm);
  expect(numberOn(2)[0]?.size).toBeCloseTo(14, 1);
});

test('G-1 what people write is printed as text, whatever it looks like', async () => {
  const attacks = [
    '#read("/etc/passwd")',
    '#sys.inputs',
    '*粗* _斜_ $x^2$ @引用 <标签> [括号] {花} `码` ~ \\ \\u{41} // 注 /* 注 */',
    '= 标题 - 列表 + 列表 / 项: 值',
    '<w:t>&amp;"\'</w:t>]]>',
    '李𬭊 㐂',
  ];
  const paper = withBlocks([
    ...attacks.map(paragraph),
    {
      type: 'table',
      rows: [{ label: '#pagebreak()', value: attacks[0] ?? '', lines: 1, strong: false }],
    },
    { type: 'signature' },
  ]);
  const hostile = {
    ...paper,
    title: '#panic("x") 关于$函$',
    addressee: '*某*：',
    issuer: { name: '#emph[局]', sealName: '#[章]' },
    copies: ['#h(1fr)'],
    draftMark: true,
  };
  const text = await textOf((await renderPaper(hostile, 'pdf')).bytes);
  for (const attack of [...attacks, hostile.title, hostile.addressee, '#emph[局]', '#h(1fr)']) {
    expect(text).toContain(flat(attack));
  }
  expect(text).not.toContain('root:');
  const docx = docxText((await renderPaper(hostile, 'docx')).bytes);
  expect(docx).toContain('&lt;w:t&gt;&amp;amp;');
  expect(docx).toContain('李𬭊');
});

test('G-1 characters without a glyph are spelled, hidden and reversing ones are left out', async () => {
  const paper = withBlocks([
    paragraph('笑😀，𠮷，م，\u202e321\u202c，零\u200b宽，钟\u0007，坏\ud800'),
  ]);
  const text = await textOf((await renderPaper(paper, 'pdf')).bytes);
  expect(text).toContain('笑〔U+1F600〕，〔U+20BB7〕，〔U+0645〕，321，零宽，钟，坏');
  const docx = docxText((await renderPaper(paper, 'docx')).bytes);
  expect(docx).toContain('笑😀');
  // oxlint-disable-next-line no-control-regex
  expect(docx).not.toMatch(/[\u0007\u202e\u200b]/u);
});

test('G-1 the same paper gives the same bytes, another paper others', async () => {
  const paper = sample('opinion');
  for (const format of ['pdf', 'docx'] as const) {
    const first = await renderPaper(paper, format);
    await renderPaper(sample('receipt'), format);
    const second = await renderPaper(paper, format);
    expect(second.sha256).toBe(first.sha256);
    const other = await renderPaper({ ...paper, date: '2026-03-10' }, format);
    expect(other.sha256).not.toBe(first.sha256);
  }
});

test('P-3 receipt and proof of service fit on one sheet', async () => {
  expect((await renderPaper(sample('receipt'), 'pdf')).pages).toBe(1);
  expect((await renderPaper(sample('proof-of-service'), 'pdf')).pages).toBe(1);
});

test('G-1 an opinion on thirty demands runs over many pages and keeps every word', async () => {
  const first = sampleData.opinion.demands[0];
  if (first === undefined) throw new Error('the sample has no demand');
  const demands = Array.from({ length: 30 }, (_, index) => ({
    ...first,
    text: `第${index + 1}号诉求：${'内容。'.repeat(20)}`,
  }));
  const paper = composePaper('opinion', { ...sampleData.opinion, demands }, sampleFrame);
  const pdf = await renderPaper(paper, 'pdf');
  expect(pdf.pages).toBeGreaterThan(10);
  const text = await textOf(pdf.bytes);
  expect(text).toContain('30.第30号诉求');
  expect(text).toContain('（三十）关于第30项诉求');
  const last = (await marksOf(pdf.bytes)).filter((mark) => mark.page === pdf.pages);
  expect(last.map((mark) => mark.text).join('')).toContain('2026年3月9日');
});

test('G-1 over-long names of body, petitioner and matter stay within the page', async () => {
  const name = '某某某自治州某某经济技术开发区管理委员会住房和城乡建设与综合行政执法局';
  const paper = composePaper(
    'opinion',
    {
      ...sampleData.opinion,
      petitioner: { names: ['买买提·阿卜杜热合曼·吐尔逊江·艾合买提江'] },
      petition: { ...sampleData.opinion.petition, matter: '某小区一期二期'.repeat(12) },
    },
    { ...sampleFrame, issuer: { name, sealName: name } },
  );
  const marks = await marksOf((await renderPaper(paper, 'pdf')).bytes);
  expect(marks.every((mark) => mark.x >= 20 * mm && mark.x < 190 * mm)).toBe(true);
  expect(marks.map((mark) => mark.text).join('')).toContain(name);
});

test('G-1 the DOCX names the measures and faces of GB/T 9704', async () => {
  const parts = unzipSync((await renderPaper(sample('opinion'), 'docx')).bytes);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const page = part('word/document.xml');
  const twips = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`, 'u').exec(page)?.[1]);
  for (const [name, millimetres] of Object.entries({ top: 37, left: 28, right: 26, header: 30 })) {
    const margin = new RegExp(`<w:pgMar[^>]*w:${name}="(\\d+)"`, 'u').exec(page)?.[1];
    expect((Number(margin) / 1440) * 25.4).toBeCloseTo(millimetres, 1);
  }
  expect(twips('line')).toBe(580);
  const shown = Object.keys(parts).filter((name) =>
    /^word\/(?:document|styles|header\d)\.xml$/u.test(name),
  );
  const everything = shown.map(part).join('');
  for (const face of ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312']) {
    expect(everything).toContain(`w:eastAsia="${face}"`);
    expect(part('word/fontTable.xml')).toContain(`w:name="${face}"><w:altName`);
  }
  expect(everything).toContain('thickThinSmallGap');
  expect(part('docProps/core.xml')).toContain('2026-03-09T00:00:00Z');
});

test('T-3 figures over several pages bear their heads on each, whole rows, and every number', async () => {
  const rows = Array.from({ length: 90 }, (_, at) => ({
    cells: [`临澄县某某局第${at}分局`, String(10_000 + at), '−100.0%'],
    strong: at === 89,
  }));
  const paper = withBlocks([
    {
      type: 'figures',
      caption: '表1 各单位情况',
      columns: [
        { head: '责任单位', align: 'left' },
        { head: '件数', align: 'right' },
        { head: '同比', align: 'right' },
      ],
      rows,
      newPage: true,
    },
  ]);
  const pdf = await renderPaper(paper, 'pdf');
  const marks = await marksOf(pdf.bytes);
  const heads = marks.filter(({ text }) => text === '责任单位');
  // The first page is left to the text before.
  expect(pdf.pages).toBeGreaterThan(3);
  expect(heads.map(({ page }) => page)).toEqual(
    Array.from({ length: pdf.pages - 1 }, (_, at) => at + 2),
  );
  const numbers = marks.filter(({ text }) => /^1\d{4}$/u.test(text));
  expect(numbers).toHaveLength(90);
  const right = Math.max(...marks.map(({ x }) => x));
  expect(right).toBeLessThan((28 + 156) * mm);
  const docx = docxText((await renderPaper(paper, 'docx')).bytes);
  expect(docx.match(/<w:tblHeader/gu)).toHaveLength(1);
  expect(docx.match(/<w:cantSplit/gu)).toHaveLength(91);
  for (const { cells } of rows) expect(docx).toContain(cells[1]);
});

test('T-3 charts are drawn with their numbers, also of nothing but noughts, in the same bytes', async () => {
  const chart = (form: 'bars' | 'columns', values: readonly number[]) => ({
    type: 'chart' as const,
    form,
    caption: '图1 登记件数',
    series: ['本期', '上年同期'],
    rows: values.map((value, at) => ({ label: `第${at}类`, values: [value, 7] })),
  });
  const paper = withBlocks([
    chart('bars', [1046, 0, 3]),
    chart('columns', [0, 0, 0]),
    { ...chart('columns', [0]), rows: [{ label: '无', values: [0, 0] }] },
  ]);
  for (const format of ['pdf', 'docx'] as const) {
    const [first, again] = [await renderPaper(paper, format), await renderPaper(paper, format)];
    expect(again.sha256).toBe(first.sha256);
    const text = format === 'pdf' ? await textOf(first.bytes) : docxText(first.bytes);
    for (const word of ['1046', '第2类', '上年同期']) expect(text).toContain(word);
  }
});
