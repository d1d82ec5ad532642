import { Button } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useKeys } from '../shell/use-keys.ts';
import { useMay } from '../shell/session.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { Filters, type FilterName } from './filters.tsx';
import { addressOf, keyOf } from './line-place.ts';
import { LinesTable } from './lines-table.tsx';
import { usePetitionList, queryFrom, type ListName } from './lists.ts';
import { ReadingPane } from './reading-pane.tsx';
import { SavedSearches } from './saved-searches.tsx';

const ExportDialog = lazy(async () => ({
  default: (await import('./export-dialog.tsx')).ExportDialog,
}));
const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.tsx')).BulkDialog }));

/** A list with its filters in the address bar and a reading pane beside it. */
export function ListPage(props: {
  readonly list: ListName;
  readonly title: string;
  readonly filters: readonly FilterName[];
  /** Filters that the head sets. */
  readonly chips?: readonly FilterName[];
  readonly head?: ReactNode;
  readonly empty: { readonly title: string; readonly help: string };
  /** A search waits for its words. */
  readonly enabled?: boolean;
}) {
  const { desk, shell } = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<'export' | 'bulk' | null>(null);
  const names = [...props.filters, ...(props.chips ?? [])];
  const query = queryFrom(params, [...names, 'sort']);
  const pages = usePetitionList(props.list, query, props.enabled ?? true);
  const lines = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const selected = params.get('sel');

  // The address follows a moment later; the next key must not wait for it.
  const current = useRef(selected);
  useEffect(() => {
    current.current = selected;
  }, [selected]);
  const select = (id: string) => {
    current.current = id;
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('sel', id);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  const move = (step: number) => {
    const at = lines.findIndex((line) => keyOf(line) === current.current);
    const next = lines[Math.min(Math.max(at + step, 0), lines.length - 1)];
    if (next === undefined) return;
    select(keyOf(next));
    document.querySelector(`#line-${keyOf(next)}`)?.scrollIntoView({ block: 'nearest' });
    if (at + step >= lines.length - 5 && pages.hasNextPage && !pages.isFetching) {
      void pages.fetchNextPage();
    }
  };
  const toggle = (id: string) =>
    setPicked((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => {
      const line = lines.find((each) => keyOf(each) === current.current);
      if (line !== undefined) void navigate(addressOf(line));
      else if (current.current !== null) void navigate(`/petitions/${current.current}`);
    },
    x: () => {
      if (current.current !== null) toggle(current.current);
    },
    Escape: () => setPicked(new Set()),
  });

  const filtered = Object.keys(query).some((name) => name !== 'sort' && name !== 'q');
  const shown = lines.find((line) => keyOf(line) === selected);
  const chosen = lines.filter((line) => picked.has(keyOf(line)));
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{props.title}</h1>
        <div className="row">
          <SavedSearches list={props.list} />
          {may('petition.export') && (
            <Button onClick={() => setDialog('export')}>{desk.export.action}</Button>
          )}
        </div>
      </div>
      {props.head}
      <Filters list={props.list} names={props.filters} active={Object.keys(query).length > 0} />
      <div className="split">
        <section className="split-list" aria-label={desk.list} aria-busy={pages.isFetching}>
          {chosen.length > 0 && (
            <div className="bulk-bar" role="status">
              <span>{fill(desk.selected, { count: chosen.length })}</span>
              <Button size="small" type="primary" onClick={() => setDialog('bulk')}>
                {desk.bulk.action}
              </Button>
              <Button size="small" onClick={() => setPicked(new Set())}>
                {desk.clearSelection}
              </Button>
            </div>
          )}
          {pages.isError && (
            <ProblemNote error={pages.error} onRetry={() => void pages.refetch()} />
          )}
          {pages.isPending && (props.enabled ?? true) && <Waiting lines={12} />}
          {pages.data !== undefined && lines.length === 0 && (
            <div className="empty">
              <p className="empty-title">{filtered ? desk.emptyFiltered : props.empty.title}</p>
              <p>{filtered ? desk.emptyFilteredHelp : props.empty.help}</p>
            </div>
          )}
          {lines.length > 0 && (
            <LinesTable
              lines={lines}
              selected={selected}
              picked={picked}
              onSelect={select}
              onToggle={toggle}
              onPickAll={(all) => setPicked(all ? new Set(lines.map(keyOf)) : new Set())}
            />
          )}
          {lines.length > 0 && (
            <div className="list-foot">
              <span role="status">{fill(desk.found, { count: lines.length })}</span>
              {pages.hasNextPage ? (
                <Button
                  size="small"
                  loading={pages.isFetchingNextPage}
                  onClick={() => void pages.fetchNextPage()}
                >
                  {shell.action.loadMore}
                </Button>
              ) : (
                <span className="quiet">{desk.end}</span>
              )}
            </div>
          )}
        </section>
        <ReadingPane
          id={shown?.id ?? selected}
          record={shown === undefined || shown.case === null ? null : addressOf(shown)}
        />
      </div>
      <Suspense fallback={null}>
        {dialog === 'export' && (
          <ExportDialog list={props.list} query={query} onClose={() => setDialog(null)} />
        )}
        {dialog === 'bulk' && (
          <BulkDialog
            lines={chosen.filter((line) => line.case === null)}
            onClose={() => setDialog(null)}
          />
        )}
      </Suspense>
    </div>
  );
}
