import { fill, type Language, type Words } from '../words/words.ts';

const zone = 'Asia/Shanghai';

/** A day as people write it: 2026年11月9日, 9 Nov 2026. */
export function formatDay(date: string, language: Language): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (language === 'zh-CN') return `${year}年${month}月${day}日`;
  const moment = new Date(Date.UTC(year, month - 1, day));
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(moment);
}

/** A day in a list: 11-09, with the year where it is not this one. */
export function formatShortDay(date: string, today: string): string {
  return date.startsWith(today.slice(0, 4)) ? date.slice(5) : date;
}

/** A moment to the minute, in Shanghai: 2026-11-09 14:30. */
export function formatMoment(at: number | string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return parts.format(new Date(at));
}

/** The day in Shanghai of a moment. */
export function dayOf(at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
}

/** Days left, as people say it. */
export function formatRemaining(days: number, words: Words): string {
  const { time } = words.shell;
  if (days === 0) return time.dueToday;
  return days > 0 ? fill(time.dueIn, { days }) : fill(time.overdue, { days: -days });
}

export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
