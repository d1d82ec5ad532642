import { Link } from 'react-router';
import type {
  BacklogLine,
  BacklogPage as Ledger,
} from '../../src/capabilities/case-sponsorship/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { Choice } from '../shell/choice.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useCategories, useRegions, useUnits } from '../shell/reference-data.ts';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';
import { ImportList } from './import-list.tsx';

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** The backlog ledger: which cases, under whom, how far, and how far each batch is. */
export function BacklogPage() {
  const { backlog: say } = useWords();
  usePageTitle(say.title);
  const may = useMay();
  const units = useUnits();
  const regions = useRegions();
  const topics = useCategories();
  const { asked, set } = useFilters(['batch', 'status', 'region', 'unit', 'topic'] as const);
  const list = usePagedList<BacklogLine, Ledger>('/backlog', asked);
  const { batches = [], target = 0 } = list.first ?? {};
  const choices = [
    {
      name: 'batch',
      options: batches.map(({ batch }) => ({ value: batch.id, label: batch.name })),
    },
    {
      name: 'status',
      options: keysOf(say.status).map((value) => ({ value, label: say.status[value] })),
    },
    { name: 'region', options: regions.map(({ code, name }) => ({ value: code, label: name })) },
    { name: 'unit', options: units.map(({ id, name }) => ({ value: id, label: name })) },
    {
      name: 'topic',
      options: topics
        .filter(({ level }) => level < 3)
        .map(({ code, name }) => ({ value: code, label: name })),
    },
  ] as const;
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <nav className="head-links" aria-label={say.title}>
          {(['region', 'unit', 'topic'] as const).map((rows) => (
            <Link key={rows} to={`/statistics/table?measures=backlog-resolution&rows=${rows}`}>
              {say.by[rows]}
            </Link>
          ))}
        </nav>
      </div>
      <p className="quiet">{say.intro}</p>
      {batches.length > 0 && (
        <ul className="plain-list" aria-label={say.column.batch}>
          {batches.map(({ batch, all, closed }) => (
            <li key={batch.id}>
              {fill(closed >= all * target ? say.reached : say.behind, {
                batch: batch.name,
                closed,
                all,
                share: percent(all === 0 ? 0 : closed / all),
                target: percent(target),
              })}
            </li>
          ))}
        </ul>
      )}
      {may('backlog.assign') && <ImportList />}
      <div className="filters gap-top" role="search" aria-label={say.title}>
        {choices.map(({ name, options }) => (
          <Choice
            key={name}
            compact
            label={say.filter[name]}
            empty={say.any}
            value={asked[name]}
            options={options}
            onChange={set(name)}
          />
        ))}
      </div>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((line) => (
          <tr key={line.id}>
            <td>{line.batch.name}</td>
            <td className="long-words">
              <Link to={`/backlog/${line.id}`}>{line.petition.title}</Link>
            </td>
            <td className="figure">{displayPetitionNumber(line.petition.number)}</td>
            <td>{line.unit.name}</td>
            <td>{line.leader}</td>
            <td>{say.status[line.status]}</td>
            <td>
              <span className="figure">{line.dueDate}</span>{' '}
              {line.overdue && <span className="tag">{say.overdue}</span>}
            </td>
          </tr>
        ))}
      </PagedTable>
    </>
  );
}
