import { Button } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type {
  GapView,
  RepairLine,
} from '../../src/capabilities/supervision/recommendations/view.ts';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useMay } from '../shell/session.tsx';
import { ShortForm } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { beginFields } from './recommendations-repair-fields.ts';
import { SupervisionTabs } from './tabs.tsx';

/** Policy repairs that the reader may see, and a new one (U-6). */
export function PolicyRepairsPage() {
  const { policyRepairs: say } = useWords();
  usePageTitle(say.title);
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const { asked, set } = useFilters(['status'] as const);
  const list = usePagedList<RepairLine>('/policy-repairs', asked);
  const beginning = params.get('do') === 'begin';
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <SupervisionTabs />
      </div>
      <p className="quiet">{say.intro}</p>
      {may('repair.lead') && !beginning && (
        <Button type="primary" onClick={() => setParams({ do: 'begin' })}>
          {say.begin}
        </Button>
      )}
      {beginning && <BeginForm onLeave={() => setParams({}, { replace: true })} />}
      <div className="filters gap-top" role="search" aria-label={say.title}>
        <Choice
          compact
          label={say.column.status}
          empty={say.any}
          value={asked.status}
          options={keysOf(say.status).map((value) => ({ value, label: say.status[value] }))}
          onChange={set('status')}
        />
      </div>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((line) => (
          <tr key={line.id}>
            <td className="long-words">
              <Link to={`/supervision/repairs/${line.id}`}>{line.title}</Link>
            </td>
            <td>
              {line.topic.large} {line.topic.small}
            </td>
            <td>{line.leader}</td>
            <td className="long-words">{line.departments.map(({ name }) => name).join('、')}</td>
            <td className="nowrap">{say.status[line.status]}</td>
            <td className="figure">{line.gaps}</td>
          </tr>
        ))}
      </PagedTable>
    </>
  );
}

function BeginForm({ onLeave }: { readonly onLeave: () => void }) {
  const { policyRepairs: say } = useWords();
  const navigate = useNavigate();
  const { items: waiting } = usePagedList<GapView>('/policy-gaps', { status: 'noted' });
  return (
    <section className="panel narrow-form" aria-labelledby="begin">
      <h2 id="begin">{say.begin}</h2>
      <ShortForm
        draft="policy-repair"
        fields={beginFields(say, waiting)}
        label={say.begin}
        send={(input, key) => api.post<{ id: string }>('/policy-repairs', input, { key })}
        onLeave={onLeave}
        onDone={({ id }) => void navigate(`/supervision/repairs/${id}`)}
      />
    </section>
  );
}
