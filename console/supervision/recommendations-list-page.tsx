import { Link, useNavigate, useSearchParams } from 'react-router';
import type { RecommendationLine } from '../../src/capabilities/supervision/recommendations/view.ts';
import { api } from '../shell/api.ts';
import { dayOf } from '../shell/format.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useUnits } from '../shell/reference-data.ts';
import { useMay } from '../shell/session.tsx';
import { ShortForm } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { RecommendationDue } from './recommendations-due.tsx';
import { draftFields } from './recommendations-steps.ts';
import { Narrow, optionsOf, OwnListFrame, useLeave } from './own-list.tsx';

/** Recommendations that the reader may see, and a new one (U-6). */
export function RecommendationsListPage() {
  const { recommendations: say } = useWords();
  const may = useMay();
  const unitOptions = useUnits().map(({ id, name }) => ({ value: id, label: name }));
  const filters = useFilters(['status', 'unit', 'late'] as const);
  const list = usePagedList<RecommendationLine>('/recommendations', filters.asked);
  return (
    <OwnListFrame
      say={say}
      begin={{
        may: may('recommendation.draft'),
        verb: 'draft',
        name: say.draft,
        form: <DraftForm />,
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
          by="unit"
          label={say.column.unit}
          any={say.any}
          options={unitOptions}
          filters={filters}
        />
        <Narrow
          by="late"
          label={say.lateFilter}
          any={say.any}
          options={[{ value: 'true', label: say.onlyLate }]}
          filters={filters}
        />
      </div>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((line) => (
          <tr key={line.id}>
            <td className="long-words">
              <Link to={`/supervision/recommendations/${line.id}`}>{line.subject}</Link>
            </td>
            <td className="nowrap">{say.kind[line.kind]}</td>
            <td className="figure">{line.number}</td>
            <td>{line.unit.name}</td>
            <td>{say.status[line.status]}</td>
            <td className="figure nowrap">{dayOf(Date.parse(line.draftedAt))}</td>
            <td>
              <RecommendationDue line={line} />
            </td>
          </tr>
        ))}
      </PagedTable>
    </OwnListFrame>
  );
}

function DraftForm() {
  const { recommendations: say } = useWords();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const leave = useLeave();
  const number = params.get('number') ?? '';
  const item = params.get('item');
  const inspection = params.get('inspection');
  const about = item ?? inspection ?? number;
  return (
    <ShortForm
      draft={`recommendation:${about}`}
      fields={draftFields(say, number, item !== null || inspection !== null)}
      label={say.draft}
      send={(input, key) =>
        api.post<{ id: string }>(
          '/recommendations',
          {
            ...input,
            ...(item !== null && { item }),
            ...(inspection !== null && { inspection }),
          },
          { key },
        )
      }
      onLeave={leave}
      onDone={({ id }) => void navigate(`/supervision/recommendations/${id}`)}
    />
  );
}
