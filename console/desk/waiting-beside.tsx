import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DisputePage } from '../../src/capabilities/disputes/view.ts';
import type { ItemPage } from '../../src/capabilities/supervision/must-checks/view.ts';
import type { RecommendationPage } from '../../src/capabilities/supervision/recommendations/view.ts';
import { DueMark } from '../disputes/due.tsx';
import { api } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { RecommendationDue } from '../supervision/recommendations-due.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

/** So many stand open, the first due first: the lines below are the day's work. */
const shown = 5;
/** Sorts behind every day. */
const undated = '9999';

interface Row {
  readonly id: string;
  readonly due: string;
  readonly words: ReactNode;
}

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
  const rows: readonly Row[] = [
    ...(items ?? []).map(({ id, unit, status, dueDate, overdue }) => ({
      id,
      due: dueDate,
      words: (
        <>
          {say.item} ·{' '}
          <Link to={`/supervision/items/${id}`}>
            {supervision.unitAsWhole} {unit.name}
          </Link>{' '}
          · {supervision.status[status]} <span className="figure">{dueDate}</span>{' '}
          {overdue && <span className="tag">{supervision.overdue}</span>}
        </>
      ),
    })),
    ...(disputes ?? []).map((dispute) => ({
      id: dispute.id,
      due: dispute.dueAt === null ? undated : formatMoment(dispute.dueAt - 1).slice(0, 10),
      words: (
        <>
          {dispute.status === 'passed' ? say.passed : say.dispute} ·{' '}
          <Link to={`/disputes/${dispute.id}`} className="long-words">
            {dispute.place} {dispute.about}
          </Link>{' '}
          <DueMark dispute={dispute} />
        </>
      ),
    })),
    ...(recommended ?? []).map((line) => ({
      id: line.id,
      due: line.dueOn ?? undated,
      words: (
        <>
          {recommendations.kind[line.kind]} ·{' '}
          <Link to={`/supervision/recommendations/${line.id}`} className="long-words">
            {line.subject}
          </Link>{' '}
          · {recommendations.status[line.status]} <RecommendationDue line={line} />
        </>
      ),
    })),
  ].toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
  if (rows.length === 0) return null;
  const rest = rows.slice(shown);
  return (
    <section className="panel" aria-labelledby="waiting-beside">
      <h2 id="waiting-beside">{say.title}</h2>
      <Rows rows={rows.slice(0, shown)} />
      {rest.length > 0 && (
        <details>
          <summary>{fill(say.rest, { count: rest.length })}</summary>
          <Rows rows={rest} />
        </details>
      )}
    </section>
  );
}

const Rows = ({ rows }: { readonly rows: readonly Row[] }) => (
  <ul className="plain-list">
    {rows.map(({ id, words }) => (
      <li key={id}>{words}</li>
    ))}
  </ul>
);
