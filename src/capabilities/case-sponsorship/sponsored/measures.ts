import { everyDimension, type Measure, type MeasureSource } from '../../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '信访工作条例第十八条（领导包案）；计算公式由本系统给出',
  en: 'art. 18 of the Regulation on Petition Work (leaders take charge of cases); the formula is ours',
  date: null,
  certainty: 'practice',
};

const part = { source, dimensions: everyDimension() } as const;

/** What is measured of cases under a leader (S-1): batches and persons, never one petitioner. */
export const sponsoredMeasures: readonly Measure[] = [
  {
    ...part,
    id: 'sponsored-cases',
    name: { zh: '领导包案件数', en: 'Cases under a leader' },
    formula: { zh: '期内开始的领导包案数', en: 'cases under a leader begun in the period' },
    numerator: [{ fact: 'sponsored-case' }],
    denominator: null,
    unit: 'matters',
    better: null,
    beside: ['sponsored-persons'],
  },
  {
    ...part,
    id: 'sponsored-persons',
    name: { zh: '领导包案涉及人次', en: 'Persons in cases under a leader' },
    formula: {
      zh: '期内开始的领导包案涉及人数之和',
      en: 'people concerned in the cases under a leader begun in the period',
    },
    numerator: [{ fact: 'sponsored-persons', of: 'sum' }],
    denominator: null,
    unit: 'persons',
    better: null,
  },
  {
    ...part,
    id: 'sponsored-open',
    name: { zh: '在办领导包案件数', en: 'Open cases under a leader' },
    formula: {
      zh: '期末尚未核实办结的领导包案数',
      en: 'cases under a leader whose ending is not yet verified at the end of the period',
    },
    numerator: [{ fact: 'sponsored-open', stock: true }],
    denominator: null,
    unit: 'matters',
    better: 'lower',
  },
  {
    ...part,
    id: 'sponsored-resolution',
    name: { zh: '包案化解率', en: 'Resolution of cases under a leader' },
    formula: {
      zh: '经核实化解的 ÷ 期内开始的领导包案（未办结、逾期未办结的都计入分母）',
      en: 'resolved and verified ÷ cases begun in the period, those that are open and overdue among them',
    },
    numerator: [{ fact: 'sponsored-case', of: 'sum' }],
    denominator: [{ fact: 'sponsored-case' }],
    unit: 'share',
    better: 'higher',
  },
  {
    ...part,
    id: 'sponsored-milestones-kept',
    name: { zh: '包案节点按期完成率', en: 'Steps of cases done by their day' },
    formula: {
      zh: '按期完成的节点 ÷ 期内到期的节点（过期未完成的计入分母，改期前已过期的仍算未按期）',
      en: 'steps done by their day ÷ steps due in the period; what is late and open counts, and a day that had passed before it was moved stays missed',
    },
    numerator: [{ fact: 'sponsored-milestone', of: 'sum', due: true }],
    denominator: [{ fact: 'sponsored-milestone', due: true }],
    unit: 'share',
    better: 'higher',
  },
];
