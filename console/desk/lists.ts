import { useInfiniteQuery } from '@tanstack/react-query';
import type { Page, PetitionLine } from '../../src/capabilities/petitions/view.ts';
import { api, queryOf } from '../shell/api.ts';

/** The three lists of petitions that the server keeps. */
export type ListName = 'desk' | 'petitions' | 'search';

export type ListQuery = Readonly<Record<string, string>>;

/** A list, page by page; what was loaded stays for the way back. */
export function usePetitionList(list: ListName, query: ListQuery, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['list', list, query],
    enabled,
    initialPageParam: '',
    gcTime: 30 * 60_000,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<PetitionLine>>(`/${list}${queryOf({ ...query, after: pageParam, limit: 50 })}`, {
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** The filters that a list takes, from the address bar. */
export function queryFrom(params: URLSearchParams, names: readonly string[]): ListQuery {
  const pairs = names.flatMap((name) => {
    const value = params.get(name);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}
