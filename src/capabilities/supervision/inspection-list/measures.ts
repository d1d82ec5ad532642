import { everyDimension, type Measure, type MeasureSource } from '../../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '“四色”督查的通行做法；计算公式由本系统给出',
  en: 'usual practice of the four-colour inspection; the formula is ours',
  date: null,
  certainty: 'practice',
};

const number = {
  source,
  dimensions: everyDimension('leader'),
  denominator: null,
  unit: 'matters',
  better: null,
} as const;

/** What is measured of the inspection list (U-3). */
export const listingMeasures: readonly Measure[] = [
  {
    ...number,
    id: 'inspection-entered',
    name: { zh: '列入四色督查件数', en: 'Entered on the inspection list' },
    formula: {
      zh: '期内决定列入四色督查名单的次数',
      en: 'decisions in the period that entered a case',
    },
    numerator: [{ fact: 'inspection-entered' }],
  },
  {
    ...number,
    id: 'inspection-listed',
    name: { zh: '四色督查在册件数', en: 'On the inspection list' },
    formula: { zh: '期末在四色督查名单上的件数', en: 'cases on the list at the end of the period' },
    numerator: [{ fact: 'inspection-listed', stock: true }],
  },
];
