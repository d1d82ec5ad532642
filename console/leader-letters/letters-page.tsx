import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { LetterPage } from '../../src/capabilities/leader-letters/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api, queryOf } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { formatMoment } from '../shell/format.ts';
import { ListState, ListTable } from '../shell/list-table.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';

/** What lies before the leader, or before the head of a unit, newest first. */
export function LettersPage() {
  const { letters: say, shell } = useWords();
  usePageTitle(say.title);
  const [params, setParams] = useSearchParams();
  const status = params.get('status') ?? '';
  const query = useInfiniteQuery({
    queryKey: ['list', 'letters', status],
    queryFn: ({ pageParam, signal }) =>
      api.get<LetterPage>(`/letters${queryOf({ status, after: pageParam })}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <p className="quiet">{say.intro}</p>
      <div className="filters" role="search" aria-label={say.title}>
        <Choice
          compact
          label={say.column.status}
          empty={say.any}
          value={status}
          options={keysOf(say.status).map((value) => ({ value, label: say.status[value] }))}
          onChange={(value) => setParams(value === '' ? {} : { status: value }, { replace: true })}
        />
      </div>
      <ListState query={query} count={items.length} say={say} />
      {items.length > 0 && (
        <ListTable label={say.title} columns={say.column}>
          {items.map((letter) => (
            <tr key={letter.id}>
              <td className="figure">{displayPetitionNumber(letter.petition.number)}</td>
              <td>
                <Link to={`/letters/${letter.id}`}>{letter.petition.title}</Link>
              </td>
              <td>{say.status[letter.status]}</td>
              <td className="figure">{formatMoment(letter.laidAt)}</td>
              <td>{letter.holder.name}</td>
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
