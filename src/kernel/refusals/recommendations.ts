import type { RefusalEntry } from './entry.ts';

/** Refusals of recommendations, policy gaps and policy repairs. */
export const recommendationRefusals = {
  'recommendation-not-in-status': {
    status: 409,
    zh: '当前状态不能做这一步，请刷新后查看。',
    en: 'This step is not open in the present state; reload the page.',
  },
  'recommendation-basis': {
    status: 422,
    zh: '请写明建议依据的信访事项、督办件或者督查。',
    en: 'Name the petitions, the supervision item or the inspection that it stands on.',
  },
  'recommendation-own-unit': {
    status: 422,
    zh: '建议书不能发给本单位，请选择其他单位。',
    en: 'An office recommends nothing to itself; choose another unit.',
  },
  'recommendation-names': {
    status: 422,
    zh: '建议书里不能出现信访人姓名，请删去后再提交。',
    en: 'A recommendation names no petitioner; take the name out.',
  },
  'recommendation-done-by': {
    status: 422,
    zh: '采纳或者部分采纳的，要写明完成日期；不采纳的，不填日期。',
    en: 'What is adopted, wholly or in part, has a day; what is not adopted has none.',
  },
  'recommendation-day-past': {
    status: 422,
    zh: '完成日期不能早于今天。',
    en: 'The day cannot lie before today.',
  },
  'recommendation-not-due': {
    status: 409,
    zh: '现在没有逾期。',
    en: 'Nothing is overdue.',
  },
  'gap-taken': {
    status: 409,
    zh: '选择的政策问题有的已经归入其他完善政策项目或者已经撤销，请刷新后重新选择。',
    en: 'One of the gaps belongs to another repair already, or was dropped; reload and choose again.',
  },
  'repair-leader': {
    status: 422,
    zh: '完善政策项目由领导牵头，请选择有领导岗位的人。',
    en: 'A repair stands under a leader; choose somebody in a leader’s post.',
  },
  'repair-told': {
    status: 409,
    zh: '已经告知过信访人，不再重复告知。',
    en: 'The petitioners have been told already.',
  },
  'repair-promises-open': {
    status: 409,
    zh: '还有 {count} 项承诺没有完成，请先在承诺页面撤回，再终止项目。',
    en: '{count} commitments are open; withdraw them on their pages before dropping the repair.',
  },
} as const satisfies Record<string, RefusalEntry>;
