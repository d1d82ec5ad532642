import { localDate } from '../../kernel/local-date.ts';
import { everyDimension, type Measure, type MeasureSource } from '../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '信访工作条例第三十五、三十六条；计算公式由本系统给出',
  en: 'art. 35 and 36 of the Regulation on Petition Work; the formula is ours',
  date: localDate('2022-05-01'),
  certainty: 'practice',
};

const part = { source, dimensions: everyDimension('leader') } as const;

/** Decisions on the matter itself; a request refused or taken back says nothing of the opinion. */
const decided = (...closings: readonly string[]): readonly string[] =>
  ['review', 're-examination'].flatMap((stage) => closings.map((each) => `${stage}/${each}`));

/** What is measured of reviews. */
export const reviewMeasures: readonly Measure[] = [
  {
    ...part,
    id: 'reviews-asked',
    name: { zh: '复查申请件数', en: 'Reviews asked for' },
    formula: { zh: '期内提出的复查申请数', en: 'requests for review made in the period' },
    numerator: [{ fact: 'review-asked', where: { detail: ['review'] } }],
    denominator: null,
    unit: 'matters',
    better: null,
    displayOnly: true,
  },
  {
    ...part,
    id: 're-examinations-asked',
    name: { zh: '复核申请件数', en: 'Re-examinations asked for' },
    formula: { zh: '期内提出的复核申请数', en: 'requests for re-examination made in the period' },
    numerator: [{ fact: 'review-asked', where: { detail: ['re-examination'] } }],
    denominator: null,
    unit: 'matters',
    better: null,
    displayOnly: true,
  },
  {
    ...part,
    id: 'review-on-time',
    name: { zh: '复查复核按期办结率', en: 'Reviews decided in time' },
    formula: {
      zh: '期限内作出决定的 ÷ 期内三十日期限届满的复查、复核（超期未决的计入分母）',
      en: 'decided within the thirty days ÷ reviews whose thirty days ended in the period (what is open and overdue stays in)',
    },
    numerator: [{ fact: 'review-period', of: 'sum', due: true }],
    denominator: [{ fact: 'review-period', due: true }],
    unit: 'share',
    better: 'higher',
  },
  {
    ...part,
    id: 'opinions-not-upheld',
    name: { zh: '复查复核改变率', en: 'Opinions changed on review' },
    formula: {
      zh: '变更、发回重新办理的 ÷ 期内作出决定的复查、复核，按原作出意见的单位计',
      en: 'changed or sent back ÷ reviews decided in the period, by the unit whose opinion it was',
    },
    numerator: [{ fact: 'review-closed', where: { detail: decided('changed', 'handle-again') } }],
    denominator: [
      { fact: 'review-closed', where: { detail: decided('upheld', 'changed', 'handle-again') } },
    ],
    unit: 'share',
    better: 'lower',
  },
];
