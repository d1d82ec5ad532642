import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { DutyView, SettingsView } from '../../src/capabilities/reception-days/view.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { PlainTable } from '../shell/plain-table.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useRegions } from '../shell/reference-data.ts';
import { useMay } from '../shell/session.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';
import { rotationFields } from './fields.ts';
import { NormsForm } from './norms-form.tsx';
import { ReceptionForm, useLeaders } from './reception-form.tsx';
import { ReceptionTabs } from './receptions-page.tsx';

type Settings = SettingsView['settings'];

/** Yearly duty by level with who is behind, the norms with their source, the templates. */
export function DutyPage() {
  const { receptions } = useWords();
  const say = receptions.duty;
  const may = useMay();
  const client = useQueryClient();
  usePageTitle(say.title);
  const duty = useQuery({
    queryKey: ['reception-duty'],
    queryFn: ({ signal }) => api.get<DutyView>('/reception-duty', { signal }),
  });
  const settings = useQuery({
    queryKey: ['reception-settings'],
    queryFn: ({ signal }) => api.get<SettingsView>('/reception-settings', { signal }),
  });
  const save = async (changed: Partial<Settings>, key: string) => {
    const { version: expectedVersion, settings: now } = settings.data ?? { version: 0 };
    const done = await api.put(
      '/reception-settings',
      { ...now, ...changed, expectedVersion },
      { key },
    );
    for (const name of ['reception-duty', 'reception-settings', 'reception-proposals']) {
      await client.invalidateQueries({ queryKey: [name] });
    }
    return done;
  };
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <ReceptionTabs />
      {duty.isError && <ProblemNote error={duty.error} onRetry={() => void duty.refetch()} />}
      {duty.isPending && <Waiting lines={8} />}
      {duty.data !== undefined && <DutyTable duty={duty.data} />}
      {settings.data !== undefined && (
        <div className="stack gap-top">
          <Norms
            key={settings.data.version}
            settings={settings.data.settings}
            onSave={may('reception.administer') ? save : undefined}
          />
          <Rotations
            settings={settings.data.settings}
            onSave={may('reception.administer') ? save : undefined}
          />
        </div>
      )}
    </>
  );
}

function DutyTable({ duty }: { readonly duty: DutyView }) {
  const { receptions, terms } = useWords();
  const say = receptions.duty;
  return (
    <PlainTable
      label={say.title}
      columns={say.column}
      caption={fill(say.caption, { year: duty.year })}
    >
      {duty.leaders.map((leader) => (
        <tr key={leader.id}>
          <td>{leader.name}</td>
          <td>
            {leader.unit.name} {leader.post}
          </td>
          <td>{terms.level[leader.level]}</td>
          <td>
            {leader.norm === null
              ? say.noNorm
              : fill(say.norm, {
                  per: receptions.per[leader.norm.per],
                  days: leader.norm.days,
                })}
          </td>
          <td className="figure">{leader.held}</td>
          <td className="figure">{leader.planned}</td>
          <td>
            {leader.behind > 0 ? (
              <strong className="warning">{fill(say.behind, { days: leader.behind })}</strong>
            ) : (
              say.onTime
            )}
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}

interface PartProps {
  readonly settings: Settings;
  readonly onSave: ((changed: Partial<Settings>, key: string) => Promise<unknown>) | undefined;
}

function Norms({ settings, onSave }: PartProps) {
  const { receptions, terms } = useWords();
  const say = receptions.duty;
  const [editing, setEditing] = useState(false);
  const regions = useRegions();
  const regionOf = (code: string): string =>
    regions.find((region) => region.code === code)?.name ?? code;
  return (
    <section className="panel" aria-label={say.norms}>
      <h2>{say.norms}</h2>
      <p className="quiet">{say.normsHelp}</p>
      <ul className="bullets">
        {keysOf(terms.level).map((level) => {
          const norm = settings.norms.find((each) => each.level === level);
          return (
            <li key={level}>
              {terms.level[level]}：
              {norm === undefined
                ? say.noNorm
                : `${fill(say.norm, { per: receptions.per[norm.per], days: norm.days })}（${norm.source}）`}
            </li>
          );
        })}
      </ul>
      <dl className="facts gap-top">
        <div>
          <dt>{say.bigRegions}</dt>
          <dd>{settings.bigRegions.map(regionOf).join('、') || receptions.none}</dd>
        </div>
        <div>
          <dt>{say.fieldsToCover}</dt>
          <dd>{settings.fields.join('、') || receptions.none}</dd>
        </div>
      </dl>
      {onSave !== undefined && (
        <Button className="gap-top" aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {receptions.change}
        </Button>
      )}
      {editing && onSave !== undefined && (
        <NormsForm settings={settings} onSave={onSave} onLeave={() => setEditing(false)} />
      )}
    </section>
  );
}

function Rotations({ settings, onSave }: PartProps) {
  const { receptions } = useWords();
  const say = receptions.duty;
  const leaders = useLeaders();
  const [adding, setAdding] = useState(false);
  const nameOf = (id: string): string => leaders.find((leader) => leader.id === id)?.name ?? '';
  const remove = (at: number) =>
    onSave?.(
      { rotations: settings.rotations.filter((_, each) => each !== at) },
      `remove-rotation-${at}-${settings.rotations.length}-${Date.now()}`,
    );
  return (
    <section className="panel" aria-label={say.rotations}>
      <h2>{say.rotations}</h2>
      <p className="quiet">{say.rotationsHelp}</p>
      <ul className="bullets">
        {settings.rotations.map((rotation, at) => (
          <li key={rotation.name}>
            <strong>{rotation.name}</strong> {receptions.months[rotation.months]}{' '}
            {fill(say.fromDay, { day: rotation.dayOfMonth })} {rotation.from}–{rotation.to}{' '}
            {receptions.kind[rotation.kind]} {rotation.place}{' '}
            {rotation.leaders.map(nameOf).join(' → ')}{' '}
            {onSave !== undefined && (
              <Button size="small" onClick={() => void remove(at)}>
                {receptions.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onSave !== undefined && (
        <Button className="gap-top" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {say.addRotation}
        </Button>
      )}
      {adding && onSave !== undefined && (
        <div className="narrow-form gap-top">
          <ReceptionForm
            fields={rotationFields}
            first={{ kind: 'open', way: 'in-person', months: 'odd', from: '09:00', to: '12:00' }}
            label={say.addRotation}
            send={(input, key) =>
              onSave(
                { rotations: [...settings.rotations, input as Settings['rotations'][number]] },
                key,
              )
            }
            onDone={() => setAdding(false)}
            onLeave={() => setAdding(false)}
          />
        </div>
      )}
    </section>
  );
}
