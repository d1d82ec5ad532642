import { everyDimension, type Measure, type MeasureSource } from '../../kernel/measures.ts';
import { localDate } from '../../kernel/local-date.ts';

const source: MeasureSource = {
  zh: '矛盾纠纷排查化解通行做法；未见权威计算公式，公式由本系统给出',
  en: 'common practice of dispute screening; no authoritative formula was found, this one is ours',
  date: null,
  certainty: 'practice',
};

const pressReport: MeasureSource = {
  zh: '德州，2021年报道：预警率不低于90%',
  en: 'Dezhou, press report of 2021: an early warning rate of at least 90 %',
  date: localDate('2021-12-31'),
  certainty: 'practice',
};

/** Disputes know their place and unit; nobody has counted them by anything else. */
const part = {
  source,
  dimensions: everyDimension('office', 'channel', 'topic', 'purpose', 'visit', 'repeat', 'leader'),
} as const;
const number = { ...part, denominator: null, unit: 'matters' } as const;

/** What is measured of disputes and early warning (D-1, D-2). */
export const disputeMeasures: readonly Measure[] = [
  {
    ...number,
    id: 'disputes-recorded',
    name: { zh: '排查纠纷件数', en: 'Disputes recorded' },
    formula: { zh: '期内排查登记的矛盾纠纷数', en: 'disputes recorded in the period' },
    numerator: [{ fact: 'dispute-recorded' }],
    better: null,
    displayOnly: true,
  },
  {
    ...number,
    id: 'disputes-open',
    name: { zh: '在办纠纷件数', en: 'Open disputes' },
    formula: { zh: '期末尚未办结的矛盾纠纷数', en: 'disputes open at the end of the period' },
    numerator: [{ fact: 'dispute-open', stock: true }],
    better: null,
  },
  {
    ...part,
    id: 'disputes-settled-in-village',
    name: { zh: '村级化解占比', en: 'Share settled in the village' },
    formula: {
      zh: '在村（社区）化解的 ÷ 期内化解的矛盾纠纷',
      en: 'settled in the village ÷ disputes settled in the period',
    },
    numerator: [{ fact: 'dispute-settled', where: { detail: ['village'] } }],
    denominator: [{ fact: 'dispute-settled' }],
    unit: 'share',
    better: 'higher',
    beside: ['settlements-kept'],
  },
  {
    ...part,
    id: 'days-per-dispute',
    name: { zh: '纠纷平均化解天数', en: 'Days per dispute' },
    formula: {
      zh: '期内化解的矛盾纠纷从登记到化解的天数之和 ÷ 化解件数',
      en: 'days from recording to settlement ÷ disputes settled in the period',
    },
    numerator: [{ fact: 'dispute-settled', of: 'sum' }],
    denominator: [{ fact: 'dispute-settled' }],
    unit: 'mean-days',
    better: 'lower',
  },
  {
    ...part,
    id: 'settlements-kept',
    name: { zh: '化解兑现率', en: 'Settlements kept' },
    formula: {
      zh: '回访时已兑现的 ÷ 期内回访的化解结果',
      en: 'found kept ÷ settlements followed up in the period',
    },
    numerator: [{ fact: 'dispute-followed-up', of: 'sum' }],
    denominator: [{ fact: 'dispute-followed-up' }],
    unit: 'share',
    better: 'higher',
  },
  {
    ...part,
    id: 'disputes-on-time',
    name: { zh: '排查化解按期率', en: 'Disputes within their limits' },
    formula: {
      zh: '按期办理、签收、回访的 ÷ 期内到期的时限（超期未办的计入分母）',
      en: 'handled, acknowledged and followed up in time ÷ limits due in the period (what is overdue stays in)',
    },
    numerator: [{ fact: 'dispute-due', of: 'sum', due: true }],
    denominator: [{ fact: 'dispute-due', due: true }],
    unit: 'share',
    better: 'higher',
  },
  {
    ...number,
    id: 'disputes-promoted',
    name: { zh: '本人提出转为信访的件数', en: 'Disputes made petitions' },
    formula: {
      zh: '期内经本人提出转为信访事项的矛盾纠纷数',
      en: 'disputes that the persons concerned made petitions of in the period',
    },
    numerator: [{ fact: 'dispute-promoted' }],
    better: null,
    displayOnly: true,
  },
  {
    id: 'early-warning-rate',
    name: { zh: '预警率', en: 'Early warning rate' },
    formula: {
      zh: '登记前已作为矛盾纠纷掌握、并经人工确认的信访事项 ÷ 期内登记的申诉求决事项',
      en: 'petitions whose matter was known as a dispute before, as people confirmed ÷ appeals registered in the period',
    },
    source: pressReport,
    numerator: [{ fact: 'known-before', where: { purpose: ['appeal'] } }],
    denominator: [{ fact: 'registered', where: { purpose: ['appeal'] } }],
    dimensions: everyDimension('repeat', 'leader'),
    unit: 'share',
    better: 'higher',
    target: { value: 0.9, source: pressReport },
    displayOnly: true,
  },
];
