import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ConsequencesOfPetition } from '../../src/capabilities/supervision/consequences/view.ts';
import type { LettersOfPetition } from '../../src/capabilities/supervision/letters/view.ts';
import { api } from '../shell/api.ts';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import { consequencesOfPetitionKey } from './consequences-propose-page.tsx';
import { lettersOfPetitionKey } from './letters-begin-page.tsx';
import { DueDay } from './letters-due.tsx';

/** On the page of a petition: its letters and consequences, and the way to more; nothing for others. */
export function SupervisionLettersPanel({ petitionId }: { readonly petitionId: string }) {
  const { supervisionLetters: say, consequences, traceBack } = useWords();
  const may = useMay();
  const letters = useQuery({
    queryKey: lettersOfPetitionKey(petitionId),
    queryFn: ({ signal }) =>
      api.get<LettersOfPetition>(`/petitions/${petitionId}/supervision-letters`, { signal }),
  }).data;
  const followed = useQuery({
    queryKey: consequencesOfPetitionKey(petitionId),
    queryFn: ({ signal }) =>
      api.get<ConsequencesOfPetition>(`/petitions/${petitionId}/consequences`, { signal }),
  }).data;
  const mayTrace = may('trace-back.read');
  const mayBegin = letters?.begin != null;
  const mayPropose = followed?.units != null;
  const none = (letters?.items ?? []).length + (followed?.items ?? []).length === 0;
  if (none && !mayBegin && !mayPropose && !mayTrace) return null;
  return (
    <section className="panel" aria-labelledby="supervision-letters">
      <h2 id="supervision-letters">{say.panel}</h2>
      <ul className="plain-list">
        {letters?.items.map((line) => (
          <li key={line.id}>
            <Link to={`/supervision/letters/${line.id}`}>{line.name}</Link> {line.unit.name} ·{' '}
            {say.status[line.status]} <DueDay due={line.due} />
          </li>
        ))}
        {followed?.items.map((line) => (
          <li key={line.id}>
            <Link to={`/supervision/consequences/${line.id}`}>{consequences.kind[line.kind]}</Link>{' '}
            {line.unit.name} · {consequences.status[line.status]}
          </li>
        ))}
      </ul>
      <ul className="plain-list">
        {mayBegin && (
          <li>
            <Link to={`/petitions/${petitionId}/supervision-letters/new`}>{say.begin}</Link>
          </li>
        )}
        {mayPropose && (
          <li>
            <Link to={`/petitions/${petitionId}/consequences/new`}>{consequences.propose}</Link>
          </li>
        )}
        {mayTrace && (
          <li>
            <Link to={`/petitions/${petitionId}/trace-back`}>{traceBack.title}</Link>
          </li>
        )}
      </ul>
    </section>
  );
}
