import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DisputePage } from '../../src/capabilities/disputes/view.ts';
import type { ItemPage } from '../../src/capabilities/supervision/must-checks/view.ts';
import type { RecommendationPage } from '../../src/capabilities/supervision/recommendations/view.ts';
import { DueMark } from '../disputes/due.tsx';
import { api } from '../shell/api.ts';
import { RecommendationDue } from '../supervision/recommendations-due.tsx';
import { useWords } from '../shell/words-context.tsx';

/** On the desk: what waits at my unit and hangs on no petition, which the lines below show alone. */
export function WaitingBeside() {
  const { desk, recommendations, supervision } = useWords();
  const { beside: say } = desk;
  const items = useQuery({
    queryKey: ['list', 'supervision-waiting'],
    queryFn: ({ signal }) =>
      api.get<ItemPage>('/supervision-items?waiting=true&limit=20', { signal }),
  }).data?.items;
  const disputes = useQuery({
    queryKey: ['list', 'disputes-waiting'],
    queryFn: ({ signal }) => api.get<DisputePage>('/disputes?whose=waiting&limit=20', { signal }),
  }).data?.items;
  const recommended = useQuery({
    queryKey: ['list', 'recommendations-waiting'],
    queryFn: ({ signal }) =>
      api.get<RecommendationPage>('/recommendations?waiting=true&limit=20', { signal }),
  }).data?.items;
  const count = [items, disputes, recommended].reduce((sum, list) => sum + (list?.length ?? 0), 0);
  if (count === 0) return null;
  return (
    <section className="panel" aria-labelledby="waiting-beside">
      <h2 id="waiting-beside">{say.title}</h2>
      <ul className="plain-list">
        {items?.map(({ id, unit, status, dueDate, overdue }) => (
          <li key={id}>
            {say.item} ·{' '}
            <Link to={`/supervision/items/${id}`}>
              {supervision.unitAsWhole} {unit.name}
            </Link>{' '}
            · {supervision.status[status]} <span className="figure">{dueDate}</span>{' '}
            {overdue && <span className="tag">{supervision.overdue}</span>}
          </li>
        ))}
        {disputes?.map((dispute) => (
          <li key={dispute.id}>
            {dispute.status === 'passed' ? say.passed : say.dispute} ·{' '}
            <Link to={`/disputes/${dispute.id}`} className="long-words">
              {dispute.place} {dispute.about}
            </Link>{' '}
            <DueMark dispute={dispute} />
          </li>
        ))}
        {recommended?.map((line) => (
          <li key={line.id}>
            {recommendations.kind[line.kind]} ·{' '}
            <Link to={`/supervision/recommendations/${line.id}`} className="long-words">
              {line.subject}
            </Link>{' '}
            · {recommendations.status[line.status]} <RecommendationDue line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}
