import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { limits } from '../../src/capabilities/supervision/letters/limits.ts';
import type { LadderStep } from '../../src/capabilities/supervision/letters/settings.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

interface Settings {
  readonly version: number;
  readonly steps: readonly LadderStep[];
}

const key = ['supervision-letter-settings'] as const;

/** Names and limits of the three letters, each with the document that sets them. */
export function LettersSettingsPage() {
  const { supervisionLetters: say, terms } = useWords();
  usePageTitle(say.settings.title);
  const navigate = useNavigate();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Settings>('/supervision/letter-settings', { signal }),
  });
  const { data } = query;
  const fields = (data?.steps ?? []).flatMap(({ kind, name, days, source }): ShortField[] => {
    const letter = terms.paperKind[kind];
    const label = (text: string) => fill(text, { letter });
    const part = { kind: 'text', required: true } as const;
    return [
      {
        ...part,
        name: `${kind}:name`,
        label: label(say.settings.name),
        first: name,
        limit: limits.name,
      },
      { ...part, name: `${kind}:days`, label: label(say.settings.days), first: String(days) },
      {
        ...part,
        name: `${kind}:source`,
        label: label(say.settings.source),
        first: source,
        limit: limits.source,
      },
    ];
  });
  return (
    <>
      <div className="page-head">
        <h1>{say.settings.title}</h1>
      </div>
      <p className="quiet">{say.settings.intro}</p>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {!query.isError && data === undefined && <Waiting lines={8} />}
      {data !== undefined && (
        <section className="panel narrow-form">
          <ShortForm
            draft="supervision-letter-settings"
            fields={fields}
            label={say.settings.title}
            send={(typed, sent) =>
              api.put(
                '/supervision/letter-settings',
                {
                  expectedVersion: data.version,
                  steps: data.steps.map(({ kind }) => ({
                    kind,
                    name: typed[`${kind}:name`],
                    days: Number(typed[`${kind}:days`]),
                    source: typed[`${kind}:source`],
                  })),
                },
                { key: sent },
              )
            }
            onLeave={() => void navigate('/supervision/letters')}
            onDone={() => {
              void client.invalidateQueries({ queryKey: key });
              void navigate('/supervision/letters');
            }}
          />
        </section>
      )}
    </>
  );
}
