import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { limits } from '../../src/capabilities/case-sponsorship/sponsored/limits.ts';
import type {
  SponsoredView,
  TaskView,
} from '../../src/capabilities/case-sponsorship/sponsored/view.ts';
import { api } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { ShortForm, type ShortField } from '../shell/short-form.tsx';
import { useSpeech, useWords } from '../shell/words-context.tsx';
import { fill, type Words } from '../words/words.ts';
import { keyOfCase } from './case-steps.tsx';

type Step = TaskView['steps'][number];

function fieldsOf(step: Step, { label, help }: Words['sponsored']): readonly ShortField[] {
  const area = { kind: 'area', required: true, limit: limits.words } as const;
  switch (step) {
    case 'acceptTask':
      return [];
    case 'reportTask':
      return [{ ...area, name: 'words', label: label.report }];
    case 'returnTask':
      return [{ ...area, name: 'words', label: label.back }];
    case 'moveTask':
      return [
        { name: 'dueDate', kind: 'date', label: label.newDate, required: true },
        { ...area, name: 'reason', label: label.reason, help: help.reason },
      ];
    case 'withdrawTask':
      return [{ ...area, name: 'reason', label: label.reason, help: help.reason }];
  }
}

/** One step of a task; used on the page of the case and on the holder's own desk. */
export function TaskForm(props: {
  readonly id: string;
  readonly version: number;
  readonly step: Step;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}) {
  const { id, version, step } = props;
  const { sponsored: say } = useWords();
  return (
    <ShortForm
      draft={`sponsored-task:${id}:${step}`}
      fields={fieldsOf(step, say)}
      label={say.taskStep[step]}
      send={(input, key) =>
        api.post(
          `/sponsored-tasks/${id}/${step.replace('Task', '')}`,
          { expectedVersion: version, input },
          { key },
        )
      }
      onDone={props.onDone}
      onLeave={props.onLeave}
    />
  );
}

/** The posts around a case, each with its holder, task and date (七包一, S-2). */
export function SevenPanel({ item }: { readonly item: SponsoredView }) {
  const { sponsored: say } = useWords();
  return (
    <section className="panel" aria-labelledby="seven">
      <h2 id="seven">{say.seven}</h2>
      <p className="quiet">{say.sevenHelp}</p>
      {item.tasks.length === 0 && <p className="quiet">{say.noTasks}</p>}
      <ul className="plain-list">
        {item.tasks.map((task) => (
          <li key={task.id}>
            <Task task={task} caseId={item.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Task({ task, caseId }: { readonly task: TaskView; readonly caseId: string }) {
  const { words, language } = useSpeech();
  const { sponsored: say } = words;
  const client = useQueryClient();
  const [step, setStep] = useState<Step | null>(null);
  const { holder } = task;
  const contact = [holder.name, holder.telephone].filter((part) => part !== '').join(' · ');
  return (
    <>
      <p>
        <strong>{language === 'zh-CN' ? task.label.zh : task.label.en}</strong> {contact}{' '}
        {task.ownOnly && <span className="tag">{say.ownOnly}</span>}
      </p>
      <p className="letter-text">{task.task}</p>
      <p>
        {say.task[task.status]} · <span className="figure">{task.dueDate}</span>{' '}
        {task.overdue && <span className="tag">{say.taskLate}</span>}
      </p>
      {task.moved.map(({ from, to, reason }) => (
        <p key={`${from}-${to}`} className="quiet">
          {fill(say.taskMoved, { from, to, reason })}
        </p>
      ))}
      {[...task.reports, ...task.returns]
        .toSorted((one, other) => one.at - other.at)
        .map(({ at, by, words: said }) => (
          <p key={at} className="letter-text">
            {by} <span className="figure">{formatMoment(at)}</span>：{said}
          </p>
        ))}
      {step === null ? (
        <div className="row">
          {task.steps.map((each) => (
            <Button key={each} onClick={() => setStep(each)}>
              {say.taskStep[each]}
            </Button>
          ))}
        </div>
      ) : (
        <TaskForm
          id={task.id}
          version={task.version}
          step={step}
          onLeave={() => setStep(null)}
          onDone={() => {
            setStep(null);
            void client.invalidateQueries({ queryKey: keyOfCase(caseId) });
            void client.invalidateQueries({ queryKey: ['list'] });
          }}
        />
      )}
    </>
  );
}
