import { checkIdentityNumber } from '../../kernel/identity-number.ts';
import { compareDates, parseLocalDate, yearOf, type LocalDate } from '../../kernel/local-date.ts';
import { checkTelephone } from '../../kernel/telephone.ts';

/** What can be told from a letter's words without understanding them; each may be wrong. */
export interface LetterSuggestions {
  readonly name?: string;
  readonly mobile?: string;
  readonly identityNumber?: string;
  readonly letterDate?: LocalDate;
}

const digits: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from('〇一二三四五六七八九', (each, at) => [each, at]),
);
const year = '(?:(\\d{4}|[〇○零一二三四五六七八九]{4})\\s*年\\s*)?';
const part = '(\\d{1,2}|[一二三四五六七八九十廿]{1,3})';
const day = new RegExp(`${year}${part}\\s*月\\s*${part}\\s*[日号]`, 'gu');
const plainDay = /(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})/gu;

/** 十一 is 11, 二十 and 廿 are 20, 7 is 7. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.replace('廿', '二十').split('十');
  if (!/[十廿]/.test(text)) return digits[text] ?? 0;
  return (tens === '' ? 1 : (digits[tens] ?? 0)) * 10 + (ones === '' ? 0 : (digits[ones] ?? 0));
}

const yearOfText = (text: string): string =>
  text
    .replaceAll(/[○零]/gu, '〇')
    .replaceAll(/[〇一二三四五六七八九]/gu, (each) => `${digits[each]}`);

const dateOf = (years: string, months: number, days: number): LocalDate | undefined =>
  parseLocalDate(`${years}-${`${months}`.padStart(2, '0')}-${`${days}`.padStart(2, '0')}`);

/** The last day named: a letter is dated at its end. A day without a year is the latest past one. */
function letterDate(text: string, today: LocalDate): LocalDate | undefined {
  const found: { at: number; date: LocalDate }[] = [];
  for (const match of text.matchAll(day)) {
    const [, years, months = '', days = ''] = match;
    const [m, d] = [numberOf(months), numberOf(days)];
    const isThisYear = (dateOf(`${yearOf(today)}`, m, d) ?? '9999') <= today;
    const named =
      years === undefined ? `${yearOf(today) - (isThisYear ? 0 : 1)}` : yearOfText(years);
    const date = dateOf(named, m, d);
    if (date !== undefined) found.push({ at: match.index, date });
  }
  for (const match of text.matchAll(plainDay)) {
    const [, years = '', months, days] = match;
    const date = dateOf(years, Number(months), Number(days));
    if (date !== undefined) found.push({ at: match.index, date });
  }
  return found
    .toSorted((one, other) => one.at - other.at)
    .findLast(({ date }) => compareDates(date, today) <= 0)?.date;
}

const named =
  /(?:信访人|反映人|申请人|投诉人|举报人|写信人|来信人|联系人|姓名|签名|署名)\s*[：:]\s*([\p{sc=Han}·]{2,12})/u;
/** The hundred commonest names and two-character ones: a signature has no other mark. */
const familyNames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const signature = new RegExp(
  `^(?:[${familyNames}]|欧阳|上官|司马|诸葛|司徒|东方)[\\p{sc=Han}]{1,2}$`,
  'u',
);

/** A name after its label, or a line near the end that is nothing but a name. */
function nameIn(text: string): string | undefined {
  const labelled = named.exec(text)?.[1];
  if (labelled !== undefined) return labelled;
  const lines = text.split('\n').map((line) => line.replaceAll(/\s/gu, ''));
  return lines.slice(-5).find((line) => signature.test(line));
}

function mobileIn(text: string): string | undefined {
  for (const [found] of text.matchAll(/(?<!\d)1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/gu)) {
    const { kind, normalised } = checkTelephone(found);
    if (kind === 'mobile') return normalised;
  }
  return undefined;
}

/** Only a number whose check digit holds: one misread figure and it would be another person's. */
function identityNumberIn(text: string, today: LocalDate): string | undefined {
  for (const [found] of text.matchAll(/(?<!\d)\d{17}[\dXx](?!\d)/gu)) {
    const { normalised, warnings } = checkIdentityNumber(found, today);
    if (warnings.length === 0) return normalised;
  }
  return undefined;
}

/**
 * Who wrote and when, as far as a letter's words tell it plainly (P-1). Suggestions for a person
 * who has the letter before the eyes; nothing is decided by them.
 *
 * @param text the letter as read
 * @param today the latest day on which it can have been written
 */
export function suggestFrom(text: string, today: LocalDate): LetterSuggestions {
  const found = {
    name: nameIn(text),
    mobile: mobileIn(text),
    identityNumber: identityNumberIn(text, today),
    letterDate: letterDate(text, today),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
