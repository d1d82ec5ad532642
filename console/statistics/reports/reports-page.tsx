import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { ReportLine } from '../../../src/capabilities/statistics/reports/contract.ts';
import { api, queryOf } from '../../shell/api.ts';
import { Choice } from '../../shell/choice.tsx';
import { ListState, ListTable } from '../../shell/list-table.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { useMay } from '../../shell/session.tsx';
import { useSpeech } from '../../shell/words-context.tsx';
import { fill, keysOf } from '../../words/words.ts';
import { nameIn } from '../figures.ts';
import { StatisticsHead } from '../statistics-head.tsx';
import { BeginForm } from './begin-form.tsx';

interface ReportPages {
  readonly items: readonly ReportLine[];
  readonly next: string | null;
}

/** Reports of the own unit and final ones of the place, newest period first (T-3). */
export function ReportsPage() {
  const { language, words } = useSpeech();
  const { reports: say, shell } = words;
  usePageTitle(say.title);
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const beginning = params.get('do') === 'begin' && may('report.draft');
  const asked = { kind: params.get('kind') ?? '', status: params.get('status') ?? '' };
  const change = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const query = useInfiniteQuery({
    queryKey: ['list', 'reports', asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<ReportPages>(`/reports${queryOf({ ...asked, after: pageParam })}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="statistics">
      <StatisticsHead title={say.title} />
      <p className="quiet">{say.intro}</p>
      {may('report.draft') && !beginning && (
        <p>
          <Button type="primary" onClick={() => change('do', 'begin')}>
            {say.begin}
          </Button>
        </p>
      )}
      {beginning && (
        <section className="panel narrow-form" aria-labelledby="begin">
          <h2 id="begin">{say.begin}</h2>
          <BeginForm
            onLeave={() => change('do', '')}
            onDone={(id) => {
              void client.invalidateQueries({ queryKey: ['list', 'reports'] });
              void navigate(`/statistics/reports/${id}`);
            }}
          />
        </section>
      )}
      <div className="filters" role="search" aria-label={say.title}>
        <Choice
          compact
          label={say.filterKind}
          empty={say.any}
          value={asked.kind}
          options={keysOf(say.kind).map((value) => ({ value, label: say.kind[value] }))}
          onChange={(value) => change('kind', value)}
        />
        <Choice
          compact
          label={say.filterStatus}
          empty={say.any}
          value={asked.status}
          options={keysOf(say.status).map((value) => ({ value, label: say.status[value] }))}
          onChange={(value) => change('status', value)}
        />
      </div>
      <ListState query={query} count={items.length} say={say} />
      {items.length > 0 && (
        <ListTable label={say.title} columns={say.column}>
          {items.map((report) => (
            <tr key={report.id}>
              <td>
                <Link to={`/statistics/reports/${report.id}`}>
                  {nameIn(report.title, language)}
                </Link>
              </td>
              <td>{say.status[report.status]}</td>
              <td className="figure nowrap">
                {report.from} – {report.to}
              </td>
              <td className="figure nowrap">{report.asOf}</td>
              <td>{fill(say.edition, { edition: report.edition })}</td>
            </tr>
          ))}
        </ListTable>
      )}
      {query.hasNextPage && (
        <p>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {shell.action.loadMore}
          </Button>
        </p>
      )}
    </div>
  );
}
