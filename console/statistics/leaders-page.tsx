import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { LeaderLine } from '../../src/capabilities/statistics/record-of-work/contract.ts';
import { api } from '../shell/api.ts';
import { ListState, ListTable } from '../shell/list-table.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { useWords } from '../shell/words-context.tsx';
import { StatisticsHead } from './statistics-head.tsx';

/** Leaders whose record of petition work the reader may open (S-7). */
export function LeadersPage() {
  const { statistics } = useWords();
  const { record: say } = statistics;
  usePageTitle(say.title);
  const query = useQuery({
    queryKey: ['statistics', 'leaders'],
    queryFn: async ({ signal }) =>
      (await api.get<{ items: LeaderLine[] }>('/statistics/leaders', { signal })).items,
  });
  const leaders = query.data ?? [];
  return (
    <div className="statistics">
      <StatisticsHead title={say.title} />
      <p className="quiet">{say.intro}</p>
      <ListState query={query} count={leaders.length} say={say} />
      {leaders.length > 0 && (
        <ListTable label={say.title} columns={say.column}>
          {leaders.map(({ userId, name, unit }) => (
            <tr key={userId}>
              <td>
                <Link to={`/statistics/leaders/${userId}`}>{name}</Link>
              </td>
              <td>{unit.name}</td>
            </tr>
          ))}
        </ListTable>
      )}
    </div>
  );
}
