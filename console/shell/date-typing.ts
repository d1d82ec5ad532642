import { localDate, localDateOf, parseLocalDate } from '../../src/kernel/local-date.ts';

const pad = (part: string): string => part.padStart(2, '0');

/**
 * Reads a date as people type it: 1109, 11-9, 11.9, 11月9日, 20261109, 2026-11-9, 26-11-09.
 * @param today YYYY-MM-DD; gives the year where none is typed
 * @returns YYYY-MM-DD, '' for nothing typed, null when it is no day
 */
export function readTypedDate(typed: string, today: string): string | null {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replaceAll(/[年月./\s]/g, '-')
    .replace(/日$/, '')
    .replaceAll(/-+/g, '-')
    .replace(/-$/, '');
  if (text === '') return '';
  const year = today.slice(0, 4);
  const found =
    /^(?<m>\d{1,2})-(?<d>\d{1,2})$/.exec(text) ??
    /^(?<m>\d{2})(?<d>\d{2})$/.exec(text) ??
    /^(?<m>\d)(?<d>\d{2})$/.exec(text) ??
    /^(?<y>\d{4})-?(?<m>\d{2})-?(?<d>\d{2})$/.exec(text) ??
    /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/.exec(text) ??
    /^(?<y>\d{2})-(?<m>\d{1,2})-(?<d>\d{1,2})$/.exec(text);
  const { y = year, m = '', d = '' } = found?.groups ?? {};
  if (m === '' || d === '') return null;
  const full = y.length === 2 ? `20${y}` : y;
  return parseLocalDate(`${full}-${pad(m)}-${pad(d)}`) ?? null;
}

/** Today in Shanghai, YYYY-MM-DD. */
export const todayInShanghai = (now: number): string => localDate(localDateOf(now));
