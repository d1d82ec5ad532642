import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { formatDay, formatMoment } from '../../shell/format.ts';
import { useSpeech } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';

/** What co-handlers were asked to do. */
export function TasksPanel({ petition }: { readonly petition: PetitionView }) {
  const { words, language } = useSpeech();
  const { petition: say } = words;
  if (petition.tasks.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say.tasks}</h2>
      <ul className="demands">
        {petition.tasks.map((task) => (
          <li key={task.id}>
            <strong>{task.unit.name}</strong>
            <span className="tag">
              {task.doneAt === null
                ? fill(say.chainDue, { date: formatDay(task.dueDate, language) })
                : `${say.taskDone} ${formatMoment(task.doneAt).slice(0, 10)}`}
            </span>
            <p className="letter-text">{task.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
