import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { OwnTask } from '../../src/capabilities/case-sponsorship/sponsored/view.ts';
import { api } from '../shell/api.ts';
import { useSpeech, useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { TaskForm } from './seven-panel.tsx';

const key = ['sponsored-tasks'] as const;

/** On the desk: what leaders in charge of cases have given me to do, open ones first (S-2). */
export function OwnTasks() {
  const { sponsored } = useWords();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<{ items: OwnTask[] }>('/sponsored-tasks', { signal }),
  });
  const open = data?.items.filter(({ status }) => status === 'given' || status === 'reported');
  if (open === undefined || open.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="own-tasks">
      <h2 id="own-tasks">{sponsored.own.title}</h2>
      <ul className="plain-list">
        {open.map((task) => (
          <li key={task.id}>
            <Task task={task} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Task({ task }: { readonly task: OwnTask }) {
  const { words, language } = useSpeech();
  const { sponsored: say } = words;
  const client = useQueryClient();
  const [reporting, setReporting] = useState(false);
  const returned = task.returns.at(-1);
  return (
    <>
      <p>
        <strong>{language === 'zh-CN' ? task.label.zh : task.label.en}</strong> {task.task}
      </p>
      <p>
        {fill(say.own.from, { name: task.givenBy, day: task.dueDate })} · {say.task[task.status]}{' '}
        {task.overdue && <span className="tag">{say.taskLate}</span>}{' '}
        {task.caseId !== null && <Link to={`/sponsored/${task.caseId}`}>{say.own.open}</Link>}
      </p>
      {returned !== undefined && task.status === 'given' && (
        <p className="letter-text">{fill(say.own.returned, { words: returned.words })}</p>
      )}
      {task.mayReport &&
        (reporting ? (
          <TaskForm
            id={task.id}
            version={task.version}
            step="reportTask"
            onLeave={() => setReporting(false)}
            onDone={() => {
              setReporting(false);
              void client.invalidateQueries({ queryKey: key });
            }}
          />
        ) : (
          <Button onClick={() => setReporting(true)}>{say.own.report}</Button>
        ))}
    </>
  );
}
