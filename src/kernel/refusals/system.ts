import type { RefusalEntry } from './entry.ts';

/** Refusals that come from the state of the machine or from two people at once. */
export const systemRefusals = {
  'version-conflict': {
    status: 409,
    zh: '刚才已有人更新了这件事项。请查看新的内容，再决定是否继续；您填写的内容已保留。',
    en: 'Somebody changed this petition a moment ago. Look at what is new, then go on; what you typed is kept.',
  },
  'clock-skew': {
    status: 503,
    zh: '服务器时间与数据库时间相差 {seconds} 秒，为保证期限准确，暂停办理。请联系管理员校准时间。',
    en: 'The server clock differs from the database by {seconds} s; work is paused so that periods stay right. Ask your administrator.',
  },
  'database-unavailable': {
    status: 503,
    zh: '数据库暂时不可用，内容没有丢失，请稍后再提交。',
    en: 'The database is unavailable; nothing is lost. Try again shortly.',
  },
  'internal-error': {
    status: 503,
    zh: '这一步没有完成，什么都没有改变。请稍后再试；若仍不行，请致电办公室并报上编号 {reference}。',
    en: 'This step was not completed and nothing has changed. Try again later; if it persists call the office and name {reference}.',
  },
  'calendar-shape': {
    status: 422,
    zh: '节假日安排文件格式不对：{field}。请按模板填写年份、文号、放假起止日期和调休上班日期。',
    en: 'The notice has the wrong shape at {field}. Give year, source, holidays from and to, and make-up days.',
  },
  'calendar-outside-year': {
    status: 422,
    zh: '{date} 不在该年度之内（上一年12月25日以后的日期除外）。请核对后重新导入。',
    en: '{date} lies outside the year (only days from 25 December before it may). Check and import again.',
  },
  'calendar-empty-block': {
    status: 422,
    zh: '自 {date} 开始的假期，结束日期早于开始日期。请核对后重新导入。',
    en: 'The holiday that begins on {date} ends before it begins. Check and import again.',
  },
  'calendar-block-too-long': {
    status: 422,
    zh: '自 {date} 开始的假期超过 16 天，请核对起止日期后重新导入。',
    en: 'The holiday that begins on {date} is longer than 16 days. Check and import again.',
  },
  'calendar-make-up-on-weekday': {
    status: 422,
    zh: '调休上班日 {date} 不是周六或者周日。请核对后重新导入。',
    en: 'The make-up day {date} is no Saturday or Sunday. Check and import again.',
  },
  'calendar-both-rest-and-work': {
    status: 422,
    zh: '{date} 既是放假日又是上班日。请核对后重新导入。',
    en: '{date} is both a day off and a day worked. Check and import again.',
  },
  'calendar-statutory-day-missing': {
    status: 422,
    zh: '缺少法定节假日 {date}。请核对后重新导入。',
    en: 'The statutory holiday {date} is missing. Check and import again.',
  },
} as const satisfies Record<string, RefusalEntry>;
