import { everyDimension, type Measure, type MeasureSource } from '../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '积案化解攻坚的通行做法；计算公式由本系统给出',
  en: 'usual practice of resolving backlog; the formula is ours',
  date: null,
  certainty: 'practice',
};

/** The share of a superior's batch that should be resolved; replaced where a superior says otherwise. */
export const backlogTarget = 0.95;

const part = { source, dimensions: everyDimension() } as const;

/** What is measured of backlog (S-6). */
export const backlogMeasures: readonly Measure[] = [
  {
    ...part,
    id: 'backlog-cases',
    name: { zh: '交办积案件数', en: 'Backlog cases' },
    formula: { zh: '期内列入台账的积案数', en: 'cases put into the ledger in the period' },
    numerator: [{ fact: 'backlog-case' }],
    denominator: null,
    unit: 'matters',
    better: null,
  },
  {
    ...part,
    id: 'backlog-resolution',
    name: { zh: '积案化解率', en: 'Backlog resolution' },
    formula: {
      zh: '经核查已化解的 ÷ 期内列入台账的积案',
      en: 'resolved and verified ÷ cases put into the ledger in the period',
    },
    numerator: [{ fact: 'backlog-case', of: 'sum' }],
    denominator: [{ fact: 'backlog-case' }],
    unit: 'share',
    better: 'higher',
    target: {
      value: backlogTarget,
      source: {
        zh: '安徽省积案化解目标（2022 年新闻报道）',
        en: 'target of Anhui province (press report 2022)',
        date: null,
        certainty: 'secondary',
      },
    },
  },
  {
    ...part,
    id: 'backlog-open',
    name: { zh: '未化解积案件数', en: 'Open backlog cases' },
    formula: {
      zh: '期末台账中尚未核查化解的积案数',
      en: 'cases in the ledger not yet verified as resolved at the end of the period',
    },
    numerator: [{ fact: 'backlog-open', stock: true }],
    denominator: null,
    unit: 'matters',
    better: 'lower',
  },
];
