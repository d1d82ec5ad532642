import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { limits } from '../../src/capabilities/case-sponsorship/sponsored/limits.ts';
import type { SponsoredCase } from '../../src/capabilities/case-sponsorship/sponsored/view.ts';
import { api } from '../shell/api.ts';
import { ShortForm } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { optionsOf, usePeople } from './people.ts';

interface OfPetition {
  readonly found: SponsoredCase | null;
  readonly mayPropose: boolean;
  readonly mayTake: boolean;
}

/** On the page of a petition: which leader has taken charge, or the way to one (S-1). */
export function SponsoredPanel({ petitionId }: { readonly petitionId: string }) {
  const { sponsored: say } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const queryKey = ['sponsored-of', petitionId];
  const [asking, setAsking] = useState<'take' | 'propose' | null>(null);
  const people = usePeople(asking === 'propose');
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<OfPetition>(`/petitions/${petitionId}/sponsored`, { signal }),
  });
  if (data === undefined) return null;
  const { found, mayPropose, mayTake } = data;
  if (found === null && !mayPropose && !mayTake) return null;
  return (
    <section className="panel" aria-labelledby="sponsored">
      <h2 id="sponsored">{say.title}</h2>
      {found === null ? (
        <p className="quiet">{say.panel.none}</p>
      ) : (
        <>
          <p>
            {fill(say.panel.leader, { name: found.leader.name, unit: found.leader.unit.name })} ·{' '}
            {say.status[found.state]}
          </p>
          <p>
            <Link to={`/sponsored/${found.id}`}>{say.panel.open}</Link>
          </p>
        </>
      )}
      {asking === null ? (
        <div className="row">
          {mayTake && <Button onClick={() => setAsking('take')}>{say.panel.take}</Button>}
          {mayPropose && <Button onClick={() => setAsking('propose')}>{say.panel.propose}</Button>}
        </div>
      ) : (
        <>
          {asking === 'take' && <p>{say.panel.takeHelp}</p>}
          <ShortForm
            key={asking}
            draft={`sponsored-begin:${petitionId}:${asking}`}
            label={say.panel[asking]}
            fields={
              asking === 'take'
                ? []
                : [
                    {
                      name: 'leader',
                      kind: 'choice',
                      label: say.label.leader,
                      required: true,
                      options: optionsOf(people, true),
                    },
                    {
                      name: 'reason',
                      kind: 'area',
                      label: say.label.reason,
                      help: say.help.reason,
                      required: true,
                      limit: limits.words,
                    },
                  ]
            }
            send={(input, key) =>
              api.post<{ id: string }>(`/petitions/${petitionId}/sponsored`, input, { key })
            }
            onLeave={() => setAsking(null)}
            onDone={({ id }) => {
              void client.invalidateQueries({ queryKey });
              void navigate(`/sponsored/${id}`);
            }}
          />
        </>
      )}
    </section>
  );
}
