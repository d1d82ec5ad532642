import { Link, useNavigate, useSearchParams } from 'react-router';
import { limits } from '../../src/capabilities/supervision/recommendations/limits.ts';
import type { GapView } from '../../src/capabilities/supervision/recommendations/view.ts';
import { api } from '../shell/api.ts';
import { dayOf } from '../shell/format.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useUnits } from '../shell/reference-data.ts';
import { useMay } from '../shell/session.tsx';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import type { Words } from '../words/words.ts';
import { Narrow, optionsOf, OwnListFrame, useLeave } from './own-list.tsx';

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
  const may = useMay();
  const navigate = useNavigate();
  const leave = useLeave();
  const [params] = useSearchParams();
  const unitOptions = useUnits().map(({ id, name }) => ({ value: id, label: name }));
  const filters = useFilters(['status', 'department', 'topic'] as const);
  const list = usePagedList<GapView>('/policy-gaps', filters.asked);
  // The fields that there are, as far as they have been seen here.
  const topics = [
    ...new Set([...list.items.map(({ topic }) => topic), filters.asked.topic]),
  ].filter((topic) => topic !== '');
  return (
    <OwnListFrame
      say={say}
      begin={{
        may: may('gap.note'),
        verb: 'note',
        name: say.note,
        form: (
          <ShortForm
            draft={`policy-gap:${params.get('number') ?? ''}`}
            fields={fieldsOf(say, params.get('number') ?? '')}
            label={say.note}
            send={(input, key) => api.post<{ id: string }>('/policy-gaps', input, { key })}
            onLeave={leave}
            onDone={({ id }) => void navigate(`/supervision/gaps/${id}`)}
          />
        ),
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
        <Narrow
          by="department"
          label={say.column.department}
          any={say.any}
          options={unitOptions}
          filters={filters}
        />
        <Narrow
          by="topic"
          label={say.column.topic}
          any={say.any}
          options={topics.map((topic) => ({ value: topic, label: topic }))}
          filters={filters}
        />
      </div>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((gap) => (
          <GapRow key={gap.id} gap={gap} />
        ))}
      </PagedTable>
    </OwnListFrame>
  );
}
