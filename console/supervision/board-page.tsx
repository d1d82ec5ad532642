import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Board } from '../../src/capabilities/desk/contract.ts';
import { api } from '../shell/api.ts';
import { ColourMark } from '../shell/colour-mark.tsx';
import { formatMoment } from '../shell/format.ts';
import { ListState } from '../shell/list-table.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

const colours = ['red', 'yellow', 'blue', 'green'] as const;
const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** Running clocks by who holds the matter and by colour, with what the colours mean (U-3). */
export function BoardPage() {
  const { board: say, terms } = useWords();
  usePageTitle(say.title);
  const query = useQuery({
    queryKey: ['board'],
    queryFn: ({ signal }) => api.get<Board>('/desk/board', { signal }),
    refetchInterval: 60_000,
  });
  const { data } = query;
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <p className="quiet">{say.intro}</p>
      <ListState query={query} count={data?.rows.length ?? 0} say={say} />
      {data !== undefined && data.rows.length > 0 && (
        <table className="table">
          <caption className="unseen">{say.title}</caption>
          <thead>
            <tr>
              <th scope="col">{say.unit}</th>
              <th scope="col">{say.most}</th>
              {colours.map((colour) => (
                <th key={colour} scope="col">
                  {terms.colour[colour]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ unit, colour, clocks }) => (
              <tr key={unit.id}>
                <th scope="row">{unit.name}</th>
                <td>
                  <ColourMark colour={colour} />
                </td>
                {colours.map((each) => (
                  <td key={each} className="figure">
                    {clocks[each] === 0 ? (
                      0
                    ) : (
                      <Link
                        to={`/petitions?holder=${unit.id}&colour=${each}`}
                        aria-label={fill(say.open, {
                          unit: unit.name,
                          colour: terms.colour[each],
                          count: clocks[each],
                        })}
                      >
                        {clocks[each]}
                      </Link>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data !== undefined && (
        <section className="panel gap-top" aria-labelledby="legend">
          <h2 id="legend">{say.legend}</h2>
          <ul className="plain-list">
            {colours.toReversed().map((colour) => (
              <li key={colour}>
                <ColourMark
                  colour={colour}
                  text={fill(say.meaning[colour], {
                    blue: percent(data.thresholds.blue),
                    yellow: percent(data.thresholds.yellow),
                  })}
                />
              </li>
            ))}
          </ul>
          <p className="quiet">
            {fill(say.source, {
              source:
                data.thresholds.source === 'assumption' ? say.assumption : data.thresholds.source,
            })}{' '}
            {fill(say.asOf, { time: formatMoment(data.asOf) })}
          </p>
        </section>
      )}
    </>
  );
}
