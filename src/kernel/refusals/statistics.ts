import type { RefusalEntry } from './entry.ts';

/** Refusals of tables and of the lists behind their numbers. */
export const statisticsRefusals = {
  'measure-unknown': {
    status: 422,
    zh: '没有“{measure}”这个指标，请从指标目录中选择。',
    en: 'There is no measure “{measure}”; please choose one of the catalogue.',
  },
  'dimension-not-measured': {
    status: 422,
    zh: '指标“{measure}”不能按“{dimension}”细分，请换一个维度。',
    en: 'The measure “{measure}” cannot be cut by “{dimension}”; please choose another dimension.',
  },
  'table-period': {
    status: 422,
    zh: '请选择一个时期，或填写起止日期；起日不能晚于止日，截至日期不能晚于今天。',
    en: 'Please choose a period, or first and last day; the first day comes before the last one, and the as-of day is not later than today.',
  },
  'table-too-large': {
    status: 422,
    zh: '表格太大（最多 {limit} 格），请缩小时期、减少指标或换一个维度。',
    en: 'The table is too large (at most {limit} cells); please shorten the period, take fewer measures or another dimension.',
  },
  'aggregate-too-small': {
    status: 403,
    zh: '这一格不足 {least} 件，按规定不显示，也不列出。',
    en: 'There are fewer than {least} behind this cell; it is neither shown nor listed.',
  },
  'saved-table-limit': {
    status: 409,
    zh: '最多保存 {limit} 张表，请先删除不用的。',
    en: 'You keep {limit} tables already; remove one that you no longer use.',
  },
} as const satisfies Record<string, RefusalEntry>;
