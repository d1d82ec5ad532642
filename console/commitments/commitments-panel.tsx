import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { CommitmentLine } from '../../src/capabilities/commitments/view.ts';
import { api } from '../shell/api.ts';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import { DueMark } from './due.tsx';

export const commitmentsKey = (petitionId: string) => ['commitments', petitionId] as const;

/** What was promised on one petition, and the way to promise more. */
export function CommitmentsPanel({ petitionId }: { readonly petitionId: string }) {
  const { commitments: say } = useWords();
  const may = useMay();
  const { data } = useQuery({
    queryKey: commitmentsKey(petitionId),
    queryFn: ({ signal }) =>
      api.get<{ items: CommitmentLine[] }>(`/petitions/${petitionId}/commitments`, { signal }),
  });
  const mayMake = may('commitment.make');
  if (data === undefined || (data.items.length === 0 && !mayMake)) return null;
  return (
    <section className="panel" aria-labelledby="commitments">
      <h2 id="commitments">{say.title}</h2>
      {data.items.length === 0 && <p className="quiet">{say.none}</p>}
      <ul className="plain-list">
        {data.items.map((promise) => (
          <li key={promise.id}>
            <Link to={`/commitments/${promise.id}`}>{promise.text}</Link>
            <p>
              {promise.unit.name} · {say.status[promise.status]} <DueMark promise={promise} />
            </p>
          </li>
        ))}
      </ul>
      {mayMake && (
        <p>
          <Link to={`/commitments/new?petition=${petitionId}`}>{say.make}</Link>
        </p>
      )}
    </section>
  );
}
