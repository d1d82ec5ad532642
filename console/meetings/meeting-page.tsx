import { Link, useParams, useSearchParams } from 'react-router';
import type { MeetingStep } from '../../src/capabilities/case-sponsorship/meetings/contract.ts';
import { limits } from '../../src/capabilities/case-sponsorship/meetings/limits.ts';
import type { MeetingView } from '../../src/capabilities/case-sponsorship/meetings/view.ts';
import { formatMoment } from '../shell/format.ts';
import { PromiseLink } from '../public-promises/promise-link.tsx';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { RecordSteps } from '../shell/record-steps.tsx';
import { useUnits } from '../shell/reference-data.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { Facts } from './facts.tsx';
import { stepFields, stepInput } from './meeting-fields.ts';
import { RowButtons, useRows } from './rows.tsx';

const addresses: Readonly<Record<MeetingStep, string>> = {
  postponeMeeting: 'postponements',
  cancelMeeting: 'cancellation',
  recordMeeting: 'record',
  issueMinutes: 'minutes',
};

/** What is usually next comes first. */
const order: readonly MeetingStep[] = [
  'recordMeeting',
  'issueMinutes',
  'postponeMeeting',
  'cancelMeeting',
];

/** A meeting is expected to be held. */
const leadingAway: readonly MeetingStep[] = ['postponeMeeting', 'cancelMeeting'];

const keyOf = (id: string) => ['three-party-meeting', id] as const;

/** One three-party meeting: who sits there, what each said, what was agreed, its minutes (S-4). */
export function MeetingPage() {
  const { id = '' } = useParams();
  const { meetings: say } = useWords();
  return (
    <OpenedRecord<MeetingView>
      queryKey={keyOf(id)}
      path={`/meetings/${id}`}
      title={say.title}
      titleOf={({ on }) => `${say.title} ${on}`}
    >
      {(meeting) => (
        <>
          <div className="page-head">
            <h1 className="long-words">
              {say.title} <span className="figure">{meeting.on}</span>
            </h1>
          </div>
          <div className="petition">
            <div className="petition-main">
              <Standing meeting={meeting} />
              <Steps meeting={meeting} />
              <Agenda meeting={meeting} />
              {meeting.status !== 'cancelled' && <Positions meeting={meeting} />}
              <Results meeting={meeting} />
              <Answers meeting={meeting} />
            </div>
            <div className="petition-side">
              <Facts
                title={say.facts}
                numberLabel={say.number}
                petition={meeting.petition}
                rows={[
                  [say.statusName, say.status[meeting.status]],
                  [say.label.on, `${meeting.on} ${meeting.time}`],
                  [say.label.place, meeting.place],
                  [say.convened, meeting.unit.name],
                  [say.office, meeting.office.name],
                ]}
              />
              <Table meeting={meeting} />
              {meeting.status !== 'cancelled' && <Minutes meeting={meeting} />}
            </div>
          </div>
        </>
      )}
    </OpenedRecord>
  );
}

function Steps({ meeting }: { readonly meeting: MeetingView }) {
  const { meetings: say } = useWords();
  const [params] = useSearchParams();
  const rows = {
    least: 0,
    most: limits.actions,
    draft: `${keyOf(meeting.id).join(':')}:recordMeeting`,
  };
  const actions = useRows('actions', { ...rows, fields: ['action', 'unit', 'who', 'due'] });
  const open = useRows('open', { ...rows, fields: ['matter', 'reason'] });
  const steps = order.filter((step) => meeting.steps.includes(step));
  const step = steps.find((each) => each === params.get('do'));
  const counts = { actions: actions.count, open: open.count };
  return (
    <>
      {step === 'recordMeeting' && (
        <>
          <p className="quiet">{say.help.result}</p>
          <RowButtons rows={actions} />
          <RowButtons rows={open} />
        </>
      )}
      {meeting.status === 'held' && <p className="quiet">{say.issueHelp}</p>}
      {steps.includes('postponeMeeting') && !steps.includes('recordMeeting') && (
        <p className="quiet">{say.notYet}</p>
      )}
      <RecordSteps
        steps={steps}
        besides={leadingAway}
        names={say.step}
        fieldsOf={(each) => stepFields(each, say, meeting, counts)}
        inputOf={(each, typed) => stepInput(each, typed, meeting, counts)}
        addressOf={(each) => `/meetings/${meeting.id}/${addresses[each]}`}
        expectedVersion={meeting.version}
        queryKey={keyOf(meeting.id)}
      />
    </>
  );
}

function Standing({ meeting }: { readonly meeting: MeetingView }) {
  const { meetings: say } = useWords();
  const { postponed, cancelled } = meeting;
  const told = (words: string) => (words === '' ? '' : ` ${fill(say.toldSays, { told: words })}`);
  return (
    <>
      {postponed.map(({ at, from, to, reason, told: words }) => (
        <p key={at} className="restored">
          {fill(say.moved, { from, to, reason })}
          {told(words)}
        </p>
      ))}
      {cancelled !== null && (
        <p className="restored">
          {fill(say.cancelled, { reason: cancelled.reason })}
          {told(cancelled.told)}
        </p>
      )}
    </>
  );
}

function Agenda({ meeting }: { readonly meeting: MeetingView }) {
  const { meetings: say } = useWords();
  if (meeting.agenda.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="agenda">
      <h2 id="agenda">{say.agenda}</h2>
      <ol className="bullets">
        {meeting.agenda.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ol>
    </section>
  );
}

function Positions({ meeting }: { readonly meeting: MeetingView }) {
  const { meetings: say } = useWords();
  return (
    <section className="panel" aria-labelledby="positions">
      <h2 id="positions">{say.positions}</h2>
      {meeting.positions.length === 0 ? (
        <p className="quiet">{say.noRecord}</p>
      ) : (
        <dl className="facts">
          {meeting.positions.map(({ side, words }) => (
            <div key={side}>
              <dt>{say.side[side]}</dt>
              <dd className="letter-text">{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Results({ meeting }: { readonly meeting: MeetingView }) {
  const { meetings: say } = useWords();
  const units = useUnits();
  const { actions, openPoints, positions } = meeting;
  if (positions.length === 0) return null;
  const nameOf = (unit: string) => units.find(({ id }) => id === unit)?.name ?? unit;
  return (
    <>
      <section className="panel" aria-labelledby="actions">
        <h2 id="actions">{say.actions}</h2>
        {actions.length === 0 && <p className="quiet">{say.noActions}</p>}
        <ul className="plain-list">
          {actions.map(({ id, text, unit, responsible, dueDate, commitmentId }) => (
            <li key={id}>
              <Link to={`/commitments/${commitmentId}`}>{text}</Link>
              <p>
                {nameOf(unit)} · {responsible} ·{' '}
                <span className="figure">{fill(say.due, { day: dueDate })}</span>
              </p>
            </li>
          ))}
        </ul>
        {actions.length > 0 && <PromiseLink from="meeting" id={meeting.id} />}
      </section>
      {openPoints.length > 0 && (
        <section className="panel" aria-labelledby="open-points">
          <h2 id="open-points">{say.openPoints}</h2>
          <dl className="facts">
            {openPoints.map(({ matter, reason }, at) => (
              <div key={at}>
                <dt>{matter}</dt>
                <dd className="letter-text">{reason}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

function Answers({ meeting }: { readonly meeting: MeetingView }) {
  const { meetings: say } = useWords();
  if (meeting.answers.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="answers">
      <h2 id="answers">{say.answers}</h2>
      <ul className="plain-list">
        {meeting.answers.map(({ at, agrees, words }) => (
          <li key={at}>
            <p>
              {agrees ? say.agrees : say.corrects}{' '}
              <span className="figure">{formatMoment(at)}</span>
            </p>
            {words !== '' && <p className="letter-text">{words}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Table({ meeting }: { readonly meeting: MeetingView }) {
  const { meetings: say } = useWords();
  const { participants, positions } = meeting;
  const sides = [...new Set(participants.map(({ side }) => side))];
  return (
    <section className="panel" aria-labelledby="participants">
      <h2 id="participants">{say.participants}</h2>
      <dl className="facts">
        {sides.map((side) => (
          <div key={side}>
            <dt>{say.side[side]}</dt>
            <dd>
              {participants
                .filter((each) => each.side === side)
                .map(({ id, name, post, unit, came }) => (
                  <p key={id}>
                    {[
                      name,
                      post,
                      unit ?? '',
                      positions.length === 0 || came === null ? '' : came ? say.came : say.absent,
                    ]
                      .filter((each) => each !== '')
                      .join(' · ')}
                  </p>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Minutes({ meeting }: { readonly meeting: MeetingView }) {
  const { meetings: say } = useWords();
  const { minutes } = meeting;
  return (
    <section className="panel" aria-labelledby="minutes">
      <h2 id="minutes">{say.minutes}</h2>
      {minutes === null ? (
        <p className="quiet">{say.noMinutes}</p>
      ) : (
        <>
          <p className="figure">
            {minutes.number} {formatMoment(minutes.at)}
          </p>
          <p className="row">
            {(['pdf', 'docx'] as const).map((format) => (
              <a
                key={format}
                href={`/api/v1/meetings/${meeting.id}/minutes?format=${format}`}
                target="_blank"
                rel="noreferrer"
              >
                {format.toUpperCase()}
              </a>
            ))}
          </p>
        </>
      )}
    </section>
  );
}
