import { everyDimension, type Measure, type MeasureSource } from '../../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '三函为各地通行做法；计算公式由本系统给出',
  en: 'the three letters are common practice; the formula is ours',
  date: null,
  certainty: 'practice',
};

const part = { source, dimensions: everyDimension() } as const;

const steps = [
  ['reminder', '提醒函', 'Reminders'],
  ['supervision-letter', '督办函', 'Supervision letters'],
  ['accountability-recommendation', '问责建议函', 'Accountability recommendations'],
] as const;

/** What is measured of the three letters (U-4): by unit and by region. */
export const lettersMeasures: readonly Measure[] = [
  ...steps.map(([kind, zh, en]): Measure => ({
    ...part,
    id: `letters-${kind}`,
    name: { zh: `${zh}件数`, en },
    formula: { zh: `期内送达的${zh}`, en: `${en.toLowerCase()} served in the period` },
    numerator: [{ fact: 'letter-sent', where: { detail: [kind] } }],
    denominator: null,
    unit: 'matters',
    better: null,
  })),
  {
    ...part,
    id: 'letters-answered-in-time',
    name: { zh: '督办函件按期回复率', en: 'Letters answered in time' },
    formula: {
      zh: '按期回复的 ÷ 期内到期的督办函件（逾期未回复的计入分母）',
      en: 'answered in time ÷ letters due in the period (unanswered ones included)',
    },
    numerator: [{ fact: 'letter-due', of: 'sum', due: true }],
    denominator: [{ fact: 'letter-due', due: true }],
    unit: 'share',
    better: 'higher',
  },
  {
    ...part,
    id: 'letters-risen',
    name: { zh: '督办升级次数', en: 'Letters that rose' },
    formula: {
      zh: '期内因逾期未回复自动升级的次数',
      en: 'rises in the period because nobody had answered',
    },
    numerator: [{ fact: 'letter-risen' }],
    denominator: null,
    unit: 'matters',
    better: 'lower',
  },
];
