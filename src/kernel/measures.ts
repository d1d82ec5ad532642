import type { FactDimension, Named } from './facts.ts';
import type { LocalDate } from './local-date.ts';
import type { Certainty } from './periods.ts';

/*
 * A measure is a formula over facts, written as data: no capability computes a rate by itself. No
 * authoritative formulas were found, so every measure shows its own, with its source (rules.md).
 */

/** By what a table may be cut: what facts carry, and what follows from it. */
export const dimensions = [
  'region',
  'level',
  'office',
  'unit',
  'channel',
  'topic',
  'purpose',
  'visit',
  'repeat',
  'leader',
  'period',
] as const;

/** `level` follows from the office, `period` from the day; the others stand in the facts. */
export type Dimension = (typeof dimensions)[number];

/**
 * Dimensions in which small numbers could point at people, or at places to be ranked by trips:
 * only aggregates of ten or more are shown (product.md, "What we refuse to build").
 */
export const guardedDimensions: readonly Dimension[] = ['level', 'repeat'];

/** The smallest aggregate that may be shown where it is guarded, and in public. */
export const smallestAggregate = 10;

/** Some facts, counted or added up. */
export interface Term {
  /** Kind of the fact, of whatever capability. */
  readonly fact: string;
  /** `count`: how many; `sum`: their values added up. `count` unless told. */
  readonly of?: 'count' | 'sum';
  /** Only facts with one of these codes. */
  readonly where?: Readonly<Partial<Record<FactDimension | 'detail', readonly string[]>>>;
  /**
   * A number at a moment: facts of all days up to the end of the period, as known on that day
   * (open matters). Left out, a number of what happened: facts whose day lies in the period.
   */
  readonly stock?: true;
  /** Only facts whose day is over: what is due today may still be done today. */
  readonly due?: true;
}

export interface MeasureSource extends Named {
  /** Day of the document or report; null where practice has none. */
  readonly date: LocalDate | null;
  readonly certainty: Certainty;
}

export interface Measure {
  /** Lower case with dashes; never to be renamed, for saved tables and reports name it. */
  readonly id: string;
  readonly name: Named;
  /** What stands above and below the line, in plain words. */
  readonly formula: Named;
  readonly source: MeasureSource;
  /** Added up. */
  readonly numerator: readonly Term[];
  /** Added up; null for a plain number. */
  readonly denominator: readonly Term[] | null;
  /** Those that it can be cut by. */
  readonly dimensions: readonly Dimension[];
  /** `share` is shown in per cent; `mean-days` and `mean-minutes` are numerator by denominator. */
  readonly unit:
    | 'matters'
    | 'persons'
    | 'households'
    | 'rounds'
    | 'share'
    | 'mean-days'
    | 'mean-minutes'
    | 'yuan';
  readonly better: 'higher' | 'lower' | null;
  /** In the measure's own unit, 0.95 for 95 %; with where it was read. */
  readonly target?: { readonly value: number; readonly source: MeasureSource };
  /** Ids of measures that are always shown beside it: satisfaction without participation misleads. */
  readonly beside?: readonly string[];
  /** Shown only over `smallestAggregate` or more, like a guarded dimension. */
  readonly guarded?: true;
  /**
   * A share of what people themselves did or said, not the authority: where figures are open, those
   * above the line and the others must both be ten or more.
   */
  readonly ofPeople?: true;
  /** True where no appraisal may use it as an indicator. */
  readonly displayOnly?: true;
}

/** What a capability hands to statistics, besides its facts. */
export type Measures = readonly Measure[];

/**
 * Every dimension but those named: most measures know nearly all.
 * @param without what the facts of the measure do not carry
 */
export const everyDimension = (...without: readonly Dimension[]): readonly Dimension[] =>
  dimensions.filter((each) => !without.includes(each));

/**
 * The value of a measure.
 * @param numerator, denominator as added up over the facts; a denominator of null for plain numbers
 * @returns null where there is nothing to divide by: no matter, no rate
 */
export const valueOf = (numerator: number, denominator: number | null): number | null => {
  if (denominator === null) return numerator;
  return denominator === 0 ? null : numerator / denominator;
};

/** Whether a measure speaks of a moment and not of what happened in a period. */
export const isStock = (measure: Measure): boolean =>
  [...measure.numerator, ...(measure.denominator ?? [])].some(({ stock }) => stock === true);

/**
 * What is wrong with some measures together; empty when they can be read.
 * @param measures of all capabilities
 * @param kinds every kind of fact that any capability declares
 */
export function findMeasureFaults(
  measures: Measures,
  kinds: ReadonlySet<string>,
): readonly string[] {
  const ids = measures.map(({ id }) => id);
  return measures.flatMap((measure, place) => {
    const terms = [...measure.numerator, ...(measure.denominator ?? [])];
    const stocks = new Set(terms.map(({ stock }) => stock === true));
    return [
      ...(ids.indexOf(measure.id) === place ? [] : [`${measure.id}: twice`]),
      ...(terms.length === 0 ? [`${measure.id}: counts nothing`] : []),
      ...(stocks.size > 1 ? [`${measure.id}: a moment divided by a period`] : []),
      ...terms.flatMap(({ fact }) =>
        kinds.has(fact) ? [] : [`${measure.id}: nobody declares the fact ${fact}`],
      ),
      ...(measure.beside ?? []).flatMap((id) =>
        ids.includes(id) ? [] : [`${measure.id}: no measure ${id} to stand beside it`],
      ),
    ];
  });
}
