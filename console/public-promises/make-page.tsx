import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { limits } from '../../src/capabilities/case-sponsorship/public-promises/limits.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';

/** One step a line; what it asks of the household stands behind the first colon. */
const stepsOf = (typed: unknown): readonly { name: string; need: string }[] =>
  String(typed)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, name = line, need = ''] = /^(.*?)[:：](.*)$/.exec(line) ?? [];
      return { name: name.trim(), need: need.trim() };
    });

/** Promises something to many households, by itself or beside a petition or a meeting. */
export function MakePublicPromisePage() {
  const { publicPromises: say } = useWords();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  usePageTitle(say.make);
  const petitionId = params.get('petition');
  const meetingId = params.get('meeting');
  const fields: readonly ShortField[] = [
    {
      name: 'title',
      kind: 'text',
      label: say.label.title,
      help: say.help.title,
      required: true,
      limit: limits.title,
    },
    {
      name: 'text',
      kind: 'area',
      label: say.label.text,
      help: say.help.text,
      required: true,
      limit: limits.text,
    },
    {
      name: 'leaderName',
      kind: 'text',
      label: say.label.leaderName,
      help: say.help.leaderName,
      limit: limits.name,
    },
    { name: 'unit', kind: 'unit', label: say.label.unit, required: true },
    { name: 'dueDate', kind: 'date', label: say.label.dueDate, required: true },
    {
      name: 'steps',
      kind: 'area',
      label: say.label.steps,
      help: say.help.steps,
      required: true,
      limit: (limits.step + limits.need) * limits.steps,
    },
  ];
  return (
    <>
      <div className="page-head">
        <h1>{say.make}</h1>
      </div>
      <p className="quiet">{say.makeIntro}</p>
      <section className="panel narrow-form">
        <ShortForm
          draft={`public-promise:${meetingId ?? petitionId ?? ''}`}
          fields={fields}
          label={say.make}
          send={(typed, key) =>
            api.post<{ id: string }>(
              '/public-promises',
              {
                ...typed,
                steps: stepsOf(typed['steps']),
                ...(petitionId === null ? {} : { petitionId }),
                ...(meetingId === null ? {} : { meetingId }),
              },
              { key },
            )
          }
          onLeave={() => void navigate('/public-promises')}
          onDone={({ id }) => {
            void client.invalidateQueries({ queryKey: ['list'] });
            void navigate(`/public-promises/${id}`);
          }}
        />
      </section>
    </>
  );
}
