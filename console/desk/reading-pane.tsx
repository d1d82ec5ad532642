import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { petitionQuery } from '../petitions/petition-query.ts';
import { ClockBar } from '../petitions/clock-bar.tsx';

/** The selected petition beside the list: what it says and what comes next. */
export function ReadingPane(props: {
  readonly id: string | null;
  /** Page of the record beside the petition in which something waits. */
  readonly record?: string | null;
}) {
  const { id, record = null } = props;
  const { desk, petition: words, terms, commands, shell } = useWords();
  const query = useQuery({ ...petitionQuery(id ?? ''), enabled: id !== null });
  const petition = query.data;
  return (
    <aside className="pane" aria-label={desk.pane} tabIndex={0}>
      {id === null && <p className="empty">{desk.paneEmpty}</p>}
      {id !== null && query.isPending && <Waiting lines={8} />}
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {id !== null && petition !== undefined && (
        <article>
          <p className="quiet figure">
            {displayPetitionNumber(petition.number)} · {terms.status[petition.status]} ·{' '}
            {petition.holder.name}
          </p>
          <h2>
            <Link to={`/petitions/${petition.id}`}>{petition.title}</Link>
          </h2>
          {petition.clock !== null && <ClockBar clock={petition.clock} />}
          <div className="row pane-actions">
            {record !== null && (
              <Link className="primary-link" to={record}>
                {desk.openRecord}
              </Link>
            )}
            {record === null && petition.next !== null && (
              <Link className="primary-link" to={`/petitions/${petition.id}?do=${petition.next}`}>
                {commands.name[petition.next]}
              </Link>
            )}
            <Link className="secondary-link" to={`/petitions/${petition.id}`}>
              {desk.openFull}
            </Link>
          </div>
          {record === null && petition.next === null && <p className="quiet">{words.noNext}</p>}
          {petition.demands.length > 0 && (
            <>
              <h3>{words.demands}</h3>
              <ol className="pane-demands">
                {petition.demands.map((demand) => (
                  <li key={demand.id}>
                    {demand.text}
                    <span className="tag">
                      {demand.outcome === null ? words.demandOpen : terms.outcome[demand.outcome]}
                    </span>
                  </li>
                ))}
              </ol>
            </>
          )}
          <h3>{words.content}</h3>
          <p className="letter-text">{petition.text}</p>
          {petition.attachments.length > 0 && (
            <p className="quiet">
              {words.attachments} {petition.attachments.length}
            </p>
          )}
        </article>
      )}
      <span className="unseen">{shell.action.open}</span>
    </aside>
  );
}
