import { localDate } from '../../kernel/local-date.ts';
import { everyDimension, type Measure, type MeasureSource } from '../../kernel/measures.ts';

const regulation = (article: string): MeasureSource => ({
  zh: `信访工作条例第${article}条；计算公式由本系统给出`,
  en: `art. ${article} of the Regulation on Petition Work; the formula is ours`,
  date: localDate('2022-05-01'),
  certainty: 'practice',
});

/** What is measured of hearings and mediations. */
export const proceedingMeasures: readonly Measure[] = [
  {
    id: 'hearings-held',
    name: { zh: '举行听证次数', en: 'Hearings held' },
    formula: {
      zh: '期内开庭的听证数',
      en: 'hearings that were held, by the day on which they were opened',
    },
    source: regulation('31'),
    numerator: [{ fact: 'hearing' }],
    denominator: null,
    dimensions: everyDimension('leader'),
    unit: 'matters',
    better: null,
  },
  {
    id: 'mediation-success',
    name: { zh: '调解成功率', en: 'Mediations agreed' },
    formula: {
      zh: '达成协议的 ÷ 期内办结的调解（达成协议或调解不成）',
      en: 'ended in agreement ÷ mediations ended in the period, agreed or failed',
    },
    source: regulation('33'),
    numerator: [{ fact: 'mediation', of: 'sum' }],
    denominator: [{ fact: 'mediation' }],
    dimensions: everyDimension('leader'),
    unit: 'share',
    better: 'higher',
  },
];
