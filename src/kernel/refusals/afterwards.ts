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
  'follow-up-none': {
    status: 409,
    zh: '没有需要回访的事项。',
    en: 'There is no follow-up to make.',
  },
  'follow-up-words': {
    status: 422,
    zh: '请用信访人自己的话写明回访结果。',
    en: 'Write the result in the words of the petitioner.',
  },
  'contest-own': {
    status: 403,
    zh: '只有信访人本人凭查询码或在窗口签名才能提出核查。',
    en: 'Only the petitioner can contest, with the code or with a signature at the window.',
  },
  'contest-none': {
    status: 409,
    zh: '现在没有可以提出核查的步骤；对书面处理意见不服的，请申请复查。',
    en: 'There is no step to contest now; against a written opinion ask for a review.',
  },
  'contest-used': {
    status: 409,
    zh: '这一步已经提出过核查，每一步只核查一次。',
    en: 'This step was contested already; each step is looked into once.',
  },
  'contest-not-open': {
    status: 409,
    zh: '没有等待决定的核查。',
    en: 'No contest waits for a decision.',
  },
  'contest-involved': {
    status: 403,
    zh: '您参加过这一步的起草、审核、签发、用印或者作出，应由没有参加过的人员核查。',
    en: 'You had part in this step; somebody who had not decides on the contest.',
  },
  'rating-not-bad': {
    status: 409,
    zh: '没有需要过问的不满意评价。',
    en: 'There is no bad rating to look into.',
  },
} as const satisfies Record<string, RefusalEntry>;
