import { smallestAggregate } from '../../../kernel/measures.ts';
import type { Language } from '../../../platform/http/index.ts';
import { neutralise } from '../../desk/index.ts';
import type { OpenMonth } from '../contract.ts';

/** One number of the open figures, as programs read it. */
interface Entry {
  readonly month: string;
  readonly section: string;
  readonly key: string;
  readonly label: string;
  readonly measure: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly hidden: boolean;
}

function entriesOf({ month, sections }: OpenMonth, language: Language): readonly Entry[] {
  const pick = (name: { readonly zh: string; readonly en: string }): string =>
    language === 'en' ? name.en : name.zh;
  return sections.flatMap(({ name, table }) =>
    table.rows.flatMap((line, row) =>
      table.measures.flatMap((measure, place) => {
        const cell = table.cells[row]?.[0]?.[place];
        if (cell === undefined) return [];
        const { numerator, denominator, value, hidden } = cell;
        const own = { section: name, key: line.key, label: pick(line.label), measure: measure.id };
        return [{ month: month.slice(0, 7), ...own, numerator, denominator, value, hidden }];
      }),
    ),
  );
}

/** Open figures as JSON: measures with formula and source, then every number by itself. */
export function jsonOf(months: readonly OpenMonth[], place: string, language: Language): object {
  const measures = months[0]?.sections[0]?.table.measures ?? [];
  return {
    place,
    smallestShown: smallestAggregate,
    months: months.map(({ month, publishedOn }) => ({ month: month.slice(0, 7), publishedOn })),
    measures: measures.map(({ id, name, formula, source, unit }) => ({
      id,
      name,
      formula,
      source,
      unit,
    })),
    figures: months.flatMap((month) => entriesOf(month, language)),
  };
}

const columns = [
  'month',
  'section',
  'key',
  'label',
  'measure',
  'numerator',
  'denominator',
  'value',
  'hidden',
] as const satisfies readonly (keyof Entry)[];

const quoted = (cell: string | number | boolean | null): string => {
  // no text is taken for a formula.
  const text = typeof cell === 'string' ? neutralise(cell) : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Open figures as CSV, a number on each line. */
export const csvOf = (months: readonly OpenMonth[], language: Language): string =>
  `\uFEFF${[
    columns.join(','),
    ...months
      .flatMap((month) => entriesOf(month, language))
      .map((entry) => columns.map((column) => quoted(entry[column])).join(',')),
  ].join('\r\n')}\r\n`;
