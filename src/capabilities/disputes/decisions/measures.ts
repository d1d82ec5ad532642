import { everyDimension, type Measure, type MeasureSource } from '../../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '重大决策社会稳定风险评估通行做法；计算公式由本系统给出',
  en: 'common practice of risk assessment of major decisions; the formula is ours',
  date: null,
  certainty: 'practice',
};

const part = {
  source,
  dimensions: everyDimension('office', 'channel', 'topic', 'purpose', 'visit', 'repeat', 'leader'),
} as const;

const withResult = (
  id: string,
  [zh, en]: readonly [string, string],
  detail: readonly string[],
): Measure => ({
  ...part,
  id,
  name: { zh, en },
  formula: {
    zh: `期内作出评估结论为“${zh}”的决策数`,
    en: `decisions assessed in the period with the result “${en}”`,
  },
  numerator: [{ fact: 'decision-assessed', where: { detail } }],
  denominator: null,
  unit: 'matters',
  better: null,
});

/** What is measured of assessments (D-3). */
export const assessmentMeasures: readonly Measure[] = [
  {
    ...part,
    id: 'decisions-recorded',
    name: { zh: '纳入风险评估的决策件数', en: 'Decisions under assessment' },
    formula: { zh: '期内登记评估的决策数', en: 'decisions recorded for assessment in the period' },
    numerator: [{ fact: 'decision-recorded' }],
    denominator: null,
    unit: 'matters',
    better: null,
  },
  withResult('decisions-carried-out', ['可以实施', 'Carry out'], ['carry-out']),
  withResult(
    'decisions-with-measures',
    ['采取措施后实施', 'Carry out with measures'],
    ['carry-out-with-measures'],
  ),
  withResult('decisions-put-off', ['暂缓实施', 'Put off'], ['put-off']),
  withResult('decisions-dropped', ['不予实施', 'Do not carry out'], ['do-not-carry-out']),
];
