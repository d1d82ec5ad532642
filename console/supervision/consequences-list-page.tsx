import { Link } from 'react-router';
import type { ConsequenceLine } from '../../src/capabilities/supervision/consequences/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { Choice } from '../shell/choice.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useUnits } from '../shell/reference-data.ts';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { DueDay } from './letters-due.tsx';
import { SupervisionTabs } from './tabs.tsx';

/** Interviews, circulated notices, warnings and listings that I see. */
export function ConsequencesListPage() {
  const { consequences: say } = useWords();
  usePageTitle(say.title);
  const units = useUnits();
  const { asked, set } = useFilters(['status', 'unit'] as const);
  const list = usePagedList<ConsequenceLine>('/supervision/consequences', asked);
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <SupervisionTabs />
      </div>
      <p className="quiet">{say.intro}</p>
      <div className="filters" role="search" aria-label={say.title}>
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
      </div>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((line) => (
          <tr key={line.id}>
            <td>
              <Link to={`/supervision/consequences/${line.id}`}>{say.kind[line.kind]}</Link>
            </td>
            <td>
              {line.unit.name}
              {line.post !== null && ` ${line.post}`}
            </td>
            <td>{say.status[line.status]}</td>
            <td>
              <DueDay due={line.due} />
            </td>
            <td className="figure">{displayPetitionNumber(line.petition.number)}</td>
          </tr>
        ))}
      </PagedTable>
    </>
  );
}
