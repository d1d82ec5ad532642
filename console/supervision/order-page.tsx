import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { limits } from '../../src/capabilities/supervision/must-checks/limits.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';

/** Orders supervision of a petition or of a unit, on the grounds of art. 40(1). */
export function OrderSupervisionPage() {
  const { supervision: say } = useWords();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  usePageTitle(say.order);
  const { label, help, ground } = say;
  const number = params.get('number') ?? '';
  const fields: readonly ShortField[] = [
    { name: 'number', kind: 'text', label: label.number, help: help.number, first: number },
    { name: 'unit', kind: 'unit', label: label.unit, help: help.unit },
    {
      name: 'ground',
      kind: 'choice',
      label: label.ground,
      required: true,
      options: keysOf(ground).map((value) => ({ value, label: ground[value] })),
    },
    { name: 'words', kind: 'area', label: label.words, required: true, limit: limits.words },
    { name: 'dueDate', kind: 'date', label: label.dueDate, required: true },
  ];
  return (
    <>
      <div className="page-head">
        <h1>{say.order}</h1>
      </div>
      <section className="panel narrow-form">
        <ShortForm
          draft={`supervision:${number}`}
          fields={fields}
          label={say.order}
          send={(input, key) => api.post<{ id: string }>('/supervision-items', input, { key })}
          onLeave={() => void navigate('/supervision/items')}
          onDone={({ id }) => {
            void client.invalidateQueries({ queryKey: ['list'] });
            void navigate(`/supervision/items/${id}`);
          }}
        />
      </section>
    </>
  );
}
