import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { CoverageView, LeaderView } from '../../src/capabilities/reception-days/view.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { PlainTable } from '../shell/plain-table.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import type { Values } from '../shell/spec-form.tsx';
import { leaderFields } from './fields.ts';
import { ReceptionForm, useLeaders } from './reception-form.tsx';
import { ReceptionTabs } from './receptions-page.tsx';

const valuesOf = (leader: LeaderView): Values => ({
  unitId: leader.unit.id,
  name: leader.name,
  post: leader.post,
  portfolio: leader.portfolio,
  topics: leader.topics.map(({ code }) => code),
  regions: leader.regions.map(({ code }) => code),
  fields: leader.fields,
  from: leader.from,
  to: leader.to ?? '',
});

/** Leaders × places and fields on one sheet, and the list of leaders behind it. */
export function CoveragePage() {
  const { receptions } = useWords();
  const say = receptions.coverage;
  const may = useMay();
  const client = useQueryClient();
  const leaders = useLeaders();
  const [editing, setEditing] = useState<string | null>(null);
  usePageTitle(say.title);
  const query = useQuery({
    queryKey: ['reception-coverage'],
    queryFn: ({ signal }) => api.get<CoverageView>('/reception-coverage', { signal }),
  });
  const edited = leaders.find(({ id }) => id === editing);
  const send = (input: Record<string, unknown>, key: string) => {
    const body = { ...input, userId: edited?.userId ?? null };
    return edited === undefined
      ? api.post('/reception-leaders', body, { key })
      : api.put(`/reception-leaders/${edited.id}`, body, { key });
  };
  const done = async () => {
    setEditing(null);
    await client.invalidateQueries({ queryKey: ['reception-leaders'] });
    await client.invalidateQueries({ queryKey: ['reception-coverage'] });
  };
  const keeps = may('reception.administer');
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        {keeps && (
          <Button aria-expanded={editing === 'new'} onClick={() => setEditing('new')}>
            {say.add}
          </Button>
        )}
      </div>
      <ReceptionTabs />
      <p className="quiet gap-below">{say.intro}</p>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {editing !== null && (
        <section className="panel narrow-form" aria-label={say.add}>
          <ReceptionForm
            key={editing}
            fields={leaderFields}
            first={edited === undefined ? {} : valuesOf(edited)}
            label={receptions.save}
            send={send}
            onDone={() => void done()}
            onLeave={() => setEditing(null)}
          />
        </section>
      )}
      <div className="stack">
        <Sheet title={say.regions} rows={query.data?.regions ?? []} />
        <Sheet title={say.fields} rows={query.data?.fields ?? []} />
        <section aria-label={say.leaders}>
          <h2>{say.leaders}</h2>
          <PlainTable label={say.leaders} columns={say.column} acts>
            {leaders.map((leader) => (
              <tr key={leader.id}>
                <td>{leader.name}</td>
                <td>
                  {leader.unit.name} {leader.post}
                </td>
                <td>{leader.portfolio}</td>
                <td>{leader.regions.map(({ name }) => name).join('、')}</td>
                <td>{leader.fields.join('、')}</td>
                <td>
                  {keeps && (
                    <Button size="small" onClick={() => setEditing(leader.id)}>
                      {receptions.change}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </PlainTable>
        </section>
      </div>
    </>
  );
}

function Sheet({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: CoverageView['regions'];
}) {
  const { coverage: say } = useWords().receptions;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 && <p className="quiet">{say.none}</p>}
      {rows.length > 0 && (
        <PlainTable label={title} columns={{ title, who: say.who, state: say.state }}>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.name}</th>
              <td>{row.leaders.map(({ name, post }) => `${name}（${post}）`).join('、')}</td>
              <td>
                {row.leaders.length === 0 ? (
                  <strong className="warning">{say.uncovered}</strong>
                ) : row.leaders.length < row.needed ? (
                  <strong className="warning">{say.needsTwo}</strong>
                ) : (
                  say.covered
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}
