import { Link } from 'react-router';
import type { LettersLine } from '../../src/capabilities/supervision/letters/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { Choice } from '../shell/choice.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useUnits } from '../shell/reference-data.ts';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { DueDay } from './letters-due.tsx';
import { SupervisionTabs } from './tabs.tsx';

/** Letters of supervision: those that wait for my unit, or all that I see. */
export function LettersListPage() {
  const { supervisionLetters: say } = useWords();
  usePageTitle(say.title);
  const units = useUnits();
  const may = useMay();
  const { asked, set } = useFilters(['whose', 'status', 'unit'] as const);
  const whose = asked.whose === '' ? 'all' : asked.whose;
  const list = usePagedList<LettersLine>('/supervision/letters', { ...asked, whose });
  const options = <K extends string>(words: Readonly<Record<K, string>>) =>
    keysOf(words).map((value) => ({ value, label: words[value] }));
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <SupervisionTabs />
      </div>
      <p className="quiet">
        {say.intro}{' '}
        {may('three-letters.administer') && (
          <Link to="/supervision/letters/settings">{say.settings.title}</Link>
        )}
      </p>
      <div className="filters" role="search" aria-label={say.filter}>
        <Choice
          compact
          label={say.whoseLabel}
          value={whose}
          options={options(say.whose)}
          onChange={set('whose')}
        />
        <Choice
          compact
          label={say.column.status}
          empty={say.any}
          value={asked.status}
          options={options(say.status)}
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
              <Link to={`/supervision/letters/${line.id}`}>{line.name}</Link>
            </td>
            <td>{say.status[line.status]}</td>
            <td>{line.unit.name}</td>
            <td>
              <DueDay due={line.due} />
            </td>
            <td className="long-words">{line.petition.title}</td>
            <td className="figure">{displayPetitionNumber(line.petition.number)}</td>
          </tr>
        ))}
      </PagedTable>
    </>
  );
}
