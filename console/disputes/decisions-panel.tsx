import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type {
  AssessmentLine,
  DecisionsOfPetition,
} from '../../src/capabilities/disputes/decisions/view.ts';
import { api } from '../shell/api.ts';
import { Field } from '../shell/field.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { SearchSelect } from '../shell/search-select.tsx';
import { useSubmission } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';

const keyOf = (petitionId: string) => ['decisions-of', petitionId] as const;

/** Which assessed decisions a petition names, and the way for its office to say so. */
export function DecisionsPanel({ petitionId }: { readonly petitionId: string }) {
  const { decisions: say } = useWords();
  const { data } = useQuery({
    queryKey: keyOf(petitionId),
    queryFn: ({ signal }) =>
      api.get<DecisionsOfPetition>(`/petitions/${petitionId}/decisions`, { signal }),
  });
  if (data === undefined || (data.items.length === 0 && !data.mayLink)) return null;
  return (
    <section className="panel" aria-labelledby="decisions">
      <h2 id="decisions">{say.panel.title}</h2>
      {data.items.length === 0 && <p className="quiet">{say.panel.none}</p>}
      <ul className="plain-list">
        {data.items.map(({ id, title, unit, result, status, mayOpen }) => (
          <li key={id}>
            {mayOpen ? <Link to={`/disputes/decisions/${id}`}>{title}</Link> : title}
            <p>
              {unit} · {result === null ? say.status[status] : say.result[result]}
            </p>
          </li>
        ))}
      </ul>
      {data.mayLink && <LinkForm {...{ petitionId }} />}
    </section>
  );
}

function LinkForm({ petitionId }: { readonly petitionId: string }) {
  const { decisions: say } = useWords();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState('');
  const { data } = useQuery({
    queryKey: ['list', '/decisions', 'to-link'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly AssessmentLine[] }>('/decisions?limit=100', { signal }),
    enabled: open,
  });
  const { submit, busy, error } = useSubmission((decisionId: string, key: string) =>
    api.post(`/petitions/${petitionId}/decisions`, { decisionId }, { key }),
  );
  const link = async () => {
    if (chosen === '' || (await submit(chosen)) === null) return;
    setOpen(false);
    setChosen('');
    await client.invalidateQueries({ queryKey: keyOf(petitionId) });
  };
  if (!open) {
    return (
      <p>
        <Button onClick={() => setOpen(true)}>{say.panel.link}</Button>
      </p>
    );
  }
  return (
    <>
      {error !== null && <ProblemNote error={error} />}
      <Field label={say.panel.choose} id="field-decision">
        {(aria) => (
          <SearchSelect
            aria={aria}
            value={chosen}
            onChange={setChosen}
            options={(data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
      </Field>
      <Button type="primary" disabled={busy || chosen === ''} onClick={() => void link()}>
        {say.panel.link}
      </Button>
    </>
  );
}
