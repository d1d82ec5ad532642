import { Link, useNavigate } from 'react-router';
import type {
  GapView,
  RepairLine,
} from '../../src/capabilities/supervision/recommendations/view.ts';
import { api } from '../shell/api.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useMay } from '../shell/session.tsx';
import { ShortForm } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { beginFields } from './recommendations-repair-fields.ts';
import { Narrow, optionsOf, OwnListFrame, useLeave } from './own-list.tsx';

/** Policy repairs that the reader may see, and a new one (U-6). */
export function PolicyRepairsPage() {
  const { policyRepairs: say } = useWords();
  const may = useMay();
  const filters = useFilters(['status'] as const);
  const list = usePagedList<RepairLine>('/policy-repairs', filters.asked);
  return (
    <OwnListFrame
      say={say}
      begin={{
        may: may('repair.lead'),
        verb: 'begin',
        name: say.begin,
        form: <BeginForm />,
      }}
    >
      <div className="filters gap-top" role="search" aria-label={say.title}>
        <Narrow
          by="status"
          label={say.column.status}
          any={say.any}
          options={optionsOf(say.status)}
          filters={filters}
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
    </OwnListFrame>
  );
}

function BeginForm() {
  const { policyRepairs: say } = useWords();
  const navigate = useNavigate();
  const leave = useLeave();
  const { items: waiting } = usePagedList<GapView>('/policy-gaps', { status: 'noted' });
  return (
    <ShortForm
      draft="policy-repair"
      fields={beginFields(say, waiting)}
      label={say.begin}
      send={(input, key) => api.post<{ id: string }>('/policy-repairs', input, { key })}
      onLeave={leave}
      onDone={({ id }) => void navigate(`/supervision/repairs/${id}`)}
    />
  );
}
