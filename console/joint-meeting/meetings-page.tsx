import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { MeetingLine, SuggestionView } from '../../src/capabilities/joint-meeting/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useMay } from '../shell/session.tsx';
import { ShortForm } from '../shell/short-form.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, wordFor } from '../words/words.ts';
import { planInput, type Typed } from './inputs.ts';
import { useMeetings, useSeats, useSuggestions } from './reads.ts';
import { planFields } from './step-form.tsx';

/** Joint meetings before and behind us, and what waits for one. */
export function MeetingsPage() {
  const { jointMeeting: say } = useWords();
  usePageTitle(say.title);
  const may = useMay();
  const plans = may('joint-meeting.plan');
  const [planning, setPlanning] = useState(false);
  const list = useMeetings();
  const meetings = list.data?.items ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        {plans && !planning && (
          <button type="button" className="primary-link" onClick={() => setPlanning(true)}>
            {say.plan}
          </button>
        )}
      </div>
      <p className="quiet">{say.intro}</p>
      {planning && <Plan onLeave={() => setPlanning(false)} />}
      {list.isError && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting lines={6} />}
      {list.isSuccess &&
        (meetings.length === 0 ? (
          <div className="empty">
            <p>{say.empty}</p>
            <p className="quiet">{say.emptyHelp}</p>
          </div>
        ) : (
          <Meetings meetings={meetings} />
        ))}
      {plans && <Suggestions meetings={meetings} />}
    </>
  );
}

function Meetings({ meetings }: { readonly meetings: readonly MeetingLine[] }) {
  const { jointMeeting: say } = useWords();
  const { column } = say;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={say.title}>
      <table className="list">
        <thead>
          <tr>
            {[column.on, column.kind, column.state, column.items, column.chair, column.place].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {meetings.map((line) => (
            <tr key={line.id}>
              <td className="figure">
                <Link to={`/joint-meeting/${line.id}`}>
                  {line.on} {line.time}
                </Link>
              </td>
              <td>{say.kind[line.kind]}</td>
              <td>{say.state[line.state]}</td>
              <td className="figure">
                {fill(say.progress, { decided: line.decided, items: line.items })}
              </td>
              <td>{line.chair.name}</td>
              <td>{line.place}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Plan({ onLeave }: { readonly onLeave: () => void }) {
  const { jointMeeting: say } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const people = useSeats(true);
  return (
    <section className="panel narrow-form" aria-labelledby="plan">
      <h2 id="plan">{say.plan}</h2>
      <ShortForm
        draft="joint-meeting:plan"
        fields={planFields(say, people)}
        label={say.plan}
        send={(typed, key) =>
          api.post<{ id: string }>('/joint-meetings', planInput(typed as Typed), { key })
        }
        onLeave={onLeave}
        onDone={({ id }) => {
          void client.invalidateQueries({ queryKey: ['joint-meeting'] });
          void navigate(`/joint-meeting/${id}`);
        }}
      />
    </section>
  );
}

function Suggestions({ meetings }: { readonly meetings: readonly MeetingLine[] }) {
  const { jointMeeting: say, terms } = useWords();
  const suggestions = useSuggestions(true);
  const [declining, setDeclining] = useState<string | null>(null);
  const next = meetings.find(({ state }) => state === 'planned' || state === 'called');
  return (
    <section className="panel gap-top" aria-labelledby="suggestions">
      <h2 id="suggestions">{say.suggestions}</h2>
      {suggestions.length === 0 && <p className="quiet">{say.noSuggestions}</p>}
      {suggestions.length > 0 && next === undefined && <p className="quiet">{say.none}</p>}
      <ul className="plain-list">
        {suggestions.map((each) => (
          <li key={each.petition.id}>
            <p>
              <Link to={`/petitions/${each.petition.id}`}>
                {displayPetitionNumber(each.petition.number)} {each.petition.title}
              </Link>{' '}
              · {terms.agendaQuestion[each.question]} · {wordFor(terms.agendaCause, each.cause)} ·{' '}
              <span className="quiet">{formatMoment(each.at)}</span>
            </p>
            {each.text !== null && <p className="letter-text">{each.text}</p>}
            <p className="row">
              {next !== undefined && (
                <Link
                  className="secondary-link"
                  to={`/joint-meeting/${next.id}?do=addItem&petition=${each.petition.id}`}
                >
                  {say.putOn} ({next.on})
                </Link>
              )}
              {each.cause !== 'overdue' && (
                <button
                  type="button"
                  className="plain-button"
                  onClick={() => setDeclining(each.petition.id)}
                >
                  {say.decline}
                </button>
              )}
            </p>
            {declining === each.petition.id && (
              <Decline suggestion={each} onLeave={() => setDeclining(null)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decline(props: { readonly suggestion: SuggestionView; readonly onLeave: () => void }) {
  const { jointMeeting: say } = useWords();
  const client = useQueryClient();
  const { id } = props.suggestion.petition;
  return (
    <ShortForm
      draft={`joint-meeting:decline:${id}`}
      fields={[{ name: 'reason', kind: 'area', label: say.label.reason, required: true }]}
      label={say.decline}
      send={(input, key) => api.post(`/joint-meetings/suggestions/${id}/decline`, input, { key })}
      onLeave={props.onLeave}
      onDone={() => {
        void client.invalidateQueries({ queryKey: ['joint-meeting'] });
        props.onLeave();
      }}
    />
  );
}
