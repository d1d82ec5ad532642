import { everyDimension, type Measure, type MeasureSource } from '../../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '家访下访的通行做法；计算公式由本系统给出',
  en: 'usual practice of home visits; the formula is ours',
  date: null,
  certainty: 'practice',
};

const part = {
  source,
  dimensions: everyDimension(),
  denominator: null,
  unit: 'matters',
  better: null,
} as const;

/** What is measured of home visits (S-3): visits, never people, and no target for them. */
export const visitMeasures: readonly Measure[] = [
  {
    ...part,
    id: 'home-visits-planned',
    name: { zh: '计划家访次数', en: 'Home visits planned' },
    formula: {
      zh: '计划日在期内、没有取消的家访',
      en: 'visits planned for the period, not cancelled',
    },
    numerator: [{ fact: 'home-visit-planned' }],
  },
  {
    ...part,
    id: 'home-visits-made',
    name: { zh: '完成家访次数', en: 'Home visits made' },
    formula: {
      zh: '期内见到人并作了记录的家访',
      en: 'visits carried out and recorded in the period',
    },
    numerator: [{ fact: 'home-visit-ended', where: { detail: ['made'] } }],
  },
  {
    ...part,
    id: 'home-visits-declined',
    name: { zh: '信访人谢绝的家访次数', en: 'Home visits declined' },
    formula: { zh: '期内信访人表示不用来的家访', en: 'visits that the petitioner did not want' },
    numerator: [{ fact: 'home-visit-ended', where: { detail: ['declined'] } }],
  },
  {
    ...part,
    id: 'home-visits-not-home',
    name: { zh: '家中无人的家访次数', en: 'Nobody at home' },
    formula: { zh: '期内上门而家中无人的家访', en: 'visits on which nobody was at home' },
    numerator: [{ fact: 'home-visit-ended', where: { detail: ['not-home'] } }],
  },
  {
    ...part,
    id: 'home-visits-promising',
    name: { zh: '当场答应事项的家访次数', en: 'Home visits with a promise' },
    formula: {
      zh: '期内完成、并当场答应了事项的家访',
      en: 'visits carried out in the period on which something was promised',
    },
    numerator: [{ fact: 'home-visit-promise' }],
  },
];
