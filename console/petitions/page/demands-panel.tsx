import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { formatDay, formatMoment } from '../../shell/format.ts';
import { useSpeech } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';

/** What is asked for, and what became of each. */
export function DemandsPanel({ petition }: { readonly petition: PetitionView }) {
  const { words, language } = useSpeech();
  const { petition: say, terms } = words;
  return (
    <section className="panel">
      <h2>{say.demands}</h2>
      {petition.demands.length === 0 && <p className="quiet">{say.noDemands}</p>}
      <ol className="demands">
        {petition.demands.map((demand, at) => (
          <li key={demand.id}>
            <span className="quiet">{fill(say.demandNumber, { n: at + 1 })}</span>
            <span className="tag">
              {demand.outcome === null ? say.demandOpen : terms.outcome[demand.outcome]}
            </span>
            <p className="letter-text">{demand.text}</p>
            {demand.execution !== null && (
              <p className="quiet">
                {demand.execution.doneAt === null
                  ? fill(say.execution, {
                      responsible: demand.execution.responsible,
                      date: formatDay(demand.execution.dueDate, language),
                    })
                  : fill(say.executionDone, {
                      date: formatMoment(demand.execution.doneAt).slice(0, 10),
                    })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
