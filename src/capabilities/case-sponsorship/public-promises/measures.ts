import { everyDimension, type Measure, type MeasureSource } from '../../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '三方见面会上向群众公开承诺的做法；计算公式由本系统给出',
  en: 'practice of promising in public at three-party meetings; the formula is ours',
  date: null,
  certainty: 'practice',
};

const part = { source, dimensions: everyDimension(), unit: 'households' } as const;

/** What is measured of promises to many households (S-4). */
export const publicPromiseMeasures: readonly Measure[] = [
  {
    ...part,
    id: 'households-promised',
    name: { zh: '公开承诺涉及户数', en: 'Households promised something in public' },
    formula: {
      zh: '期内作出的公开承诺涉及的户数',
      en: 'households under public promises made in the period',
    },
    numerator: [{ fact: 'household-promised', of: 'sum' }],
    denominator: null,
    better: null,
  },
  {
    ...part,
    id: 'households-done',
    unit: 'share',
    name: { zh: '公开承诺办结户占比', en: 'Households done' },
    formula: {
      zh: '已办完的户 ÷ 期内作出的公开承诺涉及的户',
      en: 'households done ÷ households under public promises made in the period',
    },
    numerator: [{ fact: 'household-done', of: 'sum' }],
    denominator: [{ fact: 'household-promised', of: 'sum' }],
    better: 'higher',
  },
  {
    ...part,
    id: 'households-late',
    name: { zh: '公开承诺到期未办完户数', en: 'Households late' },
    formula: {
      zh: '承诺的日子已过、还没有办完的户数（按承诺的日子计）',
      en: 'households not done although the promised day, on which they count, is over',
    },
    numerator: [{ fact: 'household-late', of: 'sum', due: true }],
    denominator: null,
    better: 'lower',
  },
];
