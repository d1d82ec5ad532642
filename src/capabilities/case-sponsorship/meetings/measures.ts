import { everyDimension, type Measure, type MeasureSource } from '../../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '三头对面的通行做法；计算公式由本系统给出',
  en: 'usual practice of three-party meetings; the formula is ours',
  date: null,
  certainty: 'practice',
};

const part = {
  source,
  dimensions: everyDimension('leader'),
  denominator: null,
  unit: 'matters',
} as const;

/** What is measured of three-party meetings (S-4). */
export const meetingMeasures: readonly Measure[] = [
  {
    ...part,
    id: 'meetings-held',
    name: { zh: '三头对面会议', en: 'Three-party meetings' },
    formula: { zh: '期内召开的三头对面会议', en: 'three-party meetings held in the period' },
    numerator: [{ fact: 'meeting-held' }],
    better: null,
    beside: ['meetings-postponed'],
  },
  {
    ...part,
    id: 'meetings-postponed',
    name: { zh: '三头对面会议延期', en: 'Meetings put off' },
    formula: {
      zh: '期内三头对面会议延期的次数',
      en: 'times that a meeting was put off in the period',
    },
    numerator: [{ fact: 'meeting-postponed' }],
    better: 'lower',
  },
  {
    ...part,
    id: 'meeting-actions',
    name: { zh: '会议议定事项', en: 'Actions agreed in meetings' },
    formula: {
      zh: '期内召开的会议议定的事项数；每项都是一个承诺，是否按期见承诺的指标',
      en: 'actions agreed in meetings of the period; each is a commitment, whose measures tell if it was kept',
    },
    numerator: [{ fact: 'meeting-action', of: 'sum' }],
    better: null,
  },
];
