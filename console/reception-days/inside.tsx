import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { DayView, InsideView } from '../../src/capabilities/reception-days/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { formatMoment } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSubmission } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import type { Spec } from './fields.ts';
import { ReceptionForm } from './reception-form.tsx';

type Send = (type: string) => (input: Record<string, unknown>, key: string) => Promise<unknown>;

interface Props {
  readonly day: DayView;
  readonly inside: InsideView;
  readonly send: Send;
  readonly onDone: (step: string) => void;
}

/** What those see who run a day: proofs, who comes, sheets, minutes, task forces. */
export function Inside(props: Props) {
  const { inside } = props;
  const { receptions: say } = useWords();
  return (
    <>
      <Channels {...props} />
      {inside.slots.length > 0 && <Bookings {...props} />}
      {inside.invitees.length > 0 && <Invitees {...props} />}
      {inside.preparations.length > 0 && (
        <Part title={say.preparation}>
          {inside.preparations.map((sheet) => (
            <dl key={sheet.id} className="facts">
              {sheet.petition !== null && (
                <div>
                  <dt>{say.label.petitionId}</dt>
                  <dd>
                    <PetitionLink petition={sheet.petition} />
                  </dd>
                </div>
              )}
              {(['background', 'demands', 'proposal', 'basis'] as const).map((each) => (
                <div key={each}>
                  <dt>{say.label[each]}</dt>
                  <dd>{sheet[each]}</dd>
                </div>
              ))}
            </dl>
          ))}
        </Part>
      )}
      {inside.minutes !== null && <MinutesPart day={props.day} minutes={inside.minutes} />}
      {inside.taskForces.length > 0 && <TaskForces {...props} />}
    </>
  );
}

function Part(props: {
  readonly title: string;
  readonly empty?: boolean;
  readonly children: ReactNode;
}) {
  const { receptions: say } = useWords();
  return (
    <section className="panel" aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.empty === true ? <p className="quiet">{say.none}</p> : props.children}
    </section>
  );
}

function Moved({ from }: { readonly from: { readonly on: string; readonly at: string } | null }) {
  const { receptions: say } = useWords();
  return from === null ? null : <strong className="warning">{fill(say.movedFrom, from)}</strong>;
}

function PetitionLink({ petition }: { readonly petition: { id: string; number: string } }) {
  return (
    <Link to={`/petitions/${petition.id}`} className="figure">
      {displayPetitionNumber(petition.number)}
    </Link>
  );
}

/** Where the notice stood, and what proves it. */
function Channels({ day, inside }: Props) {
  const { receptions: say } = useWords();
  // Before the notice there is nothing to prove.
  if (day.notice === null && inside.channels.length === 0) return null;
  return (
    <Part title={say.channels}>
      <ul className="bullets">
        {inside.channels.map((proof) => (
          <li key={proof.id}>
            {say.channel[proof.channel]} {proof.outlet} {proof.on}{' '}
            {proof.link !== null && (
              <a href={proof.link} target="_blank" rel="noreferrer">
                {proof.link}
              </a>
            )}
            {proof.file !== null && (
              <a
                href={`/api/v1/reception-days/${day.id}/proofs/${proof.file.id}`}
                target="_blank"
                rel="noreferrer"
              >
                {proof.file.name}
              </a>
            )}{' '}
            {!proof.current && (
              <span className="quiet">{fill(say.oldNotice, { version: proof.noticeVersion })}</span>
            )}
            {proof.current && !proof.inTime && <strong className="warning">{say.lateProof}</strong>}
          </li>
        ))}
      </ul>
      {!inside.channels.some(({ current }) => current) && <p className="quiet">{say.noProof}</p>}
    </Part>
  );
}

/** One press, once. */
function Act(props: {
  readonly label: string;
  readonly input: Record<string, unknown>;
  readonly send: (input: Record<string, unknown>, key: string) => Promise<unknown>;
  readonly onDone: () => void;
}) {
  const { submit, busy, error } = useSubmission(props.send);
  const run = async () => {
    const done = await submit(props.input);
    if (done !== null) props.onDone();
  };
  return (
    <>
      <Button size="small" loading={busy} onClick={() => void run()}>
        {props.label}
      </Button>
      {error !== null && <ProblemNote error={error} />}
    </>
  );
}

function Bookings({ day, inside, send, onDone }: Props) {
  const { receptions: say } = useWords();
  return (
    <Part title={say.bookings} empty={inside.bookings.length === 0}>
      <ul className="bullets">
        {inside.bookings.map((booking) => (
          <li key={booking.id}>
            <span className="figure">{booking.slot}</span> {booking.name} {booking.telephone}{' '}
            {booking.topic} <Moved from={booking.movedFrom} />{' '}
            {booking.cancelled
              ? say.cancelled
              : day.state === 'cancelled'
                ? say.lapsed
                : day.steps.includes('cancelBooking') && (
                    <Act
                      label={say.step.cancelBooking}
                      input={{ id: booking.id }}
                      send={send('cancelBooking')}
                      onDone={() => onDone('cancelBooking')}
                    />
                  )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Invitees({ day, inside, send, onDone }: Props) {
  const { receptions: say } = useWords();
  return (
    <Part title={say.invitees}>
      <ul className="bullets">
        {inside.invitees.map((invitee) => (
          <li key={invitee.id}>
            {invitee.name} {invitee.telephone} {invitee.topic}{' '}
            {invitee.petition !== null && <PetitionLink petition={invitee.petition} />}{' '}
            <Moved from={invitee.movedFrom} />{' '}
            {invitee.answer !== null && <strong>{say.answer[invitee.answer]}</strong>}
            {invitee.answer === null &&
              day.steps.includes('answerInvitation') &&
              (['coming', 'not-coming'] as const).map((answer) => (
                <Act
                  key={answer}
                  label={say.answer[answer]}
                  input={{ id: invitee.id, answer }}
                  send={send('answerInvitation')}
                  onDone={() => onDone('answerInvitation')}
                />
              ))}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function MinutesPart({
  day,
  minutes,
}: {
  readonly day: DayView;
  readonly minutes: NonNullable<InsideView['minutes']>;
}) {
  const { receptions: say } = useWords();
  return (
    <Part title={say.minutes}>
      <p className="row">
        {minutes.number ?? say.draft}
        {(['pdf', 'docx'] as const).map((format) => (
          <a key={format} href={`/api/v1/reception-days/${day.id}/minutes?format=${format}`}>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
      <dl className="facts">
        {(['attending', 'heard', 'decided'] as const).map((each) => (
          <div key={each}>
            <dt>{say.label[each]}</dt>
            <dd>{minutes[each]}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

const noteFields: readonly Spec[] = [{ name: 'note', kind: 'area', label: 'note', required: true }];
const closeFields: readonly Spec[] = [
  { name: 'outcome', kind: 'area', label: 'outcome', required: true },
];

function TaskForces({ day, inside, send, onDone }: Props) {
  const { receptions: say } = useWords();
  const [open, setOpen] = useState('');
  const forms = [
    ['noteTaskForce', noteFields],
    ['closeTaskForce', closeFields],
  ] as const;
  return (
    <Part title={say.taskForces}>
      {inside.taskForces.map((force) => (
        <section key={force.id} aria-label={force.matter}>
          <h3>{force.matter}</h3>
          <p>
            {force.leader} · {force.units.map(({ name }) => name).join('、')}{' '}
            {force.petition !== null && <PetitionLink petition={force.petition} />}
          </p>
          <p className="quiet">{force.members}</p>
          <ol className="bullets">
            {force.ledger.map((entry) => (
              <li key={entry.id}>
                <span className="figure">{formatMoment(entry.at)}</span> {entry.note}
              </li>
            ))}
          </ol>
          {force.closed === null ? (
            <div className="row">
              {forms
                .filter(([step]) => day.steps.includes(step))
                .map(([step]) => (
                  <Button
                    key={step}
                    size="small"
                    aria-expanded={open === `${step} ${force.id}`}
                    onClick={() => setOpen(`${step} ${force.id}`)}
                  >
                    {say.step[step]}
                  </Button>
                ))}
            </div>
          ) : (
            <p>
              <strong>{say.closed}</strong> {force.closed.outcome}
            </p>
          )}
          {forms
            .filter(([step]) => open === `${step} ${force.id}`)
            .map(([step, fields]) => (
              <ReceptionForm
                key={step}
                fields={fields}
                label={say.step[step]}
                send={(input, key) => send(step)({ ...input, id: force.id }, key)}
                onLeave={() => setOpen('')}
                onDone={() => {
                  setOpen('');
                  onDone(step);
                }}
              />
            ))}
        </section>
      ))}
    </Part>
  );
}
