import type { RefusalEntry } from './entry.ts';

/** Refusals of reports on petition work. */
export const reportRefusals = {
  'report-exists': {
    status: 409,
    zh: '这一时期的报告已经有了，请在报告列表中打开它。',
    en: 'There is a report of this period already; open it from the list.',
  },
  'report-place': {
    status: 422,
    zh: '只能编制本单位管辖范围内的报告，请另选地区。',
    en: 'Reports are made of places within your own; please choose another place.',
  },
  'report-period': {
    status: 422,
    zh: '这一时期还没有过完一天，没有可以统计的数据。请另选时期。',
    en: 'No day of this period is over, so there is nothing to count. Please choose another period.',
  },
  'report-as-of': {
    status: 422,
    zh: '数据截至日最晚是 {until}：当天的数据还在变化。',
    en: 'The as-of day is {until} at the latest: figures of today are still in motion.',
  },
  'report-facts-behind': {
    status: 409,
    zh: '统计数据正在更新，请过一两分钟再试。',
    en: 'Figures are being brought up to date; please try again in a minute or two.',
  },
  'report-changed': {
    status: 409,
    zh: '刚才已有人改动了这份报告。请查看新的内容，再决定是否继续；您填写的内容已保留。',
    en: 'Somebody changed this report a moment ago. Look at what is new, then go on; what you typed is kept.',
  },
  'report-final': {
    status: 409,
    zh: '这份报告已经定稿，不能再改。需要更正的，请编制更正版。',
    en: 'This report is final and stays as it is. To correct it, begin the next edition.',
  },
  'report-not-final': {
    status: 409,
    zh: '这份报告还是草稿，直接修改即可，不需要更正版。',
    en: 'This report is still a draft: change it as it is.',
  },
  'report-own-draft': {
    status: 409,
    zh: '起草、修改过这份报告的人不能定稿，请由其他负责人定稿。',
    en: 'Whoever drafted or worded the report does not finalise it; somebody else does.',
  },
  'report-section-open': {
    status: 409,
    zh: '还有 {count} 个部分没有填写（条例第四十一条要求年度报告包括）。没有的，请写“无”。',
    en: '{count} parts are still empty, which Reg. art. 41 wants in the annual report. Where there is nothing, say so.',
  },
  'report-unchanged': {
    status: 409,
    zh: '内容没有变化，不需要保存。',
    en: 'Nothing has changed, so there is nothing to save.',
  },
  'report-reason-missing': {
    status: 422,
    zh: '请写明更正的原因，读报告的人会看到。',
    en: 'Give the reason for the correction, which readers will see.',
  },
} as const satisfies Record<string, RefusalEntry>;
