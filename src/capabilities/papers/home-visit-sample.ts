import type { PaperData } from './compose.ts';

/** An invented visit at somebody's home. */
export const homeVisitSample: PaperData<'home-visit-record'> = {
  number: 'LJ2026-0000318-6',
  day: '2026-03-06',
  outcome: 'made',
  visitors: ['吴敏', '东门社区网格员'],
  whom: '信访人本人',
  place: '东门社区三组',
  purpose: '查看漏水情况，当面说明维修安排。',
  consent: '信访人2026年3月4日（电话）同意，吴敏记录',
  record: {
    by: '吴敏',
    on: '2026-03-06',
    talks: '信访人、邻居',
    words: '一同查看了渗水墙面，说明了维修安排，信访人提出的意见带回研究。',
    files: 2,
  },
  promise: { text: '把查看结果书面告知信访人', dueDate: '2026-03-16' },
  corrections: [{ on: '2026-03-07', words: '漏水是从三楼下来的，记录里没有写。' }],
};
