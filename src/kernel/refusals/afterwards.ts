import type { RefusalEntry } from './entry.ts';

/** Refusals of what comes around and after the conclusion. */
export const afterwardsRefusals = {
  'material-none': {
    status: 409,
    zh: '没有新到的补充材料。',
    en: 'No new material has arrived.',
  },
  'rating-own': {
    status: 403,
    zh: '只有信访人本人凭查询码才能评价，工作人员不能代评。',
    en: 'Only the petitioner rates, with the look-up code; staff cannot.',
  },
  'rating-none': {
    status: 409,
    zh: '这件事项现在没有开放评价。',
    en: 'This petition is not open for a rating.',
  },
  'rating-late': {
    status: 409,
    zh: '评价的时间已经过了。不满意的，仍可以打电话或到窗口告诉我们。',
    en: 'The time for rating is over. If you are not satisfied, call us or come to the window.',
  },
  'rating-level': {
    status: 422,
    zh: '请选一项评价。',
    en: 'Please choose one of the answers.',
  },
  'rating-demands': {
    status: 422,
    zh: '请对每一项诉求都选一下：解决了、部分解决、没有解决。',
    en: 'Please say of each demand whether it was solved, partly or not.',
  },
  'rating-not-bad': {
    status: 409,
    zh: '没有需要过问的不满意评价。',
    en: 'There is no bad rating to look into.',
  },
} as const satisfies Record<string, RefusalEntry>;
