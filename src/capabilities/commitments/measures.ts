import { localDate } from '../../kernel/local-date.ts';
import { everyDimension, type Measure, type MeasureSource } from '../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '信访工作条例第三十二条（支持请求的意见应当执行）；计算公式由本系统给出',
  en: 'art. 32 of the Regulation on Petition Work (what an opinion grants is carried out); the formula is ours',
  date: localDate('2022-05-01'),
  certainty: 'practice',
};

const part = { source, dimensions: everyDimension() } as const;
const number = { ...part, denominator: null, unit: 'matters' } as const;

/** What is measured of promises (C-1). */
export const commitmentMeasures: readonly Measure[] = [
  {
    ...number,
    id: 'commitments-made',
    name: { zh: '作出承诺件数', en: 'Commitments made' },
    formula: { zh: '期内作出的承诺数', en: 'commitments made in the period' },
    numerator: [{ fact: 'commitment-made' }],
    better: null,
  },
  {
    ...number,
    id: 'commitments-due',
    name: { zh: '承诺到期件数', en: 'Commitments due' },
    formula: {
      zh: '承诺日期在期内届满的承诺数（到期前改期、撤回的不计；到期后改期、撤回的仍计）',
      en: 'commitments whose day passed in the period (not those moved or withdrawn before it; those moved or withdrawn after it stay in)',
    },
    numerator: [{ fact: 'commitment-due', due: true }],
    better: null,
  },
  {
    ...part,
    id: 'commitments-on-time',
    name: { zh: '承诺按期落实率', en: 'Commitments kept in time' },
    formula: {
      zh: '到期日前报告落实且未被退回的 ÷ 期内到期的承诺（超期未落实的计入分母）',
      en: 'reported as fulfilled by their day and not sent back ÷ commitments due in the period (what is overdue stays in)',
    },
    numerator: [{ fact: 'commitment-due', of: 'sum', due: true }],
    denominator: [{ fact: 'commitment-due', due: true }],
    unit: 'share',
    better: 'higher',
    beside: ['commitments-confirmed'],
  },
  {
    ...part,
    id: 'commitments-confirmed',
    name: { zh: '承诺由群众确认率', en: 'Commitments confirmed by petitioners' },
    formula: {
      zh: '群众本人确认落实的 ÷ 期内认定落实的、向信访人作出的承诺（其余由责任单位以外核实）',
      en: 'confirmed by the petitioner ÷ commitments to petitioners found fulfilled in the period (the others were verified outside the unit)',
    },
    numerator: [{ fact: 'commitment-fulfilled', where: { detail: ['petitioner/petitioner'] } }],
    denominator: [
      {
        fact: 'commitment-fulfilled',
        where: { detail: ['petitioner/petitioner', 'petitioner/verifier'] },
      },
    ],
    unit: 'share',
    better: 'higher',
  },
  {
    ...number,
    id: 'commitments-open',
    name: { zh: '未了结的承诺件数', en: 'Open commitments' },
    formula: {
      zh: '期末尚未落实、也未撤回的承诺数',
      en: 'commitments neither fulfilled nor withdrawn at the end of the period',
    },
    numerator: [{ fact: 'commitment-open', stock: true }],
    better: null,
  },
  {
    ...number,
    id: 'commitments-overdue',
    name: { zh: '超期未落实的承诺件数', en: 'Overdue commitments' },
    formula: {
      zh: '期末承诺日期已过、尚未报告落实的承诺数',
      en: 'commitments whose day had passed at the end of the period without a report',
    },
    numerator: [{ fact: 'commitment-owed', stock: true, due: true }],
    better: 'lower',
  },
];
