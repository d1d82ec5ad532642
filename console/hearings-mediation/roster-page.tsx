import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { memberForm } from './forms.ts';
import { TypedForm, useRoster } from './typed-form.tsx';

/** Who can sit on a panel, mediate or staff the hall (M-1). */
export function RosterPage() {
  const { hearings } = useWords();
  const say = hearings.roster;
  const may = useMay();
  const client = useQueryClient();
  const members = useRoster();
  const [adding, setAdding] = useState(false);
  usePageTitle(say.title);
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        {may('roster.administer') && (
          <Button aria-expanded={adding} onClick={() => setAdding(!adding)}>
            {say.add}
          </Button>
        )}
      </div>
      <p className="quiet">{say.intro}</p>
      {adding && (
        <section className="panel narrow-form" aria-label={say.add}>
          <TypedForm
            fields={memberForm}
            label={say.add}
            send={(input, key) => api.post<{ id: string }>('/roster', input, { key })}
            onLeave={() => setAdding(false)}
            onDone={() => {
              setAdding(false);
              void client.invalidateQueries({ queryKey: ['roster'] });
            }}
          />
        </section>
      )}
      <div className="table-scroll" tabIndex={0} role="group" aria-label={say.title}>
        <table className="table">
          <thead>
            <tr>
              {keysOf(say.column).map((each) => (
                <th key={each} scope="col">
                  {say.column[each]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.id}>
                <td>{member.name}</td>
                <td>{member.kinds.map((kind) => hearings.memberKind[kind]).join('、')}</td>
                <td>{member.profession}</td>
                <td>{member.region.name}</td>
                <td>{member.affiliation?.name}</td>
                <td className="figure">
                  {member.from} – {member.to}
                </td>
                <td>{member.active ? say.active : say.ended}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
