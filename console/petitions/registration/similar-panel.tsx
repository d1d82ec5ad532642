import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { PetitionLine } from '../../../src/capabilities/petitions/view.ts';
import { displayPetitionNumber } from '../../../src/kernel/petition-number.ts';
import { api } from '../../shell/api.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import type { RegistrationDraft } from './draft.ts';

interface Wanted {
  readonly mobile?: string;
  readonly identityNumber?: string;
  readonly text?: string;
}

/** What is worth looking up: whole numbers only, and enough text to tell something. */
function wantedOf(draft: RegistrationDraft): Wanted {
  const [first] = draft.people;
  const mobile = first?.mobile.replaceAll(/\D/g, '') ?? '';
  const number = first?.documentNumber.replaceAll(/\s/g, '') ?? '';
  const text = `${draft.title}\n${draft.text}`.trim();
  return {
    ...(mobile.length === 11 ? { mobile } : {}),
    ...(number.length === 18 ? { identityNumber: number } : {}),
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
      api.post<{ items: PetitionLine[] }>('/similar', JSON.parse(settled) as Wanted, { signal }),
    enabled: settled !== '{}',
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
  const items = settled === '{}' ? [] : (query.data?.items ?? []);
  return (
    <aside className="register-side panel" aria-label={say.similar}>
      <h2>{say.similar}</h2>
      <p role="status" className="quiet">
        {items.length === 0 ? say.similarNone : fill(say.similarFound, { count: items.length })}
      </p>
      {query.isError && <ProblemNote error={query.error} />}
      <ul className="plain-list">
        {items.map((line) => (
          <li key={line.id}>
            <Link to={`/petitions/${line.id}`} target="_blank">
              {line.title}
            </Link>
            <span className="line-sub figure">
              {displayPetitionNumber(line.number)} · {terms.status[line.status]} ·{' '}
              {line.holder.name}
            </span>
          </li>
        ))}
      </ul>
      <p className="field-help">{say.similarRemark}</p>
    </aside>
  );
}
