import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { HallLine } from '../../../src/capabilities/reception-days/hall/view.ts';
import { api } from '../../shell/api.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { PlainTable } from '../../shell/plain-table.tsx';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useWords } from '../../shell/words-context.tsx';

/** Halls in which my unit works. */
export function HallsPage() {
  const { hall: say } = useWords();
  usePageTitle(say.title);
  const query = useQuery({
    queryKey: ['halls'],
    queryFn: ({ signal }) => api.get<{ items: HallLine[] }>('/reception-halls', { signal }),
  });
  const items = query.data?.items ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <p className="quiet">{say.intro}</p>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <p className="quiet">{say.empty}</p>}
      {items.length > 0 && (
        <PlainTable label={say.title} columns={say.column} acts>
          {items.map((line) => (
            <tr key={line.dayId}>
              <td className="figure">{line.on}</td>
              <td>{line.place}</td>
              <td>{line.office.name}</td>
              <td className="figure">{line.groups}</td>
              <td>
                <Link to={`/halls/${line.dayId}`}>{say.open}</Link>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </>
  );
}
