import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { WaysOfPetition } from '../../src/capabilities/case-sponsorship/ways-out/view.ts';
import { api } from '../shell/api.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

export const wayKey = (id: string) => ['way-out', id] as const;

/** The ways out of one petition, and whether this reader may choose one. */
export const useWaysOf = (petitionId: string | undefined) =>
  useQuery({
    queryKey: ['ways-out', petitionId],
    queryFn: ({ signal }) =>
      api.get<WaysOfPetition>(`/petitions/${petitionId}/ways-out`, { signal }),
    enabled: petitionId !== undefined,
  });

/** Which ways out were chosen on a petition, and how far they are; nothing where none can be. */
export function WaysPanel({ petitionId }: { readonly petitionId: string }) {
  const { waysOut: say } = useWords();
  const { data } = useWaysOf(petitionId);
  if (data === undefined || (data.items.length === 0 && !data.mayChoose)) return null;
  const demands = new Map(data.demands.map(({ id, text }) => [id, text]));
  return (
    <section className="panel" aria-labelledby="ways-out">
      <h2 id="ways-out">{say.panel.title}</h2>
      {data.items.length === 0 && <p className="quiet">{say.panel.none}</p>}
      <ul className="plain-list">
        {data.items.map(({ id, way, status, demandId, dueDate, overdue }) => (
          <li key={id}>
            <Link to={`/ways-out/${id}`}>{say.way[way]}</Link> · {say.status[status]}
            {dueDate !== null && (
              <>
                {' '}
                <span className="figure">{fill(say.due, { day: dueDate })}</span>
              </>
            )}
            {overdue && ` · ${say.overdue}`}
            {demandId !== null && <p className="quiet long-words">{demands.get(demandId)}</p>}
          </li>
        ))}
      </ul>
      {data.mayChoose && (
        <p>
          <Link to={`/petitions/${petitionId}/ways-out/new`}>{say.panel.choose}</Link>
        </p>
      )}
    </section>
  );
}
