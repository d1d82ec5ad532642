import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { decisionKinds } from '../../src/capabilities/disputes/decisions/contract.ts';
import { limits } from '../../src/capabilities/disputes/decisions/limits.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { useOwnRegions } from './use-settings.ts';

/** Records a decision of the own unit that another body is to assess. */
export function RecordDecisionPage() {
  const { decisions: say } = useWords();
  usePageTitle(say.record);
  const navigate = useNavigate();
  const client = useQueryClient();
  const regions = useOwnRegions();
  const fields: readonly ShortField[] = [
    { name: 'title', kind: 'text', label: say.label.title, required: true },
    {
      name: 'kind',
      kind: 'choice',
      label: say.label.kind,
      required: true,
      first: '',
      options: decisionKinds.map((value) => ({ value, label: say.kind[value] })),
    },
    {
      name: 'regionCode',
      kind: 'choice',
      label: say.label.regionCode,
      required: true,
      first: regions[0]?.value ?? '',
      options: regions,
    },
    {
      name: 'peopleConcerned',
      kind: 'text',
      label: say.label.peopleConcerned,
      required: true,
    },
    {
      name: 'content',
      kind: 'area',
      label: say.label.content,
      help: say.help.content,
      required: true,
      limit: limits.content,
    },
    {
      name: 'assessor',
      kind: 'unit',
      label: say.label.assessor,
      help: say.help.assessor,
      required: true,
    },
  ];
  return (
    <>
      <div className="page-head">
        <h1>{say.record}</h1>
      </div>
      <section className="panel narrow-form">
        <ShortForm
          draft="decision:new"
          fields={fields}
          label={say.record}
          send={(input, key) => api.post<{ id: string }>('/decisions', input, { key })}
          onLeave={() => void navigate('/disputes/decisions')}
          onDone={({ id }) => {
            void client.invalidateQueries({ queryKey: ['list'] });
            void navigate(`/disputes/decisions/${id}`);
          }}
        />
      </section>
    </>
  );
}
