import type { RefusalEntry } from './entry.ts';

/** Refusals of cases that a leader takes to the end, and of the seven-in-one ledger (S-1, S-2). */
export const sponsoredRefusals = {
  'sponsored-accusation': {
    status: 422,
    zh: '检举控告只由指定人员办理，不作包案。',
    en: 'An accusation is seen by its named handlers alone; no leader takes charge of it here.',
  },
  'sponsored-group-head': {
    status: 422,
    zh: '这件事项属于群体性事项，请在牵头事项上包案。',
    en: 'This petition is a member of a group matter; take charge of the head petition.',
  },
  'sponsored-no-leader': {
    status: 422,
    zh: '包案领导要在系统里担任领导职务，或者是党委政府、乡镇（街道）的负责人。',
    en: 'A leader in charge holds the post of a leader here, or heads a leadership or township.',
  },
  'sponsored-exists': {
    status: 409,
    zh: '这件事项已经有包案记录，请打开它；已结束的可以写明理由重新包案。',
    en: 'The petition has a case already; open it. An ended one can be taken up again with a reason.',
  },
  'sponsored-not-in-status': {
    status: 409,
    zh: '这件包案已到另一步，现在不能这样做，请刷新后再看。',
    en: 'The case has moved on; this step is not possible now. Reload and look again.',
  },
  'sponsored-no-measure': {
    status: 422,
    zh: '请至少写一条化解措施。',
    en: 'Choose at least one measure.',
  },
  'sponsored-too-many': {
    status: 422,
    zh: '最多 {limit} 项。',
    en: 'At most {limit}.',
  },
  'sponsored-date-past': {
    status: 422,
    zh: '日期不能早于今天。',
    en: 'The date must not be before today.',
  },
  'sponsored-same-date': {
    status: 422,
    zh: '新日期与原日期相同。',
    en: 'The new date is the old one.',
  },
  'sponsored-done-on': {
    status: 422,
    zh: '请填写完成的日期，不晚于今天。',
    en: 'Say on which day it was done; not after today.',
  },
  'sponsored-not-missed': {
    status: 422,
    zh: '日期还没有过，不能记为未按期完成。',
    en: 'Its day is not over; it cannot be recorded as missed.',
  },
  'sponsored-no-milestone': {
    status: 409,
    zh: '这个节点不存在或者已经完成。',
    en: 'There is no such milestone, or it is done already.',
  },
  'sponsored-hand-over-waits': {
    status: 409,
    zh: '移交还在等新包案领导确认；确认之前由原领导负责。',
    en: 'A hand-over waits for the new leader; until then the old one answers for the case.',
  },
  'sponsored-no-hand-over': {
    status: 409,
    zh: '现在没有等待确认的移交。',
    en: 'No hand-over waits.',
  },
  'sponsored-same-leader': {
    status: 422,
    zh: '新包案领导就是现在的包案领导。',
    en: 'The new leader is the present one.',
  },
  'sponsored-verifier-inside': {
    status: 403,
    zh: '办结要由包案领导和责任单位以外的人核实。',
    en: 'An ending is verified by somebody who neither led the case nor belongs to the responsible unit.',
  },
  'sponsored-post-unknown': {
    status: 422,
    zh: '没有这个岗位，请刷新后从岗位表里选。',
    en: 'There is no such post; reload and choose from the list.',
  },
  'sponsored-post-taken': {
    status: 409,
    zh: '这个岗位已有一项在办任务，请先办完或收回。',
    en: 'This post has an open task already; finish or withdraw it first.',
  },
  'sponsored-holder': {
    status: 422,
    zh: '请选一位系统用户，或者写明姓名和电话；“只看本任务”的岗位不能由包案领导本人承担。',
    en: 'Choose a user, or write a name with a telephone; a post that sees its own task alone is not held by the leader.',
  },
  'sponsored-task-not-in-status': {
    status: 409,
    zh: '这项任务已到另一步，现在不能这样做，请刷新后再看。',
    en: 'The task has moved on; this step is not possible now. Reload and look again.',
  },
  'sponsored-posts-double': {
    status: 422,
    zh: '岗位代码重复。',
    en: 'Two posts have the same code.',
  },
} as const satisfies Record<string, RefusalEntry>;
