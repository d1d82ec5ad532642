import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { DeskSummary } from '../../src/capabilities/desk/contract.ts';
import { OwnTasks } from '../case-sponsorship/own-tasks.tsx';
import { api } from '../shell/api.ts';
import { ColourMark } from '../shell/colour-mark.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';
import { ListPage } from './list-page.tsx';
import { NewOffice } from './new-office.tsx';
import { WaitingBeside } from './waiting-beside.tsx';

/** What waits for me, by due moment. */
export function DeskPage() {
  const words = useWords();
  usePageTitle(words.desk.title);
  return (
    <ListPage
      list="desk"
      title={words.desk.title}
      filters={['q', 'purpose', 'channel', 'first', 'mine']}
      chips={['task', 'colour']}
      head={
        <>
          <NewOffice />
          <OwnTasks />
          <WaitingBeside />
          <DeskSummary />
        </>
      }
      empty={{ title: words.desk.emptyDesk, help: words.desk.emptyDeskHelp }}
    />
  );
}

/** How much of each colour and task waits; a click filters the list. */
function DeskSummary() {
  const words = useWords();
  const [params, setParams] = useSearchParams();
  const summary = useQuery({
    queryKey: ['list', 'desk-summary'],
    queryFn: ({ signal }) => api.get<DeskSummary>('/desk/summary', { signal }),
  });
  if (summary.data === undefined) return <div className="summary summary-empty" />;
  const { total, byTask, byColour } = summary.data;
  const toggle = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (next.get(name) === value) next.delete(name);
        else next.set(name, value);
        next.delete('sel');
        return next;
      },
      { replace: true },
    );
  return (
    <div className="summary">
      <span>{fill(words.desk.summary, { total })}</span>
      {(['red', 'yellow', 'blue', 'green'] as const).map((colour) => (
        <button
          key={colour}
          type="button"
          className="chip"
          aria-pressed={params.get('colour') === colour}
          onClick={() => toggle('colour', colour)}
        >
          <ColourMark colour={colour} text={String(byColour[colour] ?? 0)} />
        </button>
      ))}
      <span className="summary-gap" aria-hidden="true" />
      {keysOf(words.terms.task).map((task) => {
        const count = byTask[task] ?? 0;
        if (count === 0) return null;
        return (
          <button
            key={task}
            type="button"
            className="chip"
            aria-pressed={params.get('task') === task}
            onClick={() => toggle('task', task)}
          >
            {words.terms.task[task]} <span className="figure">{count}</span>
          </button>
        );
      })}
    </div>
  );
}
