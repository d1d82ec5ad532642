import { Button } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { RecommendationLine } from '../../src/capabilities/supervision/recommendations/view.ts';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { dayOf } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useUnits } from '../shell/reference-data.ts';
import { useMay } from '../shell/session.tsx';
import { ShortForm } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { RecommendationDue } from './recommendations-due.tsx';
import { draftFields } from './recommendations-steps.ts';
import { SupervisionTabs } from './tabs.tsx';

/** Recommendations that the reader may see, and a new one (U-6). */
export function RecommendationsListPage() {
  const { recommendations: say } = useWords();
  usePageTitle(say.title);
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const units = useUnits();
  const { asked, set } = useFilters(['status', 'unit', 'late'] as const);
  const list = usePagedList<RecommendationLine>('/recommendations', asked);
  const drafting = params.get('do') === 'draft';
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <SupervisionTabs />
      </div>
      <p className="quiet">{say.intro}</p>
      {may('recommendation.draft') && !drafting && (
        <Button type="primary" onClick={() => setParams({ do: 'draft' })}>
          {say.draft}
        </Button>
      )}
      {drafting && <DraftForm onLeave={() => setParams({}, { replace: true })} />}
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
          label={say.column.unit}
          empty={say.any}
          value={asked.unit}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={set('unit')}
        />
        <Choice
          compact
          label={say.lateFilter}
          empty={say.any}
          value={asked.late}
          options={[{ value: 'true', label: say.onlyLate }]}
          onChange={set('late')}
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
    </>
  );
}

function DraftForm({ onLeave }: { readonly onLeave: () => void }) {
  const { recommendations: say } = useWords();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const number = params.get('number') ?? '';
  const item = params.get('item');
  const inspection = params.get('inspection');
  const about = item ?? inspection ?? number;
  return (
    <section className="panel narrow-form" aria-labelledby="draft">
      <h2 id="draft">{say.draft}</h2>
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
        onLeave={onLeave}
        onDone={({ id }) => void navigate(`/supervision/recommendations/${id}`)}
      />
    </section>
  );
}
