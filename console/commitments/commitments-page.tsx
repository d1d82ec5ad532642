import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { CommitmentPage } from '../../src/capabilities/commitments/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api, queryOf } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { ListState, ListTable } from '../shell/list-table.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { useUnits } from '../shell/reference-data.ts';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { DueMark } from './due.tsx';

const filters = ['whose', 'status', 'source', 'unit'] as const;
type Filter = (typeof filters)[number];

/** Everything that somebody owes, by the day promised; what is filtered stands in the address. */
export function CommitmentsPage() {
  const { commitments: say, shell } = useWords();
  usePageTitle(say.title);
  const [params, setParams] = useSearchParams();
  const units = useUnits();
  const asked = {
    ...Object.fromEntries(filters.map((name) => [name, params.get(name) ?? ''])),
    whose: params.get('whose') ?? 'unit',
  };
  const query = useInfiniteQuery({
    queryKey: ['list', 'commitments', asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<CommitmentPage>(`/commitments${queryOf({ ...asked, after: pageParam })}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const set = (name: Filter) => (value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const options = <K extends string>(words: Readonly<Record<K, string>>) =>
    keysOf(words).map((value) => ({ value, label: words[value] }));
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        {query.data?.pages[0]?.mayMake === true && (
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
          value={asked.whose}
          options={options(say.whose)}
          onChange={set('whose')}
        />
        <Choice
          compact
          label={say.column.status}
          empty={say.any}
          value={params.get('status') ?? ''}
          options={options(say.statusFilter)}
          onChange={set('status')}
        />
        <Choice
          compact
          label={say.column.source}
          empty={say.any}
          value={params.get('source') ?? ''}
          options={options(say.source)}
          onChange={set('source')}
        />
        <Choice
          compact
          label={say.column.unit}
          empty={say.any}
          value={params.get('unit') ?? ''}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={set('unit')}
        />
      </div>
      <ListState query={query} count={items.length} say={say} />
      {items.length > 0 && (
        <ListTable label={say.title} columns={say.column}>
          {items.map((promise) => (
            <tr key={promise.id}>
              <td>
                <DueMark promise={promise} />
              </td>
              <td>
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
        </ListTable>
      )}
      {query.hasNextPage && (
        <p>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {shell.action.loadMore}
          </Button>
        </p>
      )}
    </>
  );
}
