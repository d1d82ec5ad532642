import { describe, expect, test } from 'vitest';
import { localDateOf } from '../../../kernel/local-date.ts';
import { renderPaper, type PaperDocument } from '../../papers/index.ts';
import { Life, calendar } from '../life.test-data.ts';
import { countClock } from '../../../kernel/case-clocks.ts';
import { documentOf, receiptOf } from './index.ts';
import { kinds, opened, organisation, sourceOf, title } from './papers.test-data.ts';

const textOf = (document: PaperDocument): string => JSON.stringify(document);

const printed = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** A word that only this kind says, of this petition. */
const says: Readonly<Record<(typeof kinds)[number], readonly string[]>> = {
  referral: ['甲县住房和城乡建设局：', '请会同社区到现场查看', '漏水照片.jpg', '周小满'],
  assignment: ['甲县住房和城乡建设局：', printed('2026-12-12')],
  handover: ['甲县纪律检查委员会：', '严格保密', '信访材料（共1件）'],
  'acceptance-notice': ['周小满：', '由甲县信访局于2026年11月3日转送我局', '第三十一条第六项'],
  refusal: ['不予受理', '不在我局职权范围内', '第一项至第五项', '15日内核查'],
  'no-longer-accepted': ['信访程序已经终结', '第三十六条第三款'],
  redirection: ['甲县劳动仲裁委', '仲裁程序', '第三十一条第二项'],
  'file-only-note': ['感谢、表扬类来信', '何工'],
  'merge-notice': ['2026 0000 0002 4', '甲县住建局'],
  'split-notice': ['2026 0000 0003 2', '屋顶漏水维修', '检举控告类问题'],
  'one-time-notice': ['家具购买凭证', '漏水部位照片', '甲县人民路1号信访接待大厅'],
  'supplement-request': ['家具购买凭证', '最迟于2026年11月17日'],
  'contest-decision': ['“不予受理”', '不归我局', '异议成立', '重新办理，现由'],
  'objection-decision': ['甲县交通运输局：', '不归我局', '同意你单位的异议'],
  adjudication: ['甲县交通运输局、甲县住房和城乡建设局', '由甲县住房和城乡建设局受理并主办'],
  extension: ['延长20日', '委托鉴定', '不再延期'],
  opinion: ['关于周小满反映', '予以支持', '房屋维修管理科何工', '某市人民政府或者|甲县人民政府'],
  'conclusion-report': ['甲信字', '会同社区现场查看', '直接送达', '正在落实'],
  'urgent-report': [
    '甲县人民政府：',
    '第二十五条',
    '坠落危险',
    '设置警戒',
    '"copies":."city-office',
  ],
  'suggestion-answer': ['第二十九条', '予以部分采纳', '占用消防通道', '安装座椅24张'],
  'enquiry-answer': ['现答复如下', '房屋维修管理科备案'],
  'hearing-notice': ['听证室', '2026年3月20日14时30分', '顾和（调解员）', '回避'],
  'hearing-conclusion': ['支持信访人主要诉求2票', '检测报告', '防水层老化'],
  'mediation-agreement': [
    '人民调解',
    '30日内（最迟2026年4月24日）共同向有管辖权的人民法院',
    '3,600元',
  ],
  settlement: ['自愿协商', '双方再无争议'],
  'withdrawal-confirmation': ['凭查询码撤回', '2026年11月2日', '至2026年11月12日你没有取消撤回'],
};

describe('what papers say', () => {
  test.each(kinds)('G-1 %s is composed from the state that commands made', (kind) => {
    const document = documentOf(sourceOf(kind));
    const text = textOf(document);
    for (const word of says[kind]) expect(text).toMatch(new RegExp(word));
    expect(document.draftMark).toBe(false);
    expect(document.date).toBe(localDateOf(sourceOf(kind).now));
  });

  test.each(kinds)('P-4a a draft of %s bears a mark and neither date nor code', (kind) => {
    const draft = documentOf(sourceOf(kind, { number: null, verify: null }));
    expect(draft).toMatchObject({ draftMark: true, date: undefined, verify: undefined });
    expect(draft.number).toBeUndefined();
  });

  test.each(kinds)('G-1 %s renders as PDF', async (kind) => {
    const { pages } = await renderPaper(documentOf(sourceOf(kind)), 'pdf');
    expect(pages).toBeGreaterThan(0);
  });

  test("L-5 an accusation's papers name nobody in title and address", () => {
    for (const kind of kinds) {
      const document = documentOf(sourceOf(kind, { change: { purpose: 'accusation' } }));
      const outside = `${document.title}${document.addressee ?? ''}${document.attachments.join()}`;
      expect(outside).not.toMatch(/周小满|漏水|何工/);
    }
  });

  test('G-1 an anonymous petition has no name, a group its number of people', () => {
    const anonymous = documentOf(sourceOf('opinion', { change: { anonymous: true } }));
    expect(textOf(anonymous)).not.toContain('周小满');
    expect(anonymous.addressee).toBe('信访人：');
    const group = documentOf(sourceOf('opinion', { change: { personCount: 120 } }));
    expect(group.addressee).toBe('周小满等120人：');
    expect(textOf(group)).toContain('你们');
  });

  test('G-1 an agent is not counted among those who petition', () => {
    const { petition } = sourceOf('opinion');
    expect(petition.people).toHaveLength(2);
    expect(documentOf(sourceOf('opinion')).addressee).toBe('周小满：');
  });

  test('P-9 the notice of acceptance names the day that the handling clock names', () => {
    const source = sourceOf('acceptance-notice');
    const clock = source.petition.clocks.find(({ period }) => period === 'handling');
    if (clock === undefined) throw new Error('no handling clock');
    const { dueDate } = countClock(clock, calendar);
    expect(textOf(documentOf(source))).toContain(`最迟${printed(dueDate)}`);
  });

  test('P-9 an extension names the day before and the day after, both by the calendar', () => {
    const source = sourceOf('extension');
    const clock = source.petition.clocks.find(({ period }) => period === 'handling');
    if (clock === undefined) throw new Error('no handling clock');
    const text = textOf(documentOf(source));
    for (const extensionDays of [0, 20]) {
      const { dueDate } = countClock({ ...clock, extensionDays }, calendar);
      expect(text).toContain(`最迟${printed(dueDate)}办结`);
    }
  });

  test('G-1 an overlong title is made to fit, a missing telephone is the office counter', () => {
    const long = new Map(opened).set('content', { title: `${'很长'.repeat(200)}\n。` });
    const document = documentOf(
      sourceOf('opinion', {
        opened: long,
        organisation: { ...organisation, contactOf: () => ({ phone: '', address: '' }) },
      }),
    );
    expect(document.title.length).toBeLessThan(200);
    expect(textOf(document)).toContain('信访接待窗口');
  });

  test("G-1 the office's own wording stands in the paper", () => {
    const own = { closing: '特此函告。' };
    expect(textOf(documentOf(sourceOf('referral'), own))).toContain('特此函告');
  });

  test('P-3 the receipt has number and code in print and only the number in its QR code', async () => {
    const life = new Life();
    const petition = life.register();
    const source = { petition, opened, organisation, calendar, publicUrl: 'https://xf.example' };
    const receipt = receiptOf({ ...source, lookupCode: '7KQ2-M9XD-4TRA-W3HN' });
    expect(textOf(receipt)).toContain('7KQ2-M9XD-4TRA-W3HN');
    expect(receipt.verify?.url).toBe(`https://xf.example/progress?number=${petition.number}`);
    expect(textOf(receipt)).toContain('2026年11月17日');
    expect(textOf(receipt)).toContain(title);
    expect(textOf(receiptOf(source))).not.toContain('7KQ2');
    expect((await renderPaper(receipt, 'pdf')).pages).toBe(1);
  });
});
