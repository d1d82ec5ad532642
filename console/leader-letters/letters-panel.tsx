import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PetitionView } from '../../src/capabilities/petitions/view.ts';
import type { LetterLine } from '../../src/capabilities/leader-letters/view.ts';
import { api } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { useUnits } from '../shell/reference-data.ts';
import { useMay, useSession } from '../shell/session.tsx';
import { ShortForm } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';

/** Who of the leaders and heads has read a petition, and the way to lay it before one. */
export function LettersPanel({ petition }: { readonly petition: PetitionView }) {
  const { letters: say } = useWords();
  const may = useMay();
  const { unit } = useSession();
  const client = useQueryClient();
  const [laying, setLaying] = useState(false);
  const key = ['letters', petition.id];
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      api.get<{ items: LetterLine[] }>(`/petitions/${petition.id}/letters`, { signal }),
  });
  const mayLay =
    may('letter.lay') && unit?.id === petition.office.id && petition.purpose !== 'accusation';
  const leaderships = useUnits(laying).filter(({ kind }) => kind === 'leadership');
  if (data === undefined || (data.items.length === 0 && !mayLay)) return null;
  return (
    <section className="panel" aria-labelledby="letters">
      <h2 id="letters">{say.panelTitle}</h2>
      <ul className="plain-list">
        {data.items.map((letter) => (
          <li key={letter.id}>
            <Link to={`/letters/${letter.id}`}>{letter.unit.name}</Link> {say.status[letter.status]}{' '}
            {letter.readings.map(({ at, by, mark, words }) => (
              <p key={at}>
                {by} {formatMoment(at)} {say.mark[mark]} {words}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {mayLay && !laying && <Button onClick={() => setLaying(true)}>{say.lay}</Button>}
      {laying && (
        <ShortForm
          draft={`lay:${petition.id}`}
          fields={[
            {
              name: 'unit',
              kind: 'choice',
              label: say.label.leadership,
              required: true,
              options: leaderships.map(({ id, name }) => ({ value: id, label: name })),
            },
            { name: 'reason', kind: 'area', label: say.label.reason },
          ]}
          label={say.lay}
          send={(input, sent) =>
            api.post(`/petitions/${petition.id}/letters`, input, { key: sent })
          }
          onLeave={() => setLaying(false)}
          onDone={() => {
            setLaying(false);
            void client.invalidateQueries({ queryKey: key });
          }}
        />
      )}
    </section>
  );
}
