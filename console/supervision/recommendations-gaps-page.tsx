import { Button } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { limits } from '../../src/capabilities/supervision/recommendations/limits.ts';
import type { GapView } from '../../src/capabilities/supervision/recommendations/view.ts';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { dayOf } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useUnits } from '../shell/reference-data.ts';
import { useMay } from '../shell/session.tsx';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf, type Words } from '../words/words.ts';
import { SupervisionTabs } from './tabs.tsx';

const fieldsOf = ({ label, help }: Words['policyGaps'], number: string): readonly ShortField[] => [
  { name: 'number', kind: 'text', label: label.number, required: true, first: number },
  { name: 'department', kind: 'unit', label: label.department, required: true },
  { name: 'topic', kind: 'text', label: label.topic, help: help.topic, limit: limits.topic },
  { name: 'policy', kind: 'area', label: label.policy, required: true, limit: limits.words },
  {
    name: 'missing',
    kind: 'area',
    label: label.missing,
    help: help.missing,
    required: true,
    limit: limits.words,
  },
];

function GapRow({ gap }: { readonly gap: GapView }) {
  const { policyGaps: say } = useWords();
  return (
    <tr>
      <td className="long-words">
        <Link to={`/supervision/gaps/${gap.id}`}>{gap.missing}</Link>
      </td>
      <td>{gap.topic}</td>
      <td>{gap.department.name}</td>
      <td className="nowrap">{say.status[gap.status]}</td>
      <td className="figure nowrap">{dayOf(Date.parse(gap.notedAt))}</td>
      <td className="long-words">
        {gap.repair !== null && (
          <Link to={`/supervision/repairs/${gap.repair.id}`}>{gap.repair.name}</Link>
        )}
      </td>
    </tr>
  );
}

/** Policy gaps that the reader may see, and a new one (U-6). */
export function PolicyGapsPage() {
  const { policyGaps: say } = useWords();
  usePageTitle(say.title);
  const may = useMay();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const units = useUnits();
  const { asked, set } = useFilters(['status', 'department', 'topic'] as const);
  const list = usePagedList<GapView>('/policy-gaps', asked);
  const noting = params.get('do') === 'note';
  // The fields that there are, as far as they have been seen here.
  const topics = [...new Set([...list.items.map(({ topic }) => topic), asked.topic])].filter(
    (topic) => topic !== '',
  );
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <SupervisionTabs />
      </div>
      <p className="quiet">{say.intro}</p>
      {may('gap.note') && !noting && (
        <Button type="primary" onClick={() => setParams({ do: 'note' })}>
          {say.note}
        </Button>
      )}
      {noting && (
        <section className="panel narrow-form" aria-labelledby="note">
          <h2 id="note">{say.note}</h2>
          <ShortForm
            draft={`policy-gap:${params.get('number') ?? ''}`}
            fields={fieldsOf(say, params.get('number') ?? '')}
            label={say.note}
            send={(input, key) => api.post<{ id: string }>('/policy-gaps', input, { key })}
            onLeave={() => setParams({}, { replace: true })}
            onDone={({ id }) => void navigate(`/supervision/gaps/${id}`)}
          />
        </section>
      )}
      <div className="filters gap-top" role="search" aria-label={say.title}>
        <Choice
          compact
          label={say.column.status}
          empty={say.any}
          value={asked.status}
          options={keysOf(say.status).map((value) => ({ value, label: say.status[value] }))}
          onChange={set('status')}
        />
        <Choice
          compact
          label={say.column.department}
          empty={say.any}
          value={asked.department}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={set('department')}
        />
        <Choice
          compact
          label={say.column.topic}
          empty={say.any}
          value={asked.topic}
          options={topics.map((topic) => ({ value: topic, label: topic }))}
          onChange={set('topic')}
        />
      </div>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((gap) => (
          <GapRow key={gap.id} gap={gap} />
        ))}
      </PagedTable>
    </>
  );
}
