import type { Amount, Cell, MeasureEntry } from '../../src/capabilities/statistics/contract.ts';
import { smallestAggregate } from '../../src/kernel/measures.ts';
import { fill, type Language, type Words } from '../words/words.ts';

type Kind = MeasureEntry['unit'];

const rounded = (value: number, digits: number, language: Language): string =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    maximumFractionDigits: digits,
  }).format(value);

/** A number as people read it: 1,046, 93.5 %, 12.4. */
export function formatValue(value: number, unit: Kind, language: Language): string {
  if (unit === 'share') return `${rounded(value * 100, 1, language)}%`;
  return rounded(value, unit === 'mean-days' ? 1 : 0, language);
}

/** What stands for a cell: its number, or why there is none. */
export function sayCell(
  cell: Pick<Cell, 'value' | 'hidden'> | undefined,
  unit: Kind,
  language: Language,
  words: Words['statistics'],
): string {
  if (cell === undefined) return words.nothing;
  if (cell.hidden) return words.hidden;
  return cell.value === null ? words.nothing : formatValue(cell.value, unit, language);
}

/** A number that strangers watch: how many full tens. */
export function sayTens(
  value: number | null,
  language: Language,
  words: Words['statistics'],
): string {
  if (value === null) return words.nothing;
  if (value < smallestAggregate) return words.wall.few;
  const tens = Math.floor(value / smallestAggregate) * smallestAggregate;
  return fill(words.wall.tens, { count: formatValue(tens, 'matters', language) });
}

export interface Change {
  readonly sentence: string;
  readonly way: 'up' | 'down' | 'same';
  /** Whether the measure says that this is good; null where it takes no side. */
  readonly good: boolean | null;
}

/** How a number moved against the compared period: shares in points, other numbers in per cent. */
export function changeOf(
  cell: Pick<Cell, 'value' | 'hidden'>,
  before: Amount | null,
  measure: Pick<MeasureEntry, 'unit' | 'better'>,
  language: Language,
  words: Words['statistics'],
): Change | null {
  if (before === null || before.value === null || cell.hidden || cell.value === null) return null;
  const difference = cell.value - before.value;
  const way = difference === 0 ? 'same' : difference > 0 ? 'up' : 'down';
  const better = measure.better === null || way === 'same' ? null : measure.better;
  const good = better === null ? null : (better === 'higher') === (way === 'up');
  const then = formatValue(before.value, measure.unit, language);
  if (way === 'same') return { sentence: fill(words.change.same, { then }), way, good };
  const size = Math.abs(difference);
  const sentence = words.change[way];
  if (measure.unit === 'share') {
    const points = fill(words.change.points, { points: rounded(size * 100, 1, language) });
    return { sentence: fill(sentence, { by: points, then }), way, good };
  }
  const by =
    // A hundredfold of one says nothing: small numbers are compared as they are.
    before.value === 0 || (before.value < smallestAggregate && !measure.unit.startsWith('mean-'))
      ? formatValue(size, measure.unit, language)
      : `${rounded((size / before.value) * 100, 1, language)}%`;
  return { sentence: fill(sentence, { by, then }), way, good };
}

/** A name in the reader's language. */
export const nameIn = (
  name: { readonly zh: string; readonly en: string },
  language: Language,
): string => (language === 'en' ? name.en : name.zh);
