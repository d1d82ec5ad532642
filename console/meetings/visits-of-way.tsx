import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { limits } from '../../src/capabilities/case-sponsorship/ways-out/limits.ts';
import type { VisitPage, WayView } from '../../src/capabilities/case-sponsorship/ways-out/view.ts';
import { api } from '../shell/api.ts';
import { ShortForm } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { wayKey } from './ways-panel.tsx';

/** The festival visits that hang on one grant of aid, and the way onto a list. */
export function VisitsOfWay({ way }: { readonly way: WayView }) {
  const { waysOut: say, festivalVisits } = useWords();
  const [asking, setAsking] = useState(false);
  if (way.visits.length === 0 && !way.mayVisit) return null;
  return (
    <section className="panel" aria-labelledby="visits">
      <h2 id="visits">{say.visits}</h2>
      <ul className="plain-list">
        {way.visits.map(({ id, festival, status, plannedOn, visitedOn, goes }) => (
          <li key={id}>
            <Link to={`/festival-visits/${id}`}>{festival.name}</Link> ·{' '}
            {festivalVisits.status[status]} <span className="figure">{visitedOn ?? plannedOn}</span>
            <p>{goes}</p>
          </li>
        ))}
      </ul>
      {way.mayVisit && !asking && <Button onClick={() => setAsking(true)}>{say.planVisit}</Button>}
      {asking && <PlanVisit way={way} onLeave={() => setAsking(false)} />}
    </section>
  );
}

function PlanVisit({ way, onLeave }: { readonly way: WayView; readonly onLeave: () => void }) {
  const { waysOut: say } = useWords();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['festivals'],
    queryFn: ({ signal }) => api.get<VisitPage>('/festival-visits?limit=1', { signal }),
  });
  const festivals = data?.festivals ?? [];
  return (
    <ShortForm
      draft={`festival-visit:${way.id}`}
      label={say.planVisit}
      fields={[
        {
          name: 'festival',
          kind: 'choice',
          label: say.label.festival,
          required: true,
          options: festivals.map(({ from, name }) => ({ value: from, label: `${name} ${from}` })),
        },
        { name: 'plannedOn', kind: 'date', label: say.label.plannedOn, required: true },
        {
          name: 'goes',
          kind: 'text',
          label: say.label.goes,
          required: true,
          limit: limits.line,
        },
      ]}
      send={(input, key) => api.post(`/ways-out/${way.id}/festival-visits`, input, { key })}
      onLeave={onLeave}
      onDone={() => {
        void client.invalidateQueries({ queryKey: wayKey(way.id) });
        void client.invalidateQueries({ queryKey: ['list'] });
        onLeave();
      }}
    />
  );
}
