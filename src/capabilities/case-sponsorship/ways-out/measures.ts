import { everyDimension, type Measure, type MeasureSource } from '../../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '《信访工作条例》第二十七条、第三十七条；计算公式由本系统给出',
  en: 'Regulation on Petition Work, articles 27 and 37; the formula is ours',
  date: null,
  certainty: 'practice',
};

const part = {
  source,
  dimensions: everyDimension('leader'),
  denominator: null,
  unit: 'matters',
  better: null,
} as const;

const chosen = (way: string, zh: string, en: string): Measure => ({
  ...part,
  id: `ways-${way}`,
  name: { zh, en },
  formula: { zh: `期内选择“${zh}”的件数`, en: `times that “${en}” was chosen in the period` },
  numerator: [{ fact: 'way-chosen', where: { detail: [way] } }],
});

/** What is measured of the three ways out (S-5). */
export const wayOutMeasures: readonly Measure[] = [
  chosen('policy', '政策支持', 'Policy supports it'),
  chosen('law', '依法解释', 'Law explained'),
  chosen('aid', '困难帮扶', 'Help in hardship'),
  {
    ...part,
    id: 'aid-granted-share',
    name: { zh: '救助获批率', en: 'Aid granted' },
    formula: {
      zh: '期内批准的救助 ÷ 期内申请的救助',
      en: 'aid granted ÷ aid applied for in the period',
    },
    numerator: [{ fact: 'aid-approved' }],
    denominator: [{ fact: 'aid-applied' }],
    unit: 'share',
  },
  {
    ...part,
    id: 'aid-paid',
    name: { zh: '发放救助件数', en: 'Aid paid' },
    formula: { zh: '期内发放的救助件数', en: 'grants of aid paid in the period' },
    numerator: [{ fact: 'aid-paid' }],
  },
  {
    ...part,
    id: 'aid-paid-sum',
    name: { zh: '发放救助金额（元）', en: 'Aid paid, in yuan' },
    formula: {
      zh: '期内发放的救助金额之和，以元计',
      en: 'sum of the aid paid in the period, in yuan',
    },
    numerator: [{ fact: 'aid-paid', of: 'sum' }],
    unit: 'yuan',
  },
  {
    ...part,
    id: 'aid-days',
    name: { zh: '救助到账天数', en: 'Days until aid is paid' },
    formula: {
      zh: '从申请到发放的天数之和 ÷ 期内发放的救助',
      en: 'days from application to payment ÷ aid paid in the period',
    },
    numerator: [{ fact: 'aid-days', of: 'sum' }],
    denominator: [{ fact: 'aid-paid' }],
    unit: 'mean-days',
    better: 'lower',
  },
];
