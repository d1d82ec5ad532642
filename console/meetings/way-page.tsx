import { Link, useParams } from 'react-router';
import type { WayStep } from '../../src/capabilities/case-sponsorship/ways-out/contract.ts';
import type { WayView } from '../../src/capabilities/case-sponsorship/ways-out/view.ts';
import { formatMoment, formatSize } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { RecordSteps } from '../shell/record-steps.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { AidPanels } from './aid-panels.tsx';
import { Facts } from './facts.tsx';
import { VisitsOfWay } from './visits-of-way.tsx';
import { stepFields, stepInput } from './way-fields.ts';
import { useWaysOf, wayKey } from './ways-panel.tsx';

const addresses: Readonly<Record<WayStep, string>> = {
  recordStep: 'steps-done',
  explainLaw: 'explanations',
  approveAid: 'approvals',
  refuseAid: 'refusal',
  payAid: 'payment',
  finishWay: 'end',
  changeWay: 'change',
};

/** Of a way that was chosen it is expected that it is gone to its end. */
const leadingAway: readonly WayStep[] = ['changeWay', 'refuseAid'];

/** One way out: why it was chosen, its path, explanations or aid, and what comes next (S-5). */
export function WayPage() {
  const { id = '' } = useParams();
  const { waysOut: say } = useWords();
  return (
    <OpenedRecord<WayView>
      queryKey={wayKey(id)}
      path={`/ways-out/${id}`}
      title={say.title}
      titleOf={({ way }) => `${say.title} ${say.way[way]}`}
    >
      {(way) => (
        <>
          <div className="page-head">
            <h1>
              {say.title} · {say.way[way.way]}
            </h1>
          </div>
          <div className="petition">
            <div className="petition-main">
              <Standing way={way} />
              <Steps way={way} />
              <section className="panel" aria-labelledby="reason">
                <h2 id="reason">{say.reason}</h2>
                <p className="letter-text">{way.reason}</p>
              </section>
              {way.way === 'policy' && <Path way={way} />}
              {way.way === 'law' && <Explanations way={way} />}
              {way.aid !== null && <AidPanels way={way} aid={way.aid} />}
            </div>
            <div className="petition-side">
              <WayFacts way={way} />
              {way.aid !== null && way.status !== 'refused' && <Payment way={way} />}
              <VisitsOfWay way={way} />
            </div>
          </div>
        </>
      )}
    </OpenedRecord>
  );
}

function Standing({ way }: { readonly way: WayView }) {
  const { waysOut: say } = useWords();
  const left = way.status === 'changed' || way.status === 'refused';
  const { data } = useWaysOf(left ? way.petition.id : undefined);
  return (
    <>
      {way.changed !== null && (
        <p className="restored">{fill(say.changed, { reason: way.changed })}</p>
      )}
      {way.finished !== null && (
        <p className="restored">
          {say.finished}：{way.finished}
        </p>
      )}
      {way.status === 'approving' && !way.mayTake.includes('approveAid') && (
        <p className="quiet">{say.waitsForOthers}</p>
      )}
      {data?.mayChoose === true && (
        <p>
          <Link to={`/petitions/${way.petition.id}/ways-out/new`}>{say.another}</Link>
        </p>
      )}
    </>
  );
}

/** Whether everything on the way is done, so that it can end. */
const isReady = ({ way, steps, explanations }: WayView): boolean =>
  way === 'policy' ? steps.every(({ doneOn }) => doneOn !== null) : explanations.length > 0;

function Steps({ way }: { readonly way: WayView }) {
  const { waysOut: say } = useWords();
  const ready = isReady(way);
  // What comes next stands first; a step that would be refused now is not offered.
  const steps = way.mayTake.filter(
    (step) => (step !== 'finishWay' || ready) && (step !== 'recordStep' || !ready),
  );
  const next = ready ? steps.filter((step) => step === 'finishWay') : [];
  return (
    <RecordSteps
      steps={[...new Set([...next, ...steps])]}
      besides={leadingAway}
      names={say.step}
      fieldsOf={(step) => stepFields(step, say, way)}
      inputOf={stepInput}
      addressOf={(step) => `/ways-out/${way.id}/${addresses[step]}`}
      expectedVersion={way.version}
      queryKey={wayKey(way.id)}
    />
  );
}

function Path({ way }: { readonly way: WayView }) {
  const { waysOut: say } = useWords();
  return (
    <section className="panel" aria-labelledby="path">
      <h2 id="path">{say.path}</h2>
      <ol className="bullets">
        {way.steps.map(({ id, text, dueDate, expert, doneOn, note }) => (
          <li key={id}>
            <p>
              {text}{' '}
              <span className="figure">
                {doneOn === null
                  ? fill(say.due, { day: dueDate })
                  : fill(say.doneOn, { day: doneOn })}
              </span>
            </p>
            {expert !== null && (
              <p className="quiet">
                {fill(say.expert, {
                  who: [expert.name, expert.unit, expert.field]
                    .filter((each) => each !== '')
                    .join(' · '),
                })}
              </p>
            )}
            {note !== '' && <p className="letter-text">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Explanations({ way }: { readonly way: WayView }) {
  const { waysOut: say } = useWords();
  return (
    <section className="panel" aria-labelledby="explanations">
      <h2 id="explanations">{say.explanations}</h2>
      {way.explanations.length === 0 && <p className="quiet">{say.noExplanations}</p>}
      <ul className="plain-list">
        {way.explanations.map(({ on, how, by, post, provisions, words, answer }, at) => (
          <li key={at}>
            <p>
              {[by, post].filter((each) => each !== '').join(' · ')} · {say.how[how]}{' '}
              <span className="figure">{on}</span>
            </p>
            <p>{fill(say.provisions, { list: provisions.join('；') })}</p>
            <p className="letter-text">{words}</p>
            <p className="letter-text">{fill(say.answer, { words: answer })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Payment({ way }: { readonly way: WayView }) {
  const { waysOut: say } = useWords();
  const { payment, id } = way;
  return (
    <section className="panel" aria-labelledby="payment">
      <h2 id="payment">{say.payment}</h2>
      {payment === null ? (
        <p className="quiet">{say.notPaid}</p>
      ) : (
        <>
          <p>{fill(say.paidSays, { day: payment.on, by: payment.by })}</p>
          <p className="letter-text">{payment.proof}</p>
          <ul className="attachments">
            {payment.files.map((file) => (
              <li key={file.id}>
                <a
                  href={`/api/v1/ways-out/${id}/files/${file.id}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {file.name}
                </a>{' '}
                <span className="quiet figure">{formatSize(file.size)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function WayFacts({ way }: { readonly way: WayView }) {
  const { waysOut: say } = useWords();
  const { demandId } = way;
  const { data } = useWaysOf(demandId === null ? undefined : way.petition.id);
  const demand = data?.demands.find(({ id }) => id === demandId)?.text ?? '';
  return (
    <Facts
      title={say.facts}
      numberLabel={say.number}
      petition={way.petition}
      rows={[
        [say.statusName, say.status[way.status]],
        [say.demandName, demandId === null ? say.whole : demand],
        [say.unit, way.unit.name],
        [say.since, formatMoment(way.chosenAt)],
      ]}
    />
  );
}
