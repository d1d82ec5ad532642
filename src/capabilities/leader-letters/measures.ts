import { localDate } from '../../kernel/local-date.ts';
import { everyDimension, type Measure, type MeasureSource } from '../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '信访工作条例第十八条（领导干部阅办群众来信）；计算公式由本系统给出',
  en: 'art. 18 of the Regulation on Petition Work (leaders read and handle letters); the formula is ours',
  date: localDate('2022-05-01'),
  certainty: 'practice',
};

const part = { source, dimensions: everyDimension('leader') } as const;
const number = { ...part, denominator: null, unit: 'matters', better: null } as const;

/** What is measured of letters before leaders and heads. */
export const letterMeasures: readonly Measure[] = [
  {
    ...number,
    id: 'letters-laid',
    name: { zh: '呈送领导阅看件数', en: 'Letters laid before leaders' },
    formula: {
      zh: '期内呈送领导干部阅看的来信数',
      en: 'letters laid before a leader in the period',
    },
    numerator: [{ fact: 'letter-laid', where: { detail: ['leader'] } }],
  },
  {
    ...part,
    id: 'letters-read',
    name: { zh: '来信阅看率', en: 'Letters read' },
    formula: {
      zh: '已由领导或单位负责人阅看的 ÷ 期内呈送其阅看的来信',
      en: 'read by the leader or head ÷ letters laid before them in the period',
    },
    numerator: [{ fact: 'letter-laid', of: 'sum' }],
    denominator: [{ fact: 'letter-laid' }],
    unit: 'share',
    better: 'higher',
  },
  {
    ...number,
    dimensions: everyDimension(),
    id: 'letters-read-by-leaders',
    name: { zh: '领导阅信次数', en: 'Letters read by leaders' },
    formula: {
      zh: '期内领导阅看来信的次数（不含单位负责人）',
      en: 'readings of letters by leaders in the period (not by heads of units)',
    },
    numerator: [{ fact: 'letter-reading' }],
    unit: 'rounds',
  },
  {
    ...number,
    dimensions: everyDimension(),
    id: 'letter-instructions',
    name: { zh: '阅信批示件数', en: 'Instructions on letters' },
    formula: {
      zh: '期内在来信上作出的批示数；落实情况见承诺各项指标',
      en: 'instructions given on letters in the period; what became of them stands in the measures of commitments',
    },
    numerator: [{ fact: 'letter-instruction' }],
  },
];
