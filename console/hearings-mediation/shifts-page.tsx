import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ShiftView } from '../../src/capabilities/hearings-mediation/view.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { PlainTable } from '../shell/plain-table.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import { shiftForm } from './forms.ts';
import { TypedForm } from './typed-form.tsx';

const queryKey = ['hall-shifts'];

/** Lawyers, psychologists and mediators on duty in the hall (M-5). */
export function ShiftsPage() {
  const { hearings } = useWords();
  const say = hearings.shifts;
  const may = useMay();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  usePageTitle(say.title);
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<{ items: ShiftView[] }>('/hall-shifts', { signal }),
  });
  const reload = () => client.invalidateQueries({ queryKey });
  const cancel = useMutation({
    mutationFn: (id: string) => api.remove(`/hall-shifts/${id}`),
    onSuccess: reload,
  });
  const keeps = may('roster.administer');
  const items = query.data?.items ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        {keeps && (
          <Button aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {say.add}
          </Button>
        )}
      </div>
      <p className="quiet">{say.intro}</p>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {cancel.isError && <ProblemNote error={cancel.error} />}
      {adding && (
        <section className="panel narrow-form" aria-label={say.add}>
          <TypedForm
            fields={shiftForm}
            label={say.add}
            send={(input, key) => api.post<{ id: string }>('/hall-shifts', input, { key })}
            onLeave={() => setAdding(false)}
            onDone={() => {
              setAdding(false);
              void reload();
            }}
          />
        </section>
      )}
      {query.data !== undefined && items.length === 0 && <p className="quiet">{say.empty}</p>}
      {items.length > 0 && (
        <PlainTable label={say.title} columns={say.column} acts>
          {items.map((shift) => (
            <tr key={shift.id}>
              <td className="figure">{shift.on}</td>
              <td>{hearings.part[shift.part]}</td>
              <td>{hearings.shiftRole[shift.role]}</td>
              <td>{shift.member.name}</td>
              <td className="figure">{shift.member.telephone}</td>
              <td>
                {keeps && (
                  <Button size="small" onClick={() => cancel.mutate(shift.id)}>
                    {say.cancel}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </>
  );
}
