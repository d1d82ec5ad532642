import { smallestAggregate, valueOf } from '../../../../kernel/measures.ts';
import type { ReportAmount, ReportFigures, ReportMeasure } from '../contract.ts';

export interface Named {
  readonly zh: string;
  readonly en: string;
}

export const named = (zh: string, en: string = zh): Named => ({ zh, en });

type Kind = ReportMeasure['unit'];

/** In what means are counted; other numbers are counted in what their measure says. */
export const means: Readonly<Partial<Record<Kind, Named>>> = {
  'mean-days': named('天', 'days'),
  'mean-minutes': named('分钟', 'minutes'),
  yuan: named('元', 'yuan'),
};

/** What stands where there is nothing to divide by. */
export const nothing = named('—');

const hidden = named('不足10', 'under 10');

/** Shares and means bear one decimal, always: columns of figures stand under each other. */
const fixed = (value: number): string => (Math.round(value * 10 + Number.EPSILON) / 10).toFixed(1);

/** The value of an amount; null where nothing can be said or shown. */
export const valueIn = ({ n, d, hidden: gone }: ReportAmount): number | null =>
  gone || n === null ? null : valueOf(n, d);

/** 93.5%, 12.4, 1046. */
export const plain = (value: number, unit: Kind): string => {
  if (unit === 'share') return `${fixed(value * 100)}%`;
  return means[unit] === undefined ? String(value) : fixed(value);
};

/** A number as a cell of a table. */
export function cellOf(amount: ReportAmount | undefined, unit: Kind): Named {
  if (amount === undefined) return nothing;
  if (amount.hidden) return hidden;
  const value = valueIn(amount);
  return value === null ? nothing : named(plain(value, unit));
}

/** 29/31: what a rate is made of. */
export const partsOf = (amount: ReportAmount | undefined): Named =>
  amount === undefined || amount.hidden || amount.d === null || amount.n === null
    ? nothing
    : named(`${amount.n}/${amount.d}`);

interface Change {
  readonly up: boolean | null;
  /** Without a sign. */
  readonly size: Named;
}

/** How a number moved: shares in points, days in days, small numbers as they are, others in per cent. */
export function changeOf(
  now: ReportAmount | undefined,
  before: ReportAmount | undefined,
  unit: Kind,
): Change | null {
  const [present, past] = [now, before].map((each) => (each === undefined ? null : valueIn(each)));
  if (present == null || past == null) return null;
  const gap = present - past;
  const size = Math.abs(gap);
  if (unit === 'share') {
    const points = fixed(size * 100);
    return points === '0.0'
      ? { up: null, size: named('') }
      : { up: gap > 0, size: named(`${points}个百分点`, `${points} pp`) };
  }
  const counter = means[unit];
  if (counter !== undefined) {
    const mean = fixed(size);
    return mean === '0.0'
      ? { up: null, size: named('') }
      : { up: gap > 0, size: named(`${mean}${counter.zh}`, `${mean} ${counter.en}`) };
  }
  if (gap === 0) return { up: null, size: named('') };
  // Of a few, per cents say nothing.
  if (past < smallestAggregate) return { up: gap > 0, size: named(String(size)) };
  return { up: gap > 0, size: named(`${fixed((size / past) * 100)}%`) };
}

/** The same as a cell: +12.3%, −1.2个百分点. */
export function changeCell(
  now: ReportAmount | undefined,
  before: ReportAmount | undefined,
  unit: Kind,
): Named {
  const change = changeOf(now, before, unit);
  if (change === null) return nothing;
  if (change.up === null) return named('持平', 'same');
  const sign = change.up ? '+' : '−';
  return named(`${sign}${change.size.zh}`, `${sign}${change.size.en}`);
}

/** One measure over the three spans. */
export interface Three {
  readonly measure: ReportMeasure;
  readonly now: ReportAmount;
  readonly previous: ReportAmount | undefined;
  readonly lastYear: ReportAmount | undefined;
}

/** The total of a measure; null where the report has none. */
export function totalOf(figures: ReportFigures, id: string): Three | null {
  const measure = figures.measures.find((each) => each.id === id);
  const at = figures.totals.measures.indexOf(id);
  const row = figures.totals.rows.at(-1);
  const now = row?.now[at];
  if (measure === undefined || row === undefined || now === undefined) return null;
  return { measure, now, previous: row.previous?.[at], lastYear: row.lastYear?.[at] };
}
