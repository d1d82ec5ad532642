import type { NewProfile } from './contract.ts';

/**
 * Limits as 12345 hotlines commonly have them, and the days around the conclusion that no article
 * fixes; no authoritative text was found, so they are examples to begin with and bear the mark
 * `practice`. An administrator puts them in force.
 */
export const exampleProfiles: readonly Omit<NewProfile, 'from'>[] = [
  {
    name: '12345热线工单时限',
    source: '12345热线通行做法（示例，请改为本地文件名称和文号）',
    certainty: 'practice',
    units: [],
    channels: ['hotline-12345'],
    categories: [],
    limits: [
      { period: 'take', amount: 2, unit: 'hours', purposes: [] },
      { period: 'contact', amount: 24, unit: 'hours', purposes: [] },
      { period: 'answer', amount: 15, unit: 'calendar-days', purposes: [] },
      { period: 'answer', amount: 7, unit: 'calendar-days', purposes: ['enquiry', 'suggestion'] },
    ],
  },
  {
    name: '评价、回访和异议核查时限',
    source: '本单位办结后工作规定（示例，请改为本地文件名称和文号）',
    certainty: 'practice',
    units: [],
    channels: [],
    categories: [],
    limits: [
      { period: 'rating-window', amount: 30, unit: 'calendar-days', purposes: [] },
      { period: 'follow-up', amount: 30, unit: 'calendar-days', purposes: [] },
      { period: 'contest', amount: 15, unit: 'calendar-days', purposes: [] },
    ],
  },
];
