import type { Named } from '../../../kernel/facts.ts';
import { isStock, type Measure, type Term } from '../../../kernel/measures.ts';
import type { StatisticsDeps } from '../commands/deps.ts';
import type { MeasureEntry } from '../contract.ts';

const termOf = (deps: Pick<StatisticsDeps, 'sources'>, { fact, of }: Term): Named => {
  const name = deps.sources.map(({ kinds }) => kinds[fact]).find((kind) => kind !== undefined);
  const { zh, en } = name ?? { zh: fact, en: fact };
  return of === 'sum' ? { zh: `${zh}，求和`, en: `${en}, added up` } : { zh, en };
};

/** A measure as readers see it. */
export const entryOf = (
  deps: Pick<StatisticsDeps, 'sources'>,
  capability: string,
  measure: Measure,
): MeasureEntry => ({
  id: measure.id,
  capability,
  name: { ...measure.name },
  formula: { ...measure.formula },
  source: { ...measure.source },
  numerator: measure.numerator.map((term) => termOf(deps, term)),
  denominator: measure.denominator?.map((term) => termOf(deps, term)) ?? null,
  dimensions: [...measure.dimensions],
  unit: measure.unit,
  better: measure.better,
  target: measure.target === undefined ? null : { ...measure.target },
  beside: [...(measure.beside ?? [])],
  stock: isStock(measure),
  displayOnly: measure.displayOnly === true,
});

/** Every measure of every capability (T-1). */
export const catalogueOf = (
  deps: Pick<StatisticsDeps, 'sources' | 'measures'>,
): readonly MeasureEntry[] =>
  deps.measures.flatMap(({ capability, measures }) =>
    measures.map((measure) => entryOf(deps, capability, measure)),
  );

/** A measure with the capability that declares it; nothing for an id that nobody has. */
export const findMeasure = (
  deps: Pick<StatisticsDeps, 'measures'>,
  id: string,
): { readonly capability: string; readonly measure: Measure } | undefined => {
  for (const { capability, measures } of deps.measures) {
    const measure = measures.find((each) => each.id === id);
    if (measure !== undefined) return { capability, measure };
  }
  return undefined;
};
