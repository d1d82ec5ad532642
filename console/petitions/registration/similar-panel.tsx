import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { Likeness } from '../../../src/capabilities/search/contract.ts';
import type { PetitionLine } from '../../../src/capabilities/petitions/view.ts';
import { displayPetitionNumber } from '../../../src/kernel/petition-number.ts';
import { api } from '../../shell/api.ts';
import { dayOf } from '../../shell/format.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useWords } from '../../shell/words-context.tsx';
import type { RegistrationDraft } from './draft.ts';

type SimilarLine = PetitionLine & { readonly by: Likeness };

interface Person {
  readonly mobile?: string;
  readonly identityNumber?: string;
}

interface Wanted {
  readonly people?: readonly Person[];
  readonly text?: string;
}

/** Everybody on a joint letter is looked up, as far as the server takes them. */
const mostPeople = 20;

/** What is worth looking up: whole numbers only, and enough text to tell something. */
function wantedOf(draft: RegistrationDraft): Wanted {
  const people = draft.people
    .map((person): Person => {
      const mobile = person.mobile.replaceAll(/\D/g, '');
      const number = person.documentNumber.replaceAll(/\s/g, '');
      return {
        ...(mobile.length === 11 ? { mobile } : {}),
        ...(number.length === 18 ? { identityNumber: number } : {}),
      };
    })
    .filter((person) => Object.keys(person).length > 0)
    .slice(0, mostPeople);
  const text = `${draft.title}\n${draft.text}`.trim();
  return {
    ...(people.length > 0 ? { people } : {}),
    ...(text.length >= 8 ? { text: text.slice(0, 2000) } : {}),
  };
}

/** Earlier matters of the same person and like ones, while the clerk types (P-2). */
export function SimilarPanel({ draft }: { readonly draft: RegistrationDraft }) {
  const { registration: say, terms } = useWords();
  const now = JSON.stringify(wantedOf(draft));
  const [settled, setSettled] = useState(now);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(now), 700);
    return () => window.clearTimeout(timer);
  }, [now]);
  const query = useQuery({
    queryKey: ['similar', settled],
    queryFn: ({ signal }) =>
      api.post<{ items: SimilarLine[] }>('/similar', JSON.parse(settled) as Wanted, { signal }),
    enabled: settled !== '{}',
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
  const items = settled === '{}' ? [] : (query.data?.items ?? []);
  return (
    <aside className="register-side panel" aria-label={say.similar}>
      <h2>{say.similar}</h2>
      <p role="status" className="quiet">
        {items.length === 0 ? say.similarNone : say.similarFound}
      </p>
      {query.isError && <ProblemNote error={query.error} />}
      <ul className="plain-list">
        {items.map((line) => (
          <li key={line.id}>
            <Link to={`/petitions/${line.id}`} target="_blank">
              {line.title}
            </Link>
            <span className="tag">{say.similarBy[line.by]}</span>
            <span className="line-sub figure">
              {displayPetitionNumber(line.number)} · {dayOf(line.registeredAt)} ·{' '}
              {terms.status[line.status]} · {line.holder.name}
            </span>
          </li>
        ))}
      </ul>
      <p className="field-help">{say.similarRemark}</p>
    </aside>
  );
}
