import { Link } from 'react-router';
import type { ItemLine, ItemPage } from '../../src/capabilities/supervision/must-checks/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { Choice } from '../shell/choice.tsx';
import { formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useUnits } from '../shell/reference-data.ts';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { SupervisionTabs } from './tabs.tsx';

const filters = ['side', 'check', 'status', 'unit', 'overdue'] as const;

const options = <K extends string>(words: Readonly<Record<K, string>>) =>
  keysOf(words).map((value) => ({ value, label: words[value] }));

/** Supervision items of the office or of the unit; what is filtered stands in the address. */
export function SupervisionItemsPage() {
  const { supervision: say } = useWords();
  usePageTitle(say.title);
  const may = useMay();
  const units = useUnits();
  const { asked, set } = useFilters(filters);
  const own = may('supervision.verify') ? 'office' : 'unit';
  const side = asked.side === '' ? own : asked.side;
  const list = usePagedList<ItemLine, ItemPage>('/supervision-items', { ...asked, side });
  const choices = [
    { name: 'check', offered: options(say.check) },
    { name: 'status', offered: options(say.statusFilter) },
    { name: 'unit', offered: units.map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'overdue', offered: options(say.overdueFilter) },
  ] as const;
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <SupervisionTabs />
        {list.first?.mayOrder === true && <Link to="/supervision/items/new">{say.order}</Link>}
      </div>
      <p className="quiet">{say.intro}</p>
      <div className="filters" role="search" aria-label={say.title}>
        <Choice
          compact
          label={say.sideLabel}
          value={side}
          options={options(say.side)}
          onChange={set('side')}
        />
        {choices.map(({ name, offered }) => (
          <Choice
            key={name}
            compact
            label={say.filter[name]}
            empty={say.any}
            value={asked[name]}
            options={offered}
            onChange={set(name)}
          />
        ))}
      </div>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((line) => (
          <tr key={line.id}>
            <td>{say.check[line.check]}</td>
            <td className="long-words">
              <Link to={`/supervision/items/${line.id}`}>
                {line.petition === null
                  ? `${say.unitAsWhole}：${line.unit.name}`
                  : line.petition.title}
              </Link>
              {line.petition !== null && (
                <span className="quiet figure"> {displayPetitionNumber(line.petition.number)}</span>
              )}
            </td>
            <td>{line.unit.name}</td>
            <td>{say.status[line.status]}</td>
            <td className="figure">{formatMoment(line.raisedAt)}</td>
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
