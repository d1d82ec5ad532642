import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { staffSteps, type StaffStep } from '../../src/capabilities/commitments/contract.ts';
import type { CommitmentView } from '../../src/capabilities/commitments/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { petitionKey } from '../petitions/petition-query.ts';
import { api } from '../shell/api.ts';
import { formatMoment, formatSize } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { ShortForm } from '../shell/short-form.tsx';
import { useSpeech, useWords } from '../shell/words-context.tsx';
import { fill, wordFor } from '../words/words.ts';
import { commitmentsKey } from './commitments-panel.tsx';
import { DueMark } from './due.tsx';
import { fieldsOf } from './steps.ts';

const keyOf = (id: string) => ['commitment', id] as const;

/** One promise: what, by whom, until when, what was done, and what comes next. */
export function CommitmentPage() {
  const { id = '' } = useParams();
  const { commitments: say } = useWords();
  return (
    <OpenedRecord<CommitmentView>
      queryKey={keyOf(id)}
      path={`/commitments/${id}`}
      title={say.title}
      titleOf={({ text }) => text}
    >
      {(promise) => <Opened promise={promise} />}
    </OpenedRecord>
  );
}

function Opened({ promise }: { readonly promise: CommitmentView }) {
  const { commitments: say } = useWords();
  const [params, setParams] = useSearchParams();
  const step = staffSteps.find((each) => each === params.get('do'));
  const allowed = promise.allowances.some((each) => each.step === step && each.allowed);
  const leave = () => setParams({}, { replace: true });
  return (
    <>
      <div className="page-head">
        <h1 className="long-words">{promise.text}</h1>
      </div>
      <p>
        {say.status[promise.status]} · <DueMark promise={promise} />
      </p>
      <div className="petition">
        <div className="petition-main">
          <Steps promise={promise} onStep={(next) => setParams({ do: next })} />
          {step !== undefined && allowed && (
            <StepForm key={step} {...{ promise, step }} onLeave={leave} />
          )}
          <Reports promise={promise} />
          <Story promise={promise} />
        </div>
        <div className="petition-side">
          <Facts promise={promise} />
        </div>
      </div>
    </>
  );
}

function Steps(props: {
  readonly promise: CommitmentView;
  readonly onStep: (step: StaffStep) => void;
}) {
  const { words, language } = useSpeech();
  const say = words.commitments;
  const { allowances } = props.promise;
  return (
    <section className="panel" aria-labelledby="steps">
      <h2 id="steps">{say.steps}</h2>
      {allowances.every(({ allowed }) => !allowed) && <p className="quiet">{say.noSteps}</p>}
      <div className="row">
        {allowances
          .filter(({ allowed }) => allowed)
          .map(({ step }, at) => (
            <Button
              key={step}
              type={at === 0 ? 'primary' : 'default'}
              onClick={() => props.onStep(step)}
            >
              {say.step[step]}
            </Button>
          ))}
      </div>
      <ul className="plain-list quiet">
        {allowances.map(({ step, reason }) =>
          reason === null ? null : (
            <li key={step}>
              {say.step[step]}：{language === 'zh-CN' ? reason.zh : reason.en}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

function StepForm(props: {
  readonly promise: CommitmentView;
  readonly step: StaffStep;
  readonly onLeave: () => void;
}) {
  const { promise, step } = props;
  const { commitments: say } = useWords();
  const client = useQueryClient();
  return (
    <section className="panel" aria-labelledby="step">
      <h2 id="step">{say.step[step]}</h2>
      <ShortForm
        draft={`commitment:${promise.id}:${step}`}
        fields={fieldsOf(step, promise, say)}
        label={say.step[step]}
        send={(input, key) =>
          api.post(
            `/commitments/${promise.id}/steps`,
            { expectedVersion: promise.version, step: { type: step, input } },
            { key },
          )
        }
        onLeave={props.onLeave}
        onDone={() => {
          void client.invalidateQueries({ queryKey: keyOf(promise.id) });
          void client.invalidateQueries({ queryKey: ['list'] });
          if (promise.petition !== null) {
            void client.invalidateQueries({ queryKey: commitmentsKey(promise.petition.id) });
            void client.invalidateQueries({ queryKey: petitionKey(promise.petition.id) });
          }
          props.onLeave();
        }}
      />
    </section>
  );
}

function Facts({ promise }: { readonly promise: CommitmentView }) {
  const { commitments: say } = useWords();
  const rows: readonly (readonly [string, string])[] = [
    [say.label.unit, promise.unit.name],
    [say.label.byUnit, promise.byUnit.name],
    [say.label.responsible, promise.responsible],
    [say.label.promisedTo, say.promisedTo[promise.promisedTo]],
    [say.column.source, say.source[promise.source]],
    [say.label.madeAt, formatMoment(promise.madeAt)],
    ...(promise.publicText === null ? [] : [[say.label.publicText, promise.publicText] as const]),
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
        {promise.petition !== null && (
          <div>
            <dt>{say.column.petition}</dt>
            <dd>
              <Link to={`/petitions/${promise.petition.id}`}>
                {displayPetitionNumber(promise.petition.number)}
              </Link>
            </dd>
          </div>
        )}
      </dl>
      {promise.formerDates.length > 0 && (
        <>
          <h3>{say.formerDates}</h3>
          <ul className="plain-list">
            {promise.formerDates.map(({ dueDate, changedAt, reason }) => (
              <li key={changedAt}>
                <del className="figure">{dueDate}</del> {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Reports({ promise }: { readonly promise: CommitmentView }) {
  const { commitments: say } = useWords();
  const { fulfilled, withdrawn } = promise;
  return (
    <section className="panel" aria-labelledby="reports">
      <h2 id="reports">{say.reports}</h2>
      {promise.reports.length === 0 && <p className="quiet">{say.noReports}</p>}
      <ul className="plain-list">
        {promise.reports.map((report) => (
          <li key={report.at}>
            <p className="strong">{fill(say.reportedOn, { day: report.doneOn })}</p>
            <p className="letter-text">{report.evidence}</p>
            {report.withoutConfirmation !== null && (
              <p>
                {say.label.withoutConfirmation}：{report.withoutConfirmation}
              </p>
            )}
            <ul className="attachments">
              {report.files.map(({ id, name, size }) => (
                <li key={id}>
                  <a
                    href={`/api/v1/commitments/${promise.id}/files/${id}`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {name}
                  </a>{' '}
                  <span className="quiet figure">{formatSize(size)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {promise.returns.map(({ at, judge, words }) => (
        <p key={at}>
          {say.sentBackBy[judge]} {formatMoment(at)} {words}
        </p>
      ))}
      {fulfilled !== null && (
        <p className="strong">
          {say.fulfilledBy[fulfilled.judge]} {formatMoment(fulfilled.at)} {fulfilled.words}
        </p>
      )}
      {withdrawn !== null && (
        <p className="strong">
          {say.status.withdrawn} {formatMoment(withdrawn.at)}{' '}
          {withdrawn.cause === null ? withdrawn.reason : say.cause[withdrawn.cause]}
        </p>
      )}
    </section>
  );
}

function Story({ promise }: { readonly promise: CommitmentView }) {
  const { commitments: say } = useWords();
  return (
    <section className="panel" aria-labelledby="story">
      <h2 id="story">{say.timeline}</h2>
      <ol className="plain-list">
        {promise.timeline.map(({ seq, at, type, actor, unit }) => (
          <li key={seq}>
            <span className="figure">{formatMoment(at)}</span> {wordFor(say.deed, type)} {unit}{' '}
            {actor === 'petitioner' ? say.petitioner : actor}
          </li>
        ))}
      </ol>
    </section>
  );
}
