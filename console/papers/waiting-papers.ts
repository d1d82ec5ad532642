import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PaperView, PetitionLine } from '../../src/capabilities/petitions/view.ts';
import { api, queryOf } from '../shell/api.ts';
import type { Words } from '../words/words.ts';

export type Step = keyof Words['papers']['step'];

/** A paper on which the step is mine, and its petition. */
export interface Waits {
  readonly petition: PetitionLine;
  readonly paper: PaperView;
}

interface Answer {
  readonly items: readonly Waits[];
  readonly next: string | null;
}

/** Papers by the due moment of their petitions, page by page. */
export function useWaitingPapers(step: Step) {
  const query = useInfiniteQuery({
    queryKey: ['list', 'papers', step],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<Answer>(`/papers${queryOf({ step, after: pageParam })}`, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  const isEmpty = data?.pages.every((page) => page.items.length === 0) === true;
  // A page may hold only papers that are somebody else's to step on.
  useEffect(() => {
    if (isEmpty && hasNextPage && !isFetching) void fetchNextPage();
  }, [isEmpty, hasNextPage, isFetching, fetchNextPage]);
  return query;
}
