import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { limits } from '../../src/capabilities/commitments/limits.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { useSession } from '../shell/session.tsx';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { commitmentsKey } from './commitments-panel.tsx';

/** Promises something with a date: on a petition, or to everybody. */
export function MakeCommitmentPage() {
  const { commitments: say } = useWords();
  const { unit } = useSession();
  const [params] = useSearchParams();
  const petitionId = params.get('petition');
  const navigate = useNavigate();
  const client = useQueryClient();
  usePageTitle(say.make);
  const promisees =
    petitionId === null ? (['public', 'office'] as const) : (['petitioner', 'office'] as const);
  const fields: readonly ShortField[] = [
    {
      name: 'promisedTo',
      kind: 'choice',
      label: say.label.promisedTo,
      required: true,
      first: promisees[0],
      options: promisees.map((value) => ({ value, label: say.promisedTo[value] })),
    },
    {
      name: 'text',
      kind: 'area',
      label: say.label.text,
      required: true,
      limit: limits.text,
    },
    {
      name: 'publicText',
      kind: 'area',
      label: say.label.publicText,
      help: say.help.publicText,
      limit: limits.text,
    },
    {
      name: 'unit',
      kind: 'unit',
      label: say.label.unit,
      required: true,
      first: unit?.id ?? '',
    },
    {
      name: 'responsibleName',
      kind: 'text',
      label: say.label.responsible,
      help: say.help.responsible,
    },
    { name: 'dueDate', kind: 'date', label: say.label.dueDate, required: true },
  ];
  const source = petitionId === null ? 'public-promise' : 'instruction';
  const leave = () =>
    void navigate(petitionId === null ? '/commitments' : `/petitions/${petitionId}`);
  return (
    <>
      <div className="page-head">
        <h1>{say.make}</h1>
      </div>
      <section className="panel narrow-form">
        <ShortForm
          draft={`commitment:${petitionId ?? ''}`}
          fields={fields}
          label={say.make}
          send={(input, key) =>
            api.post<{ id: string }>(
              '/commitments',
              { ...input, source, ...(petitionId === null ? {} : { petitionId }) },
              { key },
            )
          }
          onLeave={leave}
          onDone={({ id }) => {
            void client.invalidateQueries({ queryKey: ['list'] });
            if (petitionId !== null) {
              void client.invalidateQueries({ queryKey: commitmentsKey(petitionId) });
            }
            void navigate(`/commitments/${id}`);
          }}
        />
      </section>
    </>
  );
}
