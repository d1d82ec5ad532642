import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { limits } from '../../src/capabilities/supervision/consequences/limits.ts';
import type { ConsequencesOfPetition } from '../../src/capabilities/supervision/consequences/view.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';

export const consequencesOfPetitionKey = (petitionId: string) =>
  ['consequences-of', petitionId] as const;

/** Proposes a consequence for a unit; it is heard before anything is decided. */
export function ProposeConsequencePage() {
  const { id = '' } = useParams();
  const { consequences: say } = useWords();
  usePageTitle(say.propose);
  const navigate = useNavigate();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: consequencesOfPetitionKey(id),
    queryFn: ({ signal }) =>
      api.get<ConsequencesOfPetition>(`/petitions/${id}/consequences`, { signal }),
  });
  const { data } = query;
  const units = data?.units ?? null;
  const fields: readonly ShortField[] = [
    {
      name: 'kind',
      kind: 'choice',
      label: say.label.kind,
      required: true,
      first: 'interview',
      options: keysOf(say.kind).map((value) => ({ value, label: say.kind[value] })),
    },
    {
      name: 'unit',
      kind: 'choice',
      label: say.label.unit,
      required: true,
      first: units?.[0]?.id ?? '',
      options: (units ?? []).map((unit) => ({ value: unit.id, label: unit.name })),
    },
    {
      name: 'post',
      kind: 'text',
      label: say.label.post,
      help: say.help.post,
      limit: limits.post,
    },
    {
      name: 'reason',
      kind: 'area',
      label: say.label.reason,
      help: say.help.reason,
      required: true,
      limit: limits.words,
    },
  ];
  return (
    <>
      <div className="page-head">
        <h1>{say.propose}</h1>
      </div>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {!query.isError && data === undefined && <Waiting lines={8} />}
      {data !== undefined && units === null && <p>{say.noPropose}</p>}
      {units !== null && (
        <section className="panel narrow-form">
          <ShortForm
            draft={`consequence:${id}`}
            fields={fields}
            label={say.propose}
            send={(typed, key) =>
              api.post<{ id: string }>(`/petitions/${id}/consequences`, typed, { key })
            }
            onLeave={() => void navigate(`/petitions/${id}`)}
            onDone={(made) => {
              void client.invalidateQueries({ queryKey: ['list'] });
              void client.invalidateQueries({ queryKey: consequencesOfPetitionKey(id) });
              void navigate(`/supervision/consequences/${made.id}`);
            }}
          />
        </section>
      )}
    </>
  );
}
