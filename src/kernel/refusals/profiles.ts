import type { RefusalEntry } from './entry.ts';

/** Refusals about named local profiles (P-9). */
export const profileRefusals = {
  'profile-laxer': {
    status: 422,
    zh: '“{period}”不能比法定时限宽：《{law}》第{article}条规定的时限（{amount}{lawUnit}）只能从严。',
    en: '“{period}” cannot be laxer than the law: {law}, art. {article}, fixes {amount} {lawUnit}; an office may only be stricter.',
  },
  'profile-working-days': {
    status: 422,
    zh: '“{period}”的法定时限以日计（《{law}》第{article}条，{amount}{lawUnit}），按工作日设置遇节假日可能更晚，请改为天数或小时数。',
    en: 'The law counts “{period}” in days ({law}, art. {article}: {amount} {lawUnit}); working days could end later when holidays come between. Set days or hours.',
  },
  'profile-too-short': {
    status: 422,
    zh: '“{period}”是留给信访人的时间，不能短于《{law}》第{article}条规定的{amount}{lawUnit}。',
    en: '“{period}” is the petitioner’s time: it cannot be shorter than the {amount} {lawUnit} of {law}, art. {article}.',
  },
  'profile-days-only': {
    status: 422,
    zh: '“{period}”按日计算，请以天数设置。',
    en: '“{period}” is counted in days; set a number of days.',
  },
  'profile-limit': {
    status: 422,
    zh: '“{period}”不能设置为这个时限：须为 1 至 3650 的整数，且不是由个案确定的时限。',
    en: '“{period}” cannot be set like this: a whole number from 1 to 3650, and not a period that is set for each case.',
  },
  'profile-category': {
    status: 422,
    zh: '没有编码为 {code} 的内容分类，请重新选择。',
    en: 'There is no category with the code {code}; choose another.',
  },
  'profile-unknown': {
    status: 404,
    zh: '没有找到这套本地时限。',
    en: 'There is no such local profile.',
  },
  'profile-ended': {
    status: 409,
    zh: '这套本地时限已定于 {on} 停用。',
    en: 'This local profile ends on {on} already.',
  },
  'profile-end-day': {
    status: 422,
    zh: '停用日期不能早于昨天，也不能早于启用日期。',
    en: 'The last day cannot be before yesterday or before the first day.',
  },
} as const satisfies Record<string, RefusalEntry>;
