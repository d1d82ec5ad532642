import { Link } from 'react-router';
import { ListState } from '../shell/list-table.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { useSpeech } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { nameIn } from './figures.ts';
import { useMeasures } from './queries.ts';
import { StatisticsHead } from './statistics-head.tsx';

/** What is measured, by which formula, read where and when. */
export function MeasuresPage() {
  const { language, words } = useSpeech();
  const say = words.statistics.catalogue;
  usePageTitle(say.title);
  const query = useMeasures();
  const items = query.data ?? [];
  const list = (names: readonly { readonly zh: string; readonly en: string }[]): string =>
    names.map((name) => nameIn(name, language)).join(' + ');
  return (
    <>
      <StatisticsHead title={say.title} />
      <p className="quiet">{say.intro}</p>
      <ListState query={query} count={items.length} say={say} />
      {items.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={say.title}>
          <table className="table">
            <thead>
              <tr>
                {Object.entries(say.column).map(([key, label]) => (
                  <th key={key} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((measure) => (
                <tr key={measure.id} id={measure.id}>
                  <th scope="row">
                    <Link to={`/statistics/table?measures=${measure.id}&rows=period`}>
                      {nameIn(measure.name, language)}
                    </Link>
                    {measure.displayOnly && <span className="tag">{say.displayOnly}</span>}
                  </th>
                  <td>
                    {nameIn(measure.formula, language)}
                    <span className="line-sub">
                      {fill(say.counts, { names: list(measure.numerator) })}
                      {measure.denominator !== null &&
                        ` ÷ ${fill(say.counts, { names: list(measure.denominator) })}`}
                    </span>
                  </td>
                  <td>
                    {nameIn(measure.source, language)}
                    <span className="line-sub">
                      {words.statistics.certainty[measure.source.certainty]}
                    </span>
                  </td>
                  <td className="figure nowrap">{measure.source.date ?? say.noDate}</td>
                  <td className="nowrap">
                    {measure.better === null ? say.noSide : say.better[measure.better]}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
