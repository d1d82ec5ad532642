import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from './api.ts';
import { usePageTitle } from './page-title.ts';
import { ProblemNote } from './problem-note.tsx';
import { Waiting } from './waiting.tsx';

/** The page of one record: its fault, the wait for it, or what `children` make of it. */
export function OpenedRecord<View>(props: {
  readonly queryKey: readonly string[];
  readonly path: string;
  /** Of the page while there is nothing to call it by. */
  readonly title: string;
  readonly titleOf: (view: View) => string;
  readonly children: (view: View) => ReactNode;
}) {
  const query = useQuery({
    queryKey: props.queryKey,
    queryFn: ({ signal }) => api.get<View>(props.path, { signal }),
  });
  const { data } = query;
  usePageTitle(data === undefined ? props.title : props.titleOf(data));
  if (query.isError) {
    return (
      <>
        <h1 className="unseen">{props.title}</h1>
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }
  return data === undefined ? <Waiting lines={12} /> : props.children(data);
}
