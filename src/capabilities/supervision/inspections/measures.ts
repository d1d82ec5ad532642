import type { Measure, MeasureSource } from '../../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '《信访工作条例》第四十条；计算公式由本系统给出',
  en: 'Regulation on Petition Work, art. 40; the formula is ours',
  date: null,
  certainty: 'practice',
};

const part = { source, dimensions: ['unit', 'office', 'period'], unit: 'matters' } as const;

/** What is measured of inspections (U-1, Reg. 41). */
export const inspectionMeasures: readonly Measure[] = [
  {
    ...part,
    id: 'inspections',
    name: { zh: '开展督查次数', en: 'Inspections carried out' },
    formula: { zh: '期内开展的督查', en: 'inspections carried out in the period' },
    numerator: [{ fact: 'inspection-carried-out' }],
    denominator: null,
    better: null,
  },
  {
    ...part,
    id: 'inspection-findings',
    name: { zh: '督查发现问题数', en: 'Findings' },
    formula: { zh: '期内督查记录的问题', en: 'findings recorded in the period' },
    numerator: [{ fact: 'inspection-finding' }],
    denominator: null,
    better: null,
  },
  {
    ...part,
    id: 'inspection-corrections',
    name: { zh: '督查问题按期整改率', en: 'Corrections made in time' },
    formula: {
      zh: '按期整改并经核实的 ÷ 期内到期的整改',
      en: 'made in time and verified ÷ corrections due in the period',
    },
    numerator: [{ fact: 'inspection-correction', of: 'sum', due: true }],
    denominator: [{ fact: 'inspection-correction', due: true }],
    unit: 'share',
    better: 'higher',
  },
];
