import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ProceedingsOfPetition } from '../../src/capabilities/hearings-mediation/view.ts';
import { api } from '../shell/api.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf, wordFor } from '../words/words.ts';

export const proceedingsKey = (petitionId: string) => ['proceedings', petitionId] as const;

/** Hearings and mediations of one petition, and the way to begin one. */
export function ProceedingsPanel({ petitionId }: { readonly petitionId: string }) {
  const { hearings: say } = useWords();
  const { data } = useQuery({
    queryKey: proceedingsKey(petitionId),
    queryFn: ({ signal }) =>
      api.get<ProceedingsOfPetition>(`/petitions/${petitionId}/proceedings`, { signal }),
  });
  if (data === undefined || (data.items.length === 0 && !data.mayBegin)) return null;
  return (
    <section className="panel" aria-labelledby="proceedings">
      <h2 id="proceedings">{say.panelTitle}</h2>
      {data.items.length === 0 && <p className="quiet">{say.none}</p>}
      <ul className="plain-list">
        {data.items.map(({ id, kind, stage, plannedOn }) => (
          <li key={id}>
            <Link to={`/petitions/${petitionId}/proceedings/${id}`}>{say.kind[kind]}</Link>{' '}
            {wordFor(say.stage, stage)} {plannedOn}
          </li>
        ))}
      </ul>
      {data.mayBegin && (
        <p className="row">
          {keysOf(say.kind).map((kind) => (
            <Link key={kind} to={`/petitions/${petitionId}/proceedings/new/${kind}`}>
              {fill(say.beginKind, { kind: say.kind[kind] })}
            </Link>
          ))}
        </p>
      )}
    </section>
  );
}
