import type { Language } from '../platform/http/index.ts';

const zone = { timeZone: 'Asia/Shanghai' } as const;
const dayParts = { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' } as const;

const formats = {
  'zh-CN': {
    day: new Intl.DateTimeFormat('zh-CN', { ...zone, ...dayParts }),
    moment: new Intl.DateTimeFormat('zh-CN', {
      ...zone,
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
  },
  en: {
    day: new Intl.DateTimeFormat('en-GB', { ...zone, ...dayParts }),
    moment: new Intl.DateTimeFormat('en-GB', {
      ...zone,
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
  },
} as const;

/** The day of a moment in words, with its weekday. @param at epoch ms */
export const dayOfMoment = (at: number, language: Language): string =>
  formats[language].day.format(at).replace(/(星期.)$/, '（$1）');

/** A day in words, with its weekday. @param date YYYY-MM-DD */
export const dayInWords = (date: string, language: Language): string =>
  dayOfMoment(Date.parse(`${date}T12:00:00+08:00`), language);

/** A moment in words, to the minute. @param at epoch ms */
export const momentInWords = (at: number, language: Language): string =>
  formats[language].moment.format(at);
