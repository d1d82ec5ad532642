import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { MemberView } from '../../src/capabilities/hearings-mediation/view.ts';
import { api } from '../shell/api.ts';
import { ListTable } from '../shell/list-table.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { memberChangeForm, memberForm } from './forms.ts';
import { TypedForm, useRoster } from './typed-form.tsx';

/** Who can sit on a panel, mediate or staff the hall (M-1). */
export function RosterPage() {
  const { hearings } = useWords();
  const say = hearings.roster;
  const may = useMay();
  const client = useQueryClient();
  const members = useRoster();
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const panel = useRef<HTMLElement>(null);
  usePageTitle(say.title);
  const keeps = may('roster.administer');
  const { action, ...known } = say.column;
  const chosen = members.find(({ id }) => id === changing);
  const done = (name: string): void => {
    setAdding(false);
    setChanging(null);
    setTold(name === '' ? '' : fill(say.changed, { name }));
    void client.invalidateQueries({ queryKey: ['roster'] });
  };
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        {keeps && (
          <Button
            aria-expanded={adding}
            onClick={() => {
              setChanging(null);
              setAdding(!adding);
            }}
          >
            {say.add}
          </Button>
        )}
      </div>
      <p className="quiet">{say.intro}</p>
      <p role="status">{told}</p>
      {adding && (
        <section className="panel narrow-form" aria-label={say.add}>
          <TypedForm
            fields={memberForm}
            label={say.add}
            send={(input, key) => api.post<{ id: string }>('/roster', input, { key })}
            onLeave={() => setAdding(false)}
            onDone={() => done('')}
          />
        </section>
      )}
      {chosen !== undefined && (
        <section
          ref={panel}
          className="panel narrow-form"
          aria-label={fill(say.change, { name: chosen.name })}
        >
          <h2>{fill(say.change, { name: chosen.name })}</h2>
          <TypedForm
            key={chosen.id}
            fields={memberChangeForm}
            first={valuesOf(chosen)}
            label={say.save}
            help={say.changeHelp}
            send={(input, key) =>
              api.put<{ version: number }>(
                `/roster/${chosen.id}`,
                { affiliation: null, profession: '', ...input },
                { key },
              )
            }
            onLeave={() => setChanging(null)}
            onDone={() => done(chosen.name)}
          />
        </section>
      )}
      <div className="gap-top">
        <ListTable label={say.title} columns={keeps ? { ...known, action } : known}>
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
              {keeps && (
                <td>
                  <Button
                    size="small"
                    aria-label={fill(say.change, { name: member.name })}
                    onClick={() => {
                      setAdding(false);
                      setTold('');
                      setChanging(member.id);
                      window.setTimeout(() => panel.current?.querySelector('input')?.focus(), 50);
                    }}
                  >
                    {say.changeShort}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </ListTable>
      </div>
    </>
  );
}

const valuesOf = (member: MemberView) => ({
  kinds: member.kinds,
  profession: member.profession,
  regionCode: member.region.code,
  affiliation: member.affiliation?.id ?? '',
  from: member.from,
  to: member.to ?? '',
});
