import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, queryOf } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { wordFor } from '../words/words.ts';

interface Look {
  readonly id: string;
  readonly at: number;
  readonly who: string;
  readonly unit: string;
  readonly what: string;
  readonly petition: string;
  readonly unnamed: 'accusation' | 'nothing-found' | 'reception' | null;
}

interface Looks {
  readonly items: readonly Look[];
  readonly next: string | null;
}

const columns = ['at', 'who', 'unit', 'what', 'petition'] as const;

/** L-4: who saw whom, when and why. */
export function AccessLogPage() {
  const { organisation, shell } = useWords();
  const { accessLog: say } = organisation;
  usePageTitle(say.title);
  const query = useInfiniteQuery({
    queryKey: ['access-log'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<Looks>(`/access-log${queryOf({ after: pageParam })}`, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const cell = (look: Look, column: (typeof columns)[number]) => {
    if (column === 'at') return formatMoment(look.at);
    if (column === 'petition' && look.unnamed !== null) {
      return <span className="quiet">{say.unnamed[look.unnamed]}</span>;
    }
    return column === 'what' ? wordFor(say.looks, look.what) : look[column];
  };
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <p className="quiet">{say.intro}</p>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting lines={8} />}
      {query.isSuccess && items.length === 0 && (
        <div className="empty panel">
          <p className="empty-title">{say.empty}</p>
          <p>{say.emptyHelp}</p>
        </div>
      )}
      {items.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={say.title}>
          <table className="table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {say[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((look) => (
                <tr key={look.id}>
                  {columns.map((column) => (
                    <td key={column} className={column === 'at' ? 'nowrap' : ''}>
                      {cell(look, column)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()}>{shell.action.loadMore}</Button>
      )}
    </>
  );
}
