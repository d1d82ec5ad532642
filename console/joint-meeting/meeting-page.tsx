import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { meetingSteps, type MeetingStep } from '../../src/capabilities/joint-meeting/contract.ts';
import type { MeetingItemView, MeetingView } from '../../src/capabilities/joint-meeting/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { StepForm } from './step-form.tsx';

/** One meeting: its agenda, what was decided, who sits at the table, its minutes. */
export function MeetingPage() {
  const { id = '' } = useParams();
  const { jointMeeting: say } = useWords();
  return (
    <OpenedRecord<MeetingView>
      queryKey={['joint-meeting', id]}
      path={`/joint-meetings/${id}`}
      title={say.title}
      titleOf={({ kind, on }) => `${say.kind[kind]} ${on}`}
    >
      {(meeting) => <Opened meeting={meeting} />}
    </OpenedRecord>
  );
}

/** Steps that are taken beside an item, not in the row of steps. */
const besideItems: ReadonlySet<string> = new Set(['decideItem', 'removeItem', 'orderAgenda']);

function Opened({ meeting }: { readonly meeting: MeetingView }) {
  const { jointMeeting: say } = useWords();
  const [params, setParams] = useSearchParams();
  const wanted = meetingSteps.find((step) => step === params.get('do'));
  const step = wanted !== undefined && meeting.steps.includes(wanted) ? wanted : null;
  const leave = () => setParams({}, { replace: true });
  return (
    <>
      <div className="page-head">
        <h1>
          {say.kind[meeting.kind]} <span className="figure">{meeting.on}</span>
        </h1>
      </div>
      <p>
        <span className="tag">{say.state[meeting.state]}</span>{' '}
        <span className="figure">
          {meeting.on} {meeting.time}
        </span>{' '}
        · {meeting.place} · {say.label.chair} {meeting.chair.name}（{meeting.chair.unit.name}）
      </p>
      {meeting.moves.map((move) => (
        <p key={move.at} className="quiet">
          {fill(say.moved, { from: move.from, reason: move.reason })}
        </p>
      ))}
      {meeting.cancelled !== null && (
        <p className="warning">{fill(say.cancelled, { reason: meeting.cancelled.reason })}</p>
      )}
      {step === null ? (
        <Steps meeting={meeting} />
      ) : (
        <StepForm
          meeting={meeting}
          step={step}
          itemId={params.get('item')}
          petitionId={params.get('petition')}
          onLeave={leave}
        />
      )}
      <div className="petition">
        <div className="petition-main">
          <Agenda meeting={meeting} />
        </div>
        <div className="petition-side">
          <Members meeting={meeting} />
          <Minutes meeting={meeting} />
        </div>
      </div>
    </>
  );
}

/** The next step as the one primary button; the others beside it. */
function Steps({ meeting }: { readonly meeting: MeetingView }) {
  const { jointMeeting: say } = useWords();
  const next = meetingSteps.find((step) => step === meeting.next);
  const undecided = meeting.agenda.find(({ decision }) => decision === null);
  const others = meetingSteps.filter(
    (step) => meeting.steps.includes(step) && step !== next && !besideItems.has(step),
  );
  const addressOf = (step: MeetingStep): string =>
    `?do=${step}${step === 'decideItem' && undecided !== undefined ? `&item=${undecided.id}` : ''}`;
  if (next === undefined && others.length === 0) return null;
  return (
    <p className="strip-actions">
      {next !== undefined && (
        <Link className="primary-link" to={addressOf(next)}>
          {say.step[next]}
        </Link>
      )}
      {others.map((step) => (
        <Link key={step} className="secondary-link" to={addressOf(step)}>
          {say.step[step]}
        </Link>
      ))}
    </p>
  );
}

function Agenda({ meeting }: { readonly meeting: MeetingView }) {
  const { jointMeeting: say } = useWords();
  const client = useQueryClient();
  const ids = meeting.agenda.map(({ id }) => id);
  const mayOrder = meeting.steps.includes('orderAgenda') && meeting.agenda.length > 1;
  const move = async (at: number, to: number): Promise<void> => {
    const order = ids.toSpliced(at, 1).toSpliced(to, 0, ids[at] ?? '');
    await api.post(`/joint-meetings/${meeting.id}/steps`, {
      expectedVersion: meeting.version,
      step: { type: 'orderAgenda', input: { order } },
    });
    await client.invalidateQueries({ queryKey: ['joint-meeting', meeting.id] });
  };
  return (
    <section className="panel" aria-labelledby="agenda">
      <h2 id="agenda">{say.agenda}</h2>
      {meeting.agenda.length === 0 && <p className="quiet">{say.noAgenda}</p>}
      <ol className="plain-list">
        {meeting.agenda.map((item, at) => (
          <li key={item.id}>
            <Item item={item} />
            <p className="row">
              {item.decision === null && meeting.steps.includes('decideItem') && (
                <Link className="secondary-link" to={`?do=decideItem&item=${item.id}`}>
                  {say.decide}
                </Link>
              )}
              {meeting.steps.includes('removeItem') && (
                <Link className="secondary-link" to={`?do=removeItem&item=${item.id}`}>
                  {say.remove}
                </Link>
              )}
              {mayOrder && (
                <>
                  <button
                    type="button"
                    className="plain-button"
                    disabled={at === 0}
                    aria-label={fill(say.up, { text: item.text })}
                    onClick={() => void move(at, at - 1)}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    className="plain-button"
                    disabled={at === meeting.agenda.length - 1}
                    aria-label={fill(say.down, { text: item.text })}
                    onClick={() => void move(at, at + 1)}
                  >
                    ↓
                  </button>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Item({ item }: { readonly item: MeetingItemView }) {
  const { jointMeeting: say, terms } = useWords();
  const { petition, decision } = item;
  return (
    <>
      <h3>{item.text}</h3>
      <p className="quiet">
        {terms.agendaQuestion[item.question]}
        {petition !== null && (
          <>
            {' · '}
            <Link to={`/petitions/${petition.id}`}>
              {displayPetitionNumber(petition.number)} {petition.title}
            </Link>
          </>
        )}
      </p>
      {item.background !== null && (
        <p className="letter-text">
          {say.background}：{item.background}
        </p>
      )}
      {decision !== null && (
        <>
          <p>
            <strong>{say.outcome[decision.outcome]}</strong>{' '}
            <span className="quiet">{formatMoment(decision.at)}</span>
          </p>
          <p className="letter-text">{decision.text}</p>
          {decision.main !== null && (
            <p>
              {say.main}：{decision.main.name}
            </p>
          )}
          {decision.coHandlers.map(({ unit, dueDate }) => (
            <p key={unit.id}>
              {say.coHandlers}：{unit.name} <span className="figure">{dueDate}</span>
            </p>
          ))}
          {decision.commitments.map(({ id, unit, dueDate }) => (
            <p key={id}>
              {say.commitments}：
              <Link to={`/commitments/${id}`}>
                {unit.name} <span className="figure">{dueDate}</span>
              </Link>
            </p>
          ))}
          {decision.dissent.map(({ unit, text }) => (
            <p key={unit.id} className="letter-text">
              {say.dissent}（{unit.name}）：{text}
            </p>
          ))}
        </>
      )}
    </>
  );
}

function Members({ meeting }: { readonly meeting: MeetingView }) {
  const { jointMeeting: say } = useWords();
  return (
    <section className="panel" aria-labelledby="members">
      <h2 id="members">{say.members}</h2>
      <ul className="plain-list">
        {meeting.members.map(({ userId, name, unit, came, readAt }) => (
          <li key={userId}>
            {name} · {unit.name}
            {came !== null && ` · ${came ? say.came : say.absent}`}
            {meeting.state === 'minuted' &&
              ` · ${readAt === null ? say.unread : fill(say.read, { at: formatMoment(readAt) })}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Minutes({ meeting }: { readonly meeting: MeetingView }) {
  const { jointMeeting: say } = useWords();
  const { minutes } = meeting;
  return (
    <section className="panel" aria-labelledby="minutes">
      <h2 id="minutes">{say.minutes}</h2>
      {minutes === null ? (
        <p className="quiet">{say.noMinutes}</p>
      ) : (
        <>
          {minutes.number !== null && <p className="figure">{minutes.number}</p>}
          <p className="letter-text">{minutes.summary}</p>
          <p>
            <a href={`/api/v1/joint-meetings/${meeting.id}/minutes?format=pdf`}>
              {minutes.number === null ? say.minutesDraft : say.minutesPaper}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
