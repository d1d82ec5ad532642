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
  'record-changed': {
    status: 409,
    zh: '记录校验失败：{detail}',
    en: 'The record does not verify: {detail}',
  },
} as const satisfies Record<string, RefusalEntry>;
