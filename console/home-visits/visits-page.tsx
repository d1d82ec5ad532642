import { Link } from 'react-router';
import type { VisitLine } from '../../src/capabilities/case-sponsorship/visits/view.ts';
import { Choice } from '../shell/choice.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useUnits } from '../shell/reference-data.ts';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';

/** Home visits, the latest day first; the way out of the office stands on top. */
export function VisitsPage() {
  const { visits: say, festivalVisits } = useWords();
  usePageTitle(say.title);
  const may = useMay();
  const units = useUnits();
  const { asked, set } = useFilters(['day', 'status', 'unit'] as const);
  const list = usePagedList<VisitLine>('/home-visits', asked);
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <nav className="head-links" aria-label={say.title}>
          <Link to="/festival-visits">{festivalVisits.title}</Link>
          {may('visit.record') && <a href="/console/field/visits">{say.takeAlong}</a>}
        </nav>
      </div>
      <p className="quiet">{say.intro}</p>
      <div className="filters gap-top" role="search" aria-label={say.title}>
        <label className="filter">
          {say.filter.day}{' '}
          <input
            type="date"
            aria-label={say.filter.day}
            value={asked.day ?? ''}
            onChange={({ target }) => set('day')(target.value)}
          />
        </label>
        <Choice
          compact
          label={say.filter.status}
          empty={say.any}
          value={asked.status}
          options={keysOf(say.status).map((value) => ({ value, label: say.status[value] }))}
          onChange={set('status')}
        />
        <Choice
          compact
          label={say.filter.unit}
          empty={say.any}
          value={asked.unit}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={set('unit')}
        />
      </div>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((line) => (
          <tr key={line.id}>
            <td className="figure">
              {line.day} {line.time ?? ''}
            </td>
            <td>
              <Link to={`/visits/${line.id}`}>{line.whom}</Link>
            </td>
            <td className="long-words">
              <Link to={`/petitions/${line.petition.id}`}>{line.petition.title}</Link>
            </td>
            <td>{line.unit.name}</td>
            <td>{line.visitors.map(({ name }) => name).join('、')}</td>
            <td>{say.status[line.status]}</td>
          </tr>
        ))}
      </PagedTable>
    </>
  );
}
