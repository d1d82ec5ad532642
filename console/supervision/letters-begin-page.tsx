import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { limits } from '../../src/capabilities/supervision/letters/limits.ts';
import type { LettersOfPetition } from '../../src/capabilities/supervision/letters/view.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';

export const lettersOfPetitionKey = (petitionId: string) =>
  ['supervision-letters-of', petitionId] as const;

/** Drafts the first letter to a unit about a petition. */
export function BeginLettersPage() {
  const { id = '' } = useParams();
  const { supervisionLetters: say } = useWords();
  usePageTitle(say.begin);
  const navigate = useNavigate();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: lettersOfPetitionKey(id),
    queryFn: ({ signal }) =>
      api.get<LettersOfPetition>(`/petitions/${id}/supervision-letters`, { signal }),
  });
  const { data } = query;
  const begin = data?.begin ?? null;
  const { label, help } = say;
  const fields: readonly ShortField[] = [
    {
      name: 'unit',
      kind: 'choice',
      label: label.unit,
      help: help.unit,
      required: true,
      first: begin?.units[0]?.id ?? '',
      options: (begin?.units ?? []).map((unit) => ({ value: unit.id, label: unit.name })),
    },
    {
      name: 'step',
      kind: 'choice',
      label: label.to,
      required: true,
      first: '0',
      options: (begin?.steps ?? []).map(({ name }, at) => ({ value: String(at), label: name })),
    },
    { name: 'reason', kind: 'area', label: label.skip, help: help.skip, limit: limits.reason },
    {
      name: 'words',
      kind: 'area',
      label: label.words,
      help: help.words,
      required: true,
      limit: limits.words,
    },
    { name: 'addressee', kind: 'unit', label: label.addressee, help: help.addressee },
  ];
  return (
    <>
      <div className="page-head">
        <h1>{say.begin}</h1>
      </div>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {!query.isError && data === undefined && <Waiting lines={8} />}
      {data !== undefined && begin === null && <p>{say.noBegin}</p>}
      {begin !== null && (
        <section className="panel narrow-form">
          <ShortForm
            draft={`supervision-letters:${id}`}
            fields={fields}
            label={say.begin}
            send={(typed, key) =>
              api.post<{ id: string }>(
                `/petitions/${id}/supervision-letters`,
                { ...typed, step: Number(typed['step'] ?? 0) },
                { key },
              )
            }
            onLeave={() => void navigate(`/petitions/${id}`)}
            onDone={(made) => {
              void client.invalidateQueries({ queryKey: ['list'] });
              void client.invalidateQueries({ queryKey: lettersOfPetitionKey(id) });
              void navigate(`/supervision/letters/${made.id}`);
            }}
          />
        </section>
      )}
    </>
  );
}
