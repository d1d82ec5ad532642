import type { Measure, MeasureSource } from '../../../kernel/measures.ts';
import type { RecommendationKind } from './recommendation.ts';

const source: MeasureSource = {
  zh: '《信访工作条例》第四十条、第四十一条；计算公式由本系统给出',
  en: 'Regulation on Petition Work, art. 40 and 41; the formula is ours',
  date: null,
  certainty: 'practice',
};

const part = { source, dimensions: ['unit', 'office', 'period'], unit: 'matters' } as const;
const adopted = { detail: ['wholly', 'partly'] };

const kinds: readonly (readonly [RecommendationKind, string, string])[] = [
  ['improve-work', '改进工作建议', 'recommendations to improve work'],
  ['improve-policy', '完善政策建议', 'recommendations to improve policy'],
  ['hold-accountable', '追究责任建议', 'recommendations to hold to account'],
];

/** What is measured of recommendations, policy gaps and policy repairs (U-6, Reg. 41). */
export const recommendationMeasures: readonly Measure[] = [
  ...kinds.map(([kind, zh, en]): Measure => ({
    ...part,
    id: `recommendations-${kind}`,
    name: { zh: `${zh}件数`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}` },
    formula: { zh: `期内用印发出的${zh}`, en: `${en} sealed in the period` },
    numerator: [{ fact: 'recommendation-issued', where: { detail: [kind] } }],
    denominator: null,
    better: null,
  })),
  {
    ...part,
    id: 'recommendations-answered-in-time',
    name: { zh: '建议按期答复率', en: 'Recommendations answered in time' },
    formula: {
      zh: '按期书面答复的 ÷ 期内到期的建议（逾期未答复的计入分母）',
      en: 'answered in writing in time ÷ answers due in the period (unanswered ones included)',
    },
    numerator: [{ fact: 'recommendation-answer-due', of: 'sum', due: true }],
    denominator: [{ fact: 'recommendation-answer-due', due: true }],
    unit: 'share',
    better: 'higher',
  },
  {
    ...part,
    id: 'recommendations-adopted',
    name: { zh: '建议采纳率', en: 'Recommendations adopted' },
    formula: {
      zh: '全部采纳或者部分采纳的 ÷ 期内答复的建议',
      en: 'adopted wholly or in part ÷ recommendations answered in the period',
    },
    numerator: [{ fact: 'recommendation-answered', where: adopted }],
    denominator: [{ fact: 'recommendation-answered' }],
    unit: 'share',
    better: null,
  },
  {
    ...part,
    id: 'recommendations-carried-out',
    name: { zh: '核实落实的建议件数', en: 'Recommendations carried out' },
    formula: {
      zh: '期内经核实已经落实的建议',
      en: 'recommendations verified as carried out in the period',
    },
    numerator: [{ fact: 'recommendation-carried-out' }],
    denominator: null,
    better: null,
  },
  {
    ...part,
    id: 'policy-gaps',
    name: { zh: '发现政策问题数', en: 'Policy gaps found' },
    formula: {
      zh: '期内从信访事项中发现、没有撤销的政策问题',
      en: 'policy gaps noted in petitions in the period and not dropped',
    },
    numerator: [{ fact: 'policy-gap' }],
    denominator: null,
    better: null,
  },
  {
    ...part,
    id: 'policy-repairs',
    name: { zh: '完善政策立项数', en: 'Policy repairs begun' },
    formula: {
      zh: '期内立项、没有终止的完善政策项目',
      en: 'repairs begun in the period and not dropped',
    },
    numerator: [{ fact: 'policy-repair-begun' }],
    denominator: null,
    dimensions: ['office', 'period'],
    better: null,
  },
  {
    ...part,
    id: 'policies-repaired',
    name: { zh: '完善政策件数', en: 'Policies repaired' },
    formula: {
      zh: '期内修订、新定或者废止的政策文件',
      en: 'documents changed, made or abolished by a repair in the period',
    },
    numerator: [{ fact: 'policy-repaired' }],
    denominator: null,
    dimensions: ['office', 'period'],
    better: null,
  },
];
