import { expect, test } from 'vitest';
import { composePaper, checkTemplateText, slotsOf, type PaperData } from './compose.ts';
import type { PaperDocument } from './document.ts';
import { itemsOf } from './flow.ts';
import { paperKinds, templatedKinds, type TemplatedKind } from './kinds.ts';
import { documentNumber, registerOf } from './number.ts';
import { sampleData, sampleFrame } from './samples.ts';
import { fillSlot } from './slots.ts';
import { titleLines } from './title-lines.ts';
import { parseVerifyCode, verifyCodeFrom } from './verify-code.ts';
import { articleOf } from './wording.ts';

const kinds = Object.keys(templatedKinds) as TemplatedKind[];
const opinionOf = (change: Partial<PaperData<'opinion'>> = {}): PaperDocument =>
  composePaper('opinion', { ...sampleData.opinion, ...change }, sampleFrame);
const words = (paper: PaperDocument): string => JSON.stringify([paper.title, itemsOf(paper)]);

test('G-1 every kind has a Chinese and an English title and no two share a register', () => {
  const registers = Object.values(paperKinds).flatMap((kind) => kind.number ?? []);
  expect(new Set(registers).size).toBe(registers.length);
  for (const kind of Object.values(paperKinds)) {
    expect(kind.title.zh).toMatch(/\p{Script=Han}/u);
    expect(kind.title.en).toMatch(/^[A-Z][\x20-\x7e]+$/u);
  }
});

test('G-1 an article is written as laws write it', () => {
  const said = (law: string, article: string) => articleOf({ law, article });
  expect(said('信访工作条例', '36')).toBe('《信访工作条例》第三十六条');
  expect(said('信访工作条例', '23(3)')).toBe('《信访工作条例》第二十三条第三款');
  expect(said('信访条例（2005年）', '36')).toBe('《信访条例》（2005年）第三十六条');
  expect(said('本地工作规定', '')).toBe('本地工作规定');
});

test('G-1 an opinion has every element that the rules ask for', () => {
  const text = words(opinionOf());
  for (const element of [
    '周小满',
    '小区屋顶漏水问题',
    '2026年3月2日',
    '由临江县信访局于2026年3月5日转送',
    '请求修复3号楼屋顶防水层',
    '防水层老化开裂',
    '《建设工程质量管理条例》第四十条',
    '予以支持',
    '缺乏法律依据',
    '30日内，向临江县人民政府或者安江市住房和城乡建设局请求复查',
    '第三十五条',
    '2026年3月9日',
  ]) {
    expect(text).toContain(element);
  }
});

test('G-1 an opinion without a legal basis, an outcome or a review body is no opinion', () => {
  expect(() => opinionOf({ reviewBodies: [] })).toThrow('reviewBodies');
  const demand = sampleData.opinion.demands[0];
  expect(demand).toBeDefined();
  if (demand === undefined) return;
  expect(() => opinionOf({ demands: [{ ...demand, legalBasis: [] }] })).toThrow('legalBasis');
  expect(() => opinionOf({ demands: [] })).toThrow('demands');
});

test('P-7 an extension of over 30 days cannot be written', () => {
  const data = { ...sampleData.extension, days: 31 };
  expect(() => composePaper('extension', data, sampleFrame)).toThrow('days');
});

test('P-3 the QR code of a receipt holds the number and never the look-up code', () => {
  const paper = composePaper('receipt', sampleData.receipt, sampleFrame);
  expect(paper.verify).toMatchObject({ opens: 'progress', url: sampleData.receipt.progressUrl });
  expect(words(paper)).toContain('7KQ2-M9XD-4TRA-W3HN');
  const leaking = 'https://xf.linjiang.example/p/LJ2026-0000318-6?c=7kq2m9xd4traw3hn';
  expect(() =>
    composePaper('receipt', { ...sampleData.receipt, progressUrl: leaking }, sampleFrame),
  ).toThrow('look-up code');
});

test('P-3 a receipt explains each period with its article', () => {
  const text = words(composePaper('receipt', sampleData.receipt, sampleFrame));
  for (const part of [
    '15日内',
    '最迟2026年3月17日',
    '60日内',
    '30日',
    '第二十二条',
    '第三十五条',
  ]) {
    expect(text).toContain(part);
  }
});

test('L-5 a handover of an accusation names neither petitioner nor matter', () => {
  const text = words(composePaper('handover', sampleData.handover, sampleFrame));
  expect(text).not.toContain('周小满');
  expect(text).not.toContain('漏水');
  expect(text).toContain('第三十条');
});

test('L-5 accusations are numbered in registers of their own', () => {
  expect(registerOf('handover', false)).toBe('信移字');
  expect(registerOf('handover', true)).toBe('信控移字');
  expect(registerOf('receipt', true)).toBeUndefined();
  expect(documentNumber('临', '信转字', 2026, 3)).toBe('临信转字〔2026〕3号');
});

const to = (names: string[], count?: number): PaperDocument => {
  const petitioner = count === undefined ? { names } : { names, count };
  return composePaper('extension', { ...sampleData.extension, petitioner }, sampleFrame);
};

test('P-1 an anonymous letter and a group are addressed as what they are', () => {
  expect(to([]).addressee).toBe('信访人：');
  expect(to(['张三', '李四']).addressee).toBe('张三、李四：');
  expect(to(['张三'], 1800).addressee).toBe('张三等1800人：');
  expect(words(to(['张三'], 1800))).toContain('你们反映的');
  expect(words(to(['张三']))).not.toContain('你们');
});

test('G-1 a paper without a date is a draft that leaves room for it', () => {
  const { date: _issued, ...undated } = sampleFrame;
  const paper = composePaper('referral', sampleData.referral, { ...undated, draftMark: true });
  const signed = itemsOf(paper).find((item) => item.type === 'signature');
  expect(signed?.date.replaceAll('　', '')).toBe('年月日');
  expect(() =>
    composePaper('referral', sampleData.referral, { ...sampleFrame, date: '2026-02-30' }),
  ).toThrow('not a day');
});

const heading = (level: 1 | 2 | 3, text: string) => ({ type: 'heading' as const, level, text });

test('G-1 headings are numbered 一、（一）1. and begin anew below each', () => {
  const paper = opinionOf();
  const blocks = [
    heading(1, 'a'),
    heading(2, 'b'),
    heading(3, 'c'),
    heading(3, 'd'),
    heading(2, 'e'),
  ];
  const tail = [heading(1, 'f'), heading(2, 'g')];
  const items = itemsOf({ ...paper, attachments: [], blocks: [...blocks, ...tail] });
  expect(items.map((item) => (item.type === 'heading' ? item.text : ''))).toEqual([
    '一、a',
    '（一）b',
    '1. c',
    '2. d',
    '（二）e',
    '二、f',
    '（一）g',
  ]);
});

test('G-1 a long title breaks into even lines and at no torn word', () => {
  const lines = titleLines('关于周小满反映小区屋顶漏水问题信访事项的处理意见书');
  expect(lines).toEqual(['关于周小满反映小区屋顶漏水问题', '信访事项的处理意见书']);
  expect(titleLines('临澄县信访局2026年10月信访工作情况报告')).toEqual([
    '临澄县信访局2026年10月',
    '信访工作情况报告',
  ]);
  expect(titleLines('临澄县住房和城乡建设局2026年10月信访工作情况报告')).toEqual([
    '临澄县住房和城乡建设局',
    '2026年10月信访工作情况报告',
  ]);
  // Where nothing invites a break, at least no number is torn.
  const torn = titleLines('某某市某某区某某某某办2026年10月某某某某某某汇报');
  expect(torn.filter((line) => /\d$/u.test(line))).toEqual([]);
  const long = titleLines('关于'.padEnd(120, '某某某的'));
  expect(long.every((line) => line.length <= 20)).toBe(true);
  expect(long.join('')).toBe('关于'.padEnd(120, '某某某的'));
});

test('G-1 an office changes the wording, and the paper says it', () => {
  const title = checkTemplateText('extension', 'title', ' 延长办理期限告知书 ');
  expect(title).toEqual({ ok: true, value: '延长办理期限告知书' });
  const paper = composePaper('extension', sampleData.extension, sampleFrame, {
    title: '延长办理期限告知书',
  });
  expect(paper.title).toBe('延长办理期限告知书');
});

test.each([
  ['nothing', '', 'paper-text-empty'],
  ['a lost date', '延长{days}日。', 'paper-placeholder-missing'],
  ['an unknown placeholder', '延长{days}日至{extendedTo}{secret}', 'paper-placeholder-unknown'],
  ['half a brace', '延长{days}日至{extendedTo}，{', 'paper-text-braces'],
  [
    'four thousand characters and more',
    `{days}{extendedTo}${'长'.repeat(4000)}`,
    'paper-text-too-long',
  ],
])('G-1 a wording with %s is refused', (_what, text, code) => {
  const checked = checkTemplateText('extension', 'decision', text);
  expect(checked).toMatchObject({ ok: false, refusal: { code } });
});

test('G-1 an unknown passage is refused, also one named like a property of every object', () => {
  for (const slot of ['nothing', 'constructor', '__proto__']) {
    expect(checkTemplateText('extension', slot, 'x')).toMatchObject({
      refusal: { code: 'paper-slot-unknown' },
    });
  }
});

test('G-1 every default text passes the check that an office has to pass', () => {
  for (const kind of kinds) {
    for (const { slot, text } of slotsOf(kind)) {
      expect(checkTemplateText(kind, slot, text), `${kind}.${slot}`).toEqual({
        ok: true,
        value: text,
      });
    }
  }
});

test('G-1 braces in a value are text, not placeholders', () => {
  expect(fillSlot('{a}，{b}', { a: '{b}', b: '{a}$&' })).toBe('{b}，{a}$&');
});

test('G-1 a verification code is read in any case and grouping, and look-alikes count as one', () => {
  const code = verifyCodeFrom(Uint8Array.from({ length: 12 }, (_, index) => index * 37));
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/u);
  expect(parseVerifyCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
  expect(parseVerifyCode('oiL1-0000-0000')).toBe('0111-0000-0000');
  expect(parseVerifyCode('QH7C-2M4X-9RT')).toBeUndefined();
  expect(parseVerifyCode("' OR 1=1 --xx")).toBeUndefined();
  expect(() => verifyCodeFrom(new Uint8Array(11))).toThrow(RangeError);
});
