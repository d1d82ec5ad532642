import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { VisitLine } from '../../src/capabilities/case-sponsorship/visits/view.ts';
import { api } from '../shell/api.ts';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';

export const visitsKey = (petitionId: string) => ['home-visits', petitionId] as const;

/** The visits at the petitioner's home, and the way to plan one. */
export function VisitsPanel({ petitionId }: { readonly petitionId: string }) {
  const { visits: say } = useWords();
  const may = useMay();
  const { data } = useQuery({
    queryKey: visitsKey(petitionId),
    queryFn: ({ signal }) =>
      api.get<{ items: VisitLine[] }>(`/petitions/${petitionId}/home-visits`, { signal }),
  });
  const mayPlan = may('visit.plan');
  if (data === undefined || (data.items.length === 0 && !mayPlan)) return null;
  return (
    <section className="panel" aria-labelledby="home-visits">
      <h2 id="home-visits">{say.panel.title}</h2>
      {data.items.length === 0 && <p className="quiet">{say.panel.none}</p>}
      <ul className="plain-list">
        {data.items.map((visit) => (
          <li key={visit.id}>
            <Link to={`/visits/${visit.id}`}>
              <span className="figure">{visit.day}</span> {visit.whom}
            </Link>
            <p>
              {visit.unit.name} · {say.status[visit.status]}
            </p>
          </li>
        ))}
      </ul>
      {mayPlan && (
        <p>
          <Link to={`/petitions/${petitionId}/visits/new`}>{say.panel.plan}</Link>
        </p>
      )}
    </section>
  );
}
