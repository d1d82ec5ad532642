import { Link } from 'react-router';
import type {
  SponsoredLine,
  SponsoredPage as Ledger,
} from '../../src/capabilities/case-sponsorship/sponsored/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { queryOf } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useRegions, useUnits } from '../shell/reference-data.ts';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';
import { optionsOf, usePeople } from './people.ts';

const filters = ['mine', 'status', 'region', 'leader', 'unit', 'overdue'] as const;

/** The ledger of cases under a leader with the posts around each (S-1, S-2). */
export function SponsoredPage() {
  const { sponsored: say } = useWords();
  usePageTitle(say.title);
  const may = useMay();
  const units = useUnits();
  const regions = useRegions();
  const people = usePeople();
  const { asked, set } = useFilters(filters);
  const list = usePagedList<SponsoredLine, Ledger>('/sponsored-cases', asked);
  const choices = {
    mine: [{ value: '1', label: say.mineOnly }],
    status: keysOf(say.status).map((value) => ({ value, label: say.status[value] })),
    region: regions.map(({ code, name }) => ({ value: code, label: name })),
    leader: optionsOf(people, true),
    unit: units.map(({ id, name }) => ({ value: id, label: name })),
    overdue: [{ value: '1', label: say.overdueOnly }],
  };
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <nav className="head-links" aria-label={say.title}>
          <a href={`/api/v1/sponsored-cases.xlsx${queryOf(asked)}`}>{say.sheet}</a>
          {may('statistics.read') && (
            <Link to="/statistics/table?measures=sponsored-resolution&rows=unit">{say.rate}</Link>
          )}
          <Link to="/sponsored/posts">{say.postsLink}</Link>
        </nav>
      </div>
      <p className="quiet">{say.intro}</p>
      <div className="filters gap-top" role="search" aria-label={say.title}>
        {filters.map((name) => (
          <Choice
            key={name}
            compact
            label={say.filter[name]}
            empty={say.any}
            value={asked[name]}
            options={choices[name]}
            onChange={set(name)}
          />
        ))}
      </div>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((line) => (
          <Row key={line.id} line={line} />
        ))}
      </PagedTable>
    </>
  );
}

function Row({ line }: { readonly line: SponsoredLine }) {
  const { sponsored: say } = useWords();
  const done = line.posts.filter(({ status }) => status === 'accepted').length;
  return (
    <tr>
      <td className="long-words">
        <Link to={`/sponsored/${line.id}`}>{line.petition.title}</Link>
      </td>
      <td className="figure">{displayPetitionNumber(line.petition.number)}</td>
      <td>
        {line.leader.name}
        {line.leaderLeft && <span className="tag">{say.leaderLeft}</span>}
      </td>
      <td>{line.unit.name}</td>
      <td>
        {say.status[line.status]}
        {line.result !== null && ` · ${say.result[line.result]}`}
      </td>
      <td>
        <span className="figure">{line.next?.date}</span>{' '}
        {line.overdue && <span className="tag">{say.overdue}</span>}
      </td>
      <td className="figure">
        {line.posts.length === 0 ? '' : fill(say.done, { done, all: line.posts.length })}
      </td>
    </tr>
  );
}
