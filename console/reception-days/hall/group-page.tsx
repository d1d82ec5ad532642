import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, useParams } from 'react-router';
import type { GroupView } from '../../../src/capabilities/reception-days/hall/view.ts';
import { api } from '../../shell/api.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import { AwayNote } from './away-note.tsx';
import { CalledPanel } from './called-panel.tsx';
import { onePress } from './one-press.ts';
import { TalkPanel } from './talk-panel.tsx';
import { groupKey, useGroupWork } from './use-hall-step.ts';
import { useLive } from './use-live.ts';

/**
 * Each step takes away the button that was pressed. Whoever works by keyboard goes on at the table
 * and not at the top of the page.
 * @param step changes with each step; null until the table is known
 */
function useKeptFocus(step: string | null) {
  const table = useRef<HTMLDivElement>(null);
  const before = useRef<string | null>(null);
  useEffect(() => {
    const isChanged = before.current !== null && before.current !== step;
    before.current = step;
    if (isChanged && document.activeElement === document.body) {
      table.current?.focus({ preventScroll: true });
    }
  }, [step]);
  return table;
}

/** One table, for its people and for the leader's tablet: whom it hears, and what comes of it. */
export function GroupPage() {
  const { dayId = '', groupId = '' } = useParams();
  const { hall: say } = useWords();
  const query = useQuery({
    queryKey: groupKey(dayId, groupId),
    queryFn: ({ signal }) =>
      api.get<GroupView>(`/reception-days/${dayId}/groups/${groupId}`, { signal }),
  });
  const standing = useLive(
    `/reception-days/${dayId}/live?group=${groupId}`,
    groupKey(dayId, groupId),
  );
  const work = useGroupWork(dayId, groupId);
  const view = query.data;
  const table = useKeptFocus(
    view === undefined
      ? null
      : `${view.current?.id ?? ''} ${view.current?.stage ?? ''} ${view.group.open}`,
  );
  usePageTitle(view?.group.label ?? say.table.title);
  const open = (type: 'openGroup' | 'restGroup') =>
    work.mutate({ path: '/hall/steps', body: { step: { type, input: { groupId } } } });
  return (
    <>
      <div className="page-head no-print">
        <h1>
          {view === undefined ? say.table.title : `${view.group.label} · ${view.group.place}`}
        </h1>
        <Link className="secondary-link" to={`/halls/${dayId}`}>
          {say.overview}
        </Link>
      </div>
      {query.isError && view === undefined && (
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      )}
      {view !== undefined && (
        <div ref={table} tabIndex={-1} className="stack kept-focus" onClickCapture={onePress}>
          <AwayNote standing={standing} />
          {work.isError && <ProblemNote error={work.error} />}
          {view.current === null && (
            <section className="panel">
              <p>
                {view.group.open
                  ? fill(say.table.waiting, { count: view.waitingForUs })
                  : say.table.resting}
              </p>
              <div className="row">
                {view.group.open && (
                  <Button
                    type="primary"
                    size="large"
                    loading={work.isPending}
                    onClick={() => work.mutate({ path: `/groups/${groupId}/next`, body: {} })}
                  >
                    {say.table.next}
                  </Button>
                )}
                <Button onClick={() => open(view.group.open ? 'restGroup' : 'openGroup')}>
                  {view.group.open ? say.groups.rest : say.groups.open}
                </Button>
              </div>
            </section>
          )}
          {view.current?.stage === 'called' && (
            <CalledPanel
              view={view}
              ticket={view.current}
              busy={work.isPending}
              onStep={(type, input) =>
                work.mutate({
                  path: `/tickets/${view.current?.id ?? ''}/steps`,
                  body: { step: { type, input } },
                })
              }
            />
          )}
          {view.current?.stage === 'talking' && (
            <TalkPanel view={view} ticket={view.current} key={view.current.id} />
          )}
        </div>
      )}
    </>
  );
}
