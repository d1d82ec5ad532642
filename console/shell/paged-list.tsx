import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { api, queryOf } from './api.ts';
import { ListState, ListTable } from './list-table.tsx';
import { useWords } from './words-context.tsx';

interface Page<Line> {
  readonly items: readonly Line[];
  readonly next: string | null;
}

/** A list of the server, page by page; what was loaded stays for the way back. */
export function usePagedList<Line, Whole extends Page<Line> = Page<Line>>(
  path: string,
  asked: Readonly<Record<string, string>>,
) {
  const query = useInfiniteQuery({
    queryKey: ['list', path, asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<Whole>(`${path}${queryOf({ ...asked, after: pageParam })}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const pages = query.data?.pages ?? [];
  return { query, first: pages[0], items: pages.flatMap(({ items }) => items) };
}

/** The same as a table, with what stands in its place, and the button for more. */
export function PagedTable<Line>(props: {
  readonly list: ReturnType<typeof usePagedList<Line>>;
  readonly label: string;
  readonly say: {
    readonly empty: string;
    readonly emptyHelp: string;
    readonly column: Readonly<Record<string, string>>;
  };
  /** One `tr` for each line that was loaded. */
  readonly children: ReactNode;
}) {
  const { shell } = useWords();
  const { query, items } = props.list;
  return (
    <>
      <ListState query={query} count={items.length} say={props.say} />
      {items.length > 0 && (
        <ListTable label={props.label} columns={props.say.column}>
          {props.children}
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

/**
 * What is filtered stands in the address, so that it can be sent and comes back.
 * @returns what is asked, the value of each name, and how to change one; empty leaves it out
 */
export function useFilters<Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams();
  const asked = Object.fromEntries(names.map((name) => [name, params.get(name) ?? ''])) as Readonly<
    Record<Name, string>
  >;
  const set = (name: Name) => (value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return { asked, set };
}
