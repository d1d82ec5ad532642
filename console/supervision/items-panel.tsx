import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ItemPage } from '../../src/capabilities/supervision/must-checks/view.ts';
import { api } from '../shell/api.ts';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';

/** Supervision items about one petition, and the way to order one. */
export function SupervisionPanel(props: {
  readonly petitionId: string;
  readonly number: string;
  /** Nothing is recommended or noted from an accusation (L-5). */
  readonly accusation: boolean;
}) {
  const { petitionId, number, accusation } = props;
  const { supervision: say, recommendations, policyGaps } = useWords();
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['list', 'supervision-items', petitionId],
    queryFn: ({ signal }) =>
      api.get<ItemPage>(`/supervision-items?petition=${petitionId}`, { signal }),
  });
  const mayDraft = !accusation && may('recommendation.draft');
  const mayNote = !accusation && may('gap.note');
  const none = data?.items.length === 0 && !data.mayOrder && !mayDraft && !mayNote;
  if (data === undefined || none) return null;
  return (
    <section className="panel" aria-labelledby="supervision">
      <h2 id="supervision">{say.title}</h2>
      <ul className="plain-list">
        {data.items.map(({ id, check, unit, status, overdue }) => (
          <li key={id}>
            <Link to={`/supervision/items/${id}`}>{say.check[check]}</Link>
            <p>
              {unit.name} · {say.status[status]}{' '}
              {overdue && <span className="tag">{say.overdue}</span>}
            </p>
          </li>
        ))}
      </ul>
      <ul className="plain-list">
        {data.mayOrder && (
          <li>
            <Link to={`/supervision/items/new?number=${number}`}>{say.order}</Link>
          </li>
        )}
        {mayDraft && (
          <li>
            <Link to={`/supervision/recommendations?do=draft&number=${number}`}>
              {recommendations.draft}
            </Link>
          </li>
        )}
        {mayNote && (
          <li>
            <Link to={`/supervision/gaps?do=note&number=${number}`}>{policyGaps.note}</Link>
          </li>
        )}
      </ul>
    </section>
  );
}
