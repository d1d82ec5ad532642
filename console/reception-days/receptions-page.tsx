import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, NavLink, useNavigate, useSearchParams } from 'react-router';
import type { DayLine } from '../../src/capabilities/reception-days/view.ts';
import { api, queryOf } from '../shell/api.ts';
import { todayInShanghai } from '../shell/date-typing.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { PlainTable } from '../shell/plain-table.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useMay } from '../shell/session.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';
import { planFields } from './fields.ts';
import { shiftMonth, weeksOf } from './month.ts';
import { Proposals } from './proposals.tsx';
import { ReceptionForm } from './reception-form.tsx';

/** Ways to the other sheets of reception days. */
export function ReceptionTabs() {
  const { receptions: say } = useWords();
  return (
    <nav className="sheets" aria-label={say.sheets}>
      <NavLink to="/receptions" end>
        {say.title}
      </NavLink>
      <NavLink to="/reception-duty">{say.duty.title}</NavLink>
      <NavLink to="/reception-coverage">{say.coverage.title}</NavLink>
    </nav>
  );
}

/** The calendar of reception days, a month at a time; the month stands in the address. */
export function ReceptionsPage() {
  const { receptions: say } = useWords();
  const may = useMay();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [planning, setPlanning] = useState(false);
  usePageTitle(say.title);
  const month = search.get('month') ?? todayInShanghai(Date.now()).slice(0, 7);
  const weeks = weeksOf(month);
  const from = weeks[0]?.[0] ?? '';
  const to = weeks.at(-1)?.[6] ?? '';
  const query = useQuery({
    queryKey: ['reception-days', month],
    queryFn: ({ signal }) =>
      api.get<{ items: DayLine[] }>(`/reception-days${queryOf({ from, to })}`, { signal }),
  });
  const days = query.data?.items ?? [];
  const view = search.get('view') === 'list' ? 'list' : 'month';
  const show = (next: { readonly month?: string; readonly view?: string }) =>
    setSearch({ month, view, ...next });
  const other = view === 'list' ? 'month' : 'list';
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        {may('reception.plan') && (
          <Button type="primary" aria-expanded={planning} onClick={() => setPlanning(!planning)}>
            {say.plan}
          </Button>
        )}
      </div>
      <ReceptionTabs />
      {planning && (
        <section className="panel narrow-form" aria-label={say.plan}>
          <ReceptionForm
            fields={planFields}
            first={{ kind: 'open', way: 'in-person', from: '09:00', to: '12:00' }}
            label={say.plan}
            send={(input, key) => api.post<{ id: string }>('/reception-days', input, { key })}
            onLeave={() => setPlanning(false)}
            onDone={({ id }) => {
              void client.invalidateQueries({ queryKey: ['reception-days'] });
              void navigate(`/receptions/${id}`);
            }}
          />
        </section>
      )}
      <div className="row gap-below">
        <Button onClick={() => show({ month: shiftMonth(month, -1) })}>{say.before}</Button>
        <h2 aria-live="polite">{month}</h2>
        <Button onClick={() => show({ month: shiftMonth(month, 1) })}>{say.after}</Button>
        <Button onClick={() => show({ view: other })}>{say.view[other]}</Button>
      </div>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting lines={8} />}
      {query.isSuccess && view === 'month' && <MonthSheet {...{ month, weeks, days }} />}
      {query.isSuccess && view === 'list' && (
        <DayList days={days.filter(({ on }) => on.startsWith(month))} />
      )}
      {query.isSuccess && days.length === 0 && (
        <p className="quiet">{fill(say.empty, { month })}</p>
      )}
      {may('reception.plan') && <Proposals />}
    </>
  );
}

/** A month, a week in each line. */
function MonthSheet(props: {
  readonly month: string;
  readonly weeks: readonly (readonly string[])[];
  readonly days: readonly DayLine[];
}) {
  const { receptions: say } = useWords();
  const { month, weeks, days } = props;
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={say.title}>
      <table className="table month-sheet">
        <thead>
          <tr>
            {keysOf(say.weekday).map((each) => (
              <th key={each} scope="col">
                {say.weekday[each]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <span className={day.startsWith(month) ? 'figure' : 'figure quiet'}>
                    {Number(day.slice(8))}
                  </span>
                  {days
                    .filter(({ on }) => on === day)
                    .map((each) => (
                      <DayEntry key={each.id} day={each} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same month one day after the other, for a telephone and for paper. */
function DayList({ days }: { readonly days: readonly DayLine[] }) {
  const { receptions: say } = useWords();
  if (days.length === 0) return null;
  return (
    <PlainTable label={say.title} columns={say.list}>
      {days.map((day) => (
        <tr key={day.id}>
          <td className="figure">
            <Link to={`/receptions/${day.id}`}>
              {day.on} {day.from}–{day.to}
            </Link>
          </td>
          <td>{day.leaders.map(({ name, post }) => `${name}（${post}）`).join('、')}</td>
          <td>{[say.kind[day.kind], day.theme].filter(Boolean).join(' · ')}</td>
          <td>{day.place}</td>
          <td>{say.state[day.state]}</td>
        </tr>
      ))}
    </PlainTable>
  );
}

function DayEntry({ day }: { readonly day: DayLine }) {
  const { receptions: say } = useWords();
  return (
    <div className="month-entry">
      <Link to={`/receptions/${day.id}`}>
        {day.from} {day.leaders.map(({ name }) => name).join('、')}
      </Link>
      <span className="line-sub">
        {say.kind[day.kind]} · {say.state[day.state]}
      </span>
    </div>
  );
}
