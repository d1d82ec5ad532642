import { Link } from 'react-router';
import type { CommitmentLine, CommitmentPage } from '../../src/capabilities/commitments/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { Choice } from '../shell/choice.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useUnits } from '../shell/reference-data.ts';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { DueMark } from './due.tsx';

const filters = ['whose', 'status', 'source', 'unit'] as const;

/** Everything that somebody owes, by the day promised; what is filtered stands in the address. */
export function CommitmentsPage() {
  const { commitments: say } = useWords();
  usePageTitle(say.title);
  const { asked, set } = useFilters(filters);
  const units = useUnits();
  const whose = asked.whose === '' ? 'unit' : asked.whose;
  const list = usePagedList<CommitmentLine, CommitmentPage>('/commitments', { ...asked, whose });
  const options = <K extends string>(words: Readonly<Record<K, string>>) =>
    keysOf(words).map((value) => ({ value, label: words[value] }));
  const choices = [
    { name: 'status', options: options(say.statusFilter) },
    { name: 'source', options: options(say.source) },
    { name: 'unit', options: units.map(({ id, name }) => ({ value: id, label: name })) },
  ] as const;
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        {list.first?.mayMake === true && (
          <nav className="head-links" aria-label={say.title}>
            <Link to="/commitments/new">{say.make}</Link>
          </nav>
        )}
      </div>
      <p className="quiet">{say.intro}</p>
      <div className="filters" role="search" aria-label={say.filter}>
        <Choice
          compact
          label={say.whoseLabel}
          value={whose}
          options={options(say.whose)}
          onChange={set('whose')}
        />
        {choices.map(({ name, options: offered }) => (
          <Choice
            key={name}
            compact
            label={say.column[name]}
            empty={say.any}
            value={asked[name]}
            options={offered}
            onChange={set(name)}
          />
        ))}
      </div>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((promise) => (
          <tr key={promise.id}>
            <td>
              <DueMark promise={promise} />
            </td>
            <td className="long-words">
              <Link to={`/commitments/${promise.id}`}>{promise.text}</Link>
              {promise.published && <span className="tag">{say.published}</span>}
            </td>
            <td>{say.status[promise.status]}</td>
            <td>{say.source[promise.source]}</td>
            <td>{promise.unit.name}</td>
            <td>{promise.responsible}</td>
            <td className="figure">
              {promise.petition !== null && (
                <Link to={`/petitions/${promise.petition.id}`}>
                  {displayPetitionNumber(promise.petition.number)}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </PagedTable>
    </>
  );
}
