import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  MeasureEntry,
  OpenMonth,
  SavedTable,
  Table,
} from '../../src/capabilities/statistics/contract.ts';
import type { PetitionLine } from '../../src/capabilities/petitions/view.ts';
import { api, queryOf } from '../shell/api.ts';
import type { Asked } from './address.ts';

const minute = 60_000;

/** The catalogue of measures; it changes with a new version of the program only. */
export function useMeasures() {
  return useQuery({
    queryKey: ['statistics', 'measures'],
    queryFn: async ({ signal }) =>
      (await api.get<{ items: MeasureEntry[] }>('/measures', { signal })).items,
    staleTime: 60 * minute,
  });
}

/** A table; the one before stays on the page until the next has come. */
export function useTable(
  query: Asked,
  options: { readonly enabled?: boolean; readonly refreshEvery?: number } = {},
) {
  return useQuery({
    queryKey: ['statistics', 'table', query],
    queryFn: ({ signal }) => api.get<Table>(`/statistics/table${queryOf(query)}`, { signal }),
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
    staleTime: minute / 2,
    ...(options.refreshEvery === undefined ? {} : { refetchInterval: options.refreshEvery }),
  });
}

/** What is published of the reader's place, newest month first; it changes once a month. */
export function useOpenMonths() {
  return useQuery({
    queryKey: ['statistics', 'open-months'],
    queryFn: async ({ signal }) =>
      (await api.get<{ items: OpenMonth[] }>('/statistics/open-months', { signal })).items,
    refetchInterval: 60 * minute,
  });
}

export interface BehindPage {
  readonly items: readonly {
    readonly day: string;
    readonly petition: PetitionLine | null;
    /** What counts without a petition, such as a reception day. */
    readonly record: { readonly kind: string; readonly id: string } | null;
  }[];
  readonly next: string | null;
}

/** The matters behind a number, page by page. */
export function useBehind(query: Asked) {
  return useInfiniteQuery({
    queryKey: ['statistics', 'behind', query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<BehindPage>(`/statistics/behind${queryOf({ ...query, after: pageParam })}`, {
        signal,
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export const savedTablesKey = ['statistics', 'saved-tables'] as const;

/** Tables that the reader keeps. */
export function useSavedTables() {
  return useQuery({
    queryKey: savedTablesKey,
    queryFn: async ({ signal }) =>
      (await api.get<{ items: SavedTable[] }>('/statistics/saved-tables', { signal })).items,
  });
}
