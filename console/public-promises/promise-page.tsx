import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { limits } from '../../src/capabilities/case-sponsorship/public-promises/limits.ts';
import type { PromiseView } from '../../src/capabilities/case-sponsorship/public-promises/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { dayOf, formatMoment } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { Households } from './households.tsx';
import { ImportHouseholds } from './import-households.tsx';

/** One promise: its progress by step, its households, and what hangs on it. */
export function PublicPromisePage() {
  const { id = '' } = useParams();
  const { publicPromises: say } = useWords();
  return (
    <OpenedRecord<PromiseView>
      queryKey={['public-promise', id]}
      path={`/public-promises/${id}`}
      title={say.title}
      titleOf={({ title }) => title}
    >
      {(promise) => <Opened promise={promise} />}
    </OpenedRecord>
  );
}

function Opened({ promise }: { readonly promise: PromiseView }) {
  const { publicPromises: say } = useWords();
  const works = promise.mayKeep && promise.status === 'open';
  return (
    <>
      <div className="page-head">
        <h1 className="long-words">{promise.title}</h1>
      </div>
      <p>
        {say.status[promise.status]} {promise.late && <span className="tag">{say.late}</span>} ·{' '}
        <span className="figure">{promise.dueDate}</span>
      </p>
      <div className="petition">
        <div className="petition-main">
          <Progress promise={promise} />
          {works && <ImportHouseholds id={promise.id} />}
          <Households key={promise.id} promise={promise} works={works} />
        </div>
        <div className="petition-side">
          <Facts promise={promise} />
          {promise.mayKeep && promise.total > 0 && <Slips promise={promise} />}
        </div>
      </div>
    </>
  );
}

function Progress({ promise }: { readonly promise: PromiseView }) {
  const { publicPromises: say } = useWords();
  return (
    <section className="panel" aria-labelledby="progress">
      <h2 id="progress">{say.progress}</h2>
      <p className="letter-text">{promise.text}</p>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={say.progress}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say.step}</th>
              <th scope="col">{say.need}</th>
              <th scope="col">{say.households}</th>
            </tr>
          </thead>
          <tbody>
            {promise.steps.map(({ name, need, count }, step) => (
              <tr key={name}>
                <td>{name}</td>
                <td className="long-words">{need}</td>
                <td className="figure">
                  <Link to={`?step=${step}`} replace>
                    {count}
                  </Link>
                </td>
              </tr>
            ))}
            <tr>
              <td>{say.total}</td>
              <td />
              <td className="figure strong">{promise.total}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Facts({ promise }: { readonly promise: PromiseView }) {
  const { publicPromises: say } = useWords();
  const { petition, meetingId, changedAt, withdrawn } = promise;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [say.column.leader, promise.leader],
    [say.column.unit, promise.unit.name],
    [say.byUnit, promise.byUnit.name],
    [say.changedOn, changedAt === null ? say.never : formatMoment(changedAt)],
    ...(petition === null
      ? []
      : [
          [
            say.petition,
            <Link key="petition" to={`/petitions/${petition.id}`}>
              {displayPetitionNumber(petition.number)}
            </Link>,
          ] as const,
        ]),
  ];
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{say.facts}</h2>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {withdrawn !== null && (
        <p>{fill(say.withdrawn, { at: dayOf(withdrawn.at), reason: withdrawn.reason })}</p>
      )}
      {promise.formerDates.length > 0 && (
        <>
          <h3>{say.formerDates}</h3>
          <ul className="plain-list">
            {promise.formerDates.map(({ dueDate, changedAt: at, reason }) => (
              <li key={at}>{fill(say.formerDate, { day: dueDate, at: dayOf(at), reason })}</li>
            ))}
          </ul>
        </>
      )}
      <ul className="plain-list">
        <li>
          <a href={`/promises/${promise.number}`} target="_blank" rel="noreferrer">
            {say.openPage}
          </a>
        </li>
        <li>
          <Link to={`/commitments/${promise.commitmentId}`}>{say.commitment}</Link>
        </li>
        {meetingId !== null && (
          <li>
            <Link to={`/meetings/${meetingId}`}>{say.meeting}</Link>
          </li>
        )}
      </ul>
    </section>
  );
}

function Slips({ promise }: { readonly promise: PromiseView }) {
  const { publicPromises: say } = useWords();
  const sheets = Array.from({ length: Math.ceil(promise.total / limits.slips) }, (_, at) => ({
    after: at * limits.slips,
    to: Math.min((at + 1) * limits.slips, promise.total),
  }));
  return (
    <section className="panel" aria-labelledby="slips">
      <h2 id="slips">{say.slips}</h2>
      <p className="quiet">{say.slipsIntro}</p>
      <ul className="plain-list">
        {sheets.map(({ after, to }) => (
          <li key={after}>
            <a
              href={`/api/v1/public-promises/${promise.id}/slips.pdf?after=${after}&count=${limits.slips}`}
              target="_blank"
              rel="noreferrer"
            >
              {fill(say.sheet, { from: after + 1, to })}
            </a>
          </li>
        ))}
      </ul>
      {promise.slips !== null && (
        <p className="quiet">
          {fill(say.slipsMade, { times: promise.slips.times, at: formatMoment(promise.slips.at) })}
        </p>
      )}
    </section>
  );
}
