import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ProceedingLine } from '../../src/capabilities/hearings-mediation/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api } from '../shell/api.ts';
import { ListState, ListTable } from '../shell/list-table.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { useWords } from '../shell/words-context.tsx';
import { wordFor } from '../words/words.ts';

/** What the reader's unit conducts, with the ways to roster and shifts. */
export function HearingsPage() {
  const { hearings: say } = useWords();
  usePageTitle(say.title);
  const query = useQuery({
    queryKey: ['proceedings'],
    queryFn: ({ signal }) => api.get<{ items: ProceedingLine[] }>('/proceedings', { signal }),
  });
  const items = query.data?.items ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <nav className="head-links" aria-label={say.title}>
          <Link to="/roster">{say.roster.title}</Link>
          <Link to="/hall-shifts">{say.shifts.title}</Link>
        </nav>
      </div>
      <p className="quiet">{say.intro}</p>
      <ListState query={query} count={items.length} say={say} />
      {items.length > 0 && (
        <ListTable label={say.title} columns={say.column}>
          {items.map((item) => (
            <tr key={item.id}>
              <td>
                <Link to={`/petitions/${item.petitionId}/proceedings/${item.id}`}>
                  {say.kind[item.kind]}
                </Link>
              </td>
              <td className="figure">{displayPetitionNumber(item.number)}</td>
              <td>{wordFor(say.stage, item.stage)}</td>
              <td className="figure">{item.plannedOn ?? item.confirmBy}</td>
              <td>{item.unit.name}</td>
            </tr>
          ))}
        </ListTable>
      )}
    </>
  );
}
