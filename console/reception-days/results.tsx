import { useQuery } from '@tanstack/react-query';
import type { ResultsView } from '../../src/capabilities/reception-days/view.ts';
import { api } from '../shell/api.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useWords } from '../shell/words-context.tsx';

/** What came of a day that is over, in numbers. */
export function Results({ id }: { readonly id: string }) {
  const { results: say } = useWords().receptions;
  const query = useQuery({
    queryKey: ['reception-results', id],
    queryFn: ({ signal }) => api.get<ResultsView>(`/reception-days/${id}/results`, { signal }),
  });
  const { data } = query;
  return (
    <section className="panel" aria-label={say.title}>
      <h2>{say.title}</h2>
      {query.isError && <ProblemNote error={query.error} />}
      {data !== undefined && (
        <>
          <dl className="facts">
            {(['batches', 'persons', 'settledAtOnce', 'promised', 'kept', 'overdue'] as const).map(
              (each) => (
                <div key={each}>
                  <dt>{say[each]}</dt>
                  <dd className="figure">{data[each]}</dd>
                </div>
              ),
            )}
          </dl>
          {data.topics.length > 0 && (
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{say.topic}</th>
                  <th scope="col">{say.batches}</th>
                  <th scope="col">{say.persons}</th>
                  <th scope="col">{say.settledAtOnce}</th>
                </tr>
              </thead>
              <tbody>
                {data.topics.map(({ topic, batches, persons, settledAtOnce }) => (
                  <tr key={topic ?? ''}>
                    <th scope="row">{topic ?? say.other}</th>
                    <td className="figure">{batches}</td>
                    <td className="figure">{persons}</td>
                    <td className="figure">{settledAtOnce}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </section>
  );
}
