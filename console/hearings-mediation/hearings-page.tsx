import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ProceedingLine } from '../../src/capabilities/hearings-mediation/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf, wordFor } from '../words/words.ts';

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
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting lines={8} />}
      {query.data !== undefined && items.length === 0 && (
        <div className="empty panel">
          <p className="empty-title">{say.empty}</p>
          <p>{say.emptyHelp}</p>
        </div>
      )}
      {items.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={say.title}>
          <table className="table">
            <thead>
              <tr>
                {keysOf(say.column).map((each) => (
                  <th key={each} scope="col">
                    {say.column[each]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
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
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
