import { Link, useParams } from 'react-router';
import type {
  VisitNotesView,
  VisitView,
} from '../../src/capabilities/case-sponsorship/visits/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { formatMoment, formatSize } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { RecordSteps } from '../shell/record-steps.tsx';
import { useOfficers } from '../shell/reference-data.ts';
import { useSession } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { planFields, planInput } from './plan-fields.ts';
import { stepFields, stepInput } from './record-fields.ts';

const addresses: Readonly<Record<VisitView['steps'][number], string>> = {
  changeVisit: 'plan',
  cancelVisit: 'cancellation',
  noteConsent: 'consent',
  withdrawConsent: 'consent-withdrawal',
  recordVisit: 'record',
  addToVisit: 'additions',
};

const keyOf = (id: string) => ['home-visit', id] as const;

/** One home visit: the plan, who agreed to what, the record, and what the petitioner says to it. */
export function VisitPage() {
  const { id = '' } = useParams();
  const { visits: say } = useWords();
  return (
    <OpenedRecord<VisitView>
      queryKey={keyOf(id)}
      path={`/home-visits/${id}`}
      title={say.title}
      titleOf={({ whom }) => whom}
    >
      {(visit) => (
        <>
          <div className="page-head">
            <h1 className="long-words">
              {say.title} {visit.whom}
            </h1>
          </div>
          <div className="petition">
            <div className="petition-main">
              <Steps visit={visit} />
              <Record visit={visit} />
              <Corrections visit={visit} />
            </div>
            <div className="petition-side">
              <Plan visit={visit} />
              <Consent visit={visit} />
            </div>
          </div>
        </>
      )}
    </OpenedRecord>
  );
}

function Steps({ visit }: { readonly visit: VisitView }) {
  const { visits: say } = useWords();
  const { unit, userId } = useSession();
  const colleagues = useOfficers(unit?.id ?? null);
  return (
    <RecordSteps
      steps={visit.steps}
      names={say.step}
      fieldsOf={(step) =>
        step === 'changeVisit'
          ? planFields(say, colleagues, { me: userId, visit })
          : stepFields(step, say, visit)
      }
      inputOf={(step, typed) =>
        step === 'changeVisit' ? planInput(typed) : stepInput(step, typed)
      }
      addressOf={(step) => `/home-visits/${visit.id}/${addresses[step]}`}
      expectedVersion={visit.version}
      queryKey={keyOf(visit.id)}
    />
  );
}

function Notes({ visit, notes }: { readonly visit: VisitView; readonly notes: VisitNotesView }) {
  const { visits: say } = useWords();
  return (
    <>
      <p>
        {notes.by} <span className="figure">{notes.visitedOn}</span>
      </p>
      {notes.talks.length > 0 && (
        <p>
          {say.talks}：
          {notes.talks
            .map(({ partner, name }) => [say.partner[partner], name].filter(Boolean).join(' '))
            .join('、')}
        </p>
      )}
      {notes.words !== '' && <p className="letter-text">{notes.words}</p>}
      <ul className="attachments">
        {notes.files.map(({ id, name, size }) => (
          <li key={id}>
            <a
              href={`/api/v1/home-visits/${visit.id}/files/${id}`}
              target="_blank"
              rel="noreferrer"
            >
              {name}
            </a>{' '}
            <span className="quiet figure">{formatSize(size)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Record({ visit }: { readonly visit: VisitView }) {
  const { visits: say } = useWords();
  const { record, promise, additions } = visit;
  return (
    <>
      <section className="panel" aria-labelledby="record">
        <h2 id="record">{say.record}</h2>
        <p>{say.status[visit.status]}</p>
        {record === null ? (
          <p className="quiet">{say.noRecord}</p>
        ) : (
          <Notes visit={visit} notes={record} />
        )}
        {visit.endedAt !== null && visit.status !== 'cancelled' && (
          <p>
            <a
              className="own-line"
              href={`/api/v1/home-visits/${visit.id}/record.pdf`}
              target="_blank"
              rel="noreferrer"
            >
              {say.paper}
            </a>
          </p>
        )}
        {promise !== null && (
          <p className="letter-text">
            {say.promise}：{promise.text} <span className="figure">{promise.dueDate}</span>{' '}
            <Link to={`/commitments/${promise.id}`}>{say.commitment}</Link>
          </p>
        )}
      </section>
      {additions.length > 0 && (
        <section className="panel" aria-labelledby="additions">
          <h2 id="additions">{say.additions}</h2>
          {additions.map((notes) => (
            <Notes key={notes.at} visit={visit} notes={notes} />
          ))}
        </section>
      )}
    </>
  );
}

function Corrections({ visit }: { readonly visit: VisitView }) {
  const { visits: say } = useWords();
  if (visit.corrections.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="corrections">
      <h2 id="corrections">{say.corrections}</h2>
      <p className="quiet">{say.correctionsHelp}</p>
      <ul className="plain-list">
        {visit.corrections.map(({ at, words }) => (
          <li key={at}>
            <p className="figure">{formatMoment(at)}</p>
            <p className="letter-text">{words}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Plan({ visit }: { readonly visit: VisitView }) {
  const { visits: say } = useWords();
  const people = [...visit.visitors.map(({ name }) => name), visit.companions].filter(Boolean);
  const rows: readonly (readonly [string, string])[] = [
    [say.plan.day, `${visit.day} ${visit.time ?? say.anyTime}`],
    [say.plan.visitors, people.join('、')],
    [say.column.unit, visit.unit.name],
    [say.plan.whom, visit.whom],
    [say.plan.place, visit.place],
    [say.plan.purpose, visit.purpose],
  ];
  return (
    <section className="panel" aria-labelledby="plan">
      <h2 id="plan">{say.plan.panel}</h2>
      <dl className="facts">
        <div>
          <dt>{say.number}</dt>
          <dd>
            <Link to={`/petitions/${visit.petition.id}`}>
              {displayPetitionNumber(visit.petition.number)}
            </Link>
          </dd>
        </div>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{fill(say.plan.by, { name: visit.plannedBy })}</p>
    </section>
  );
}

function Consent({ visit }: { readonly visit: VisitView }) {
  const { visits: say } = useWords();
  const { consent } = visit;
  const asked =
    consent === null
      ? say.consent.none
      : fill(say.consent.given, { day: consent.on, way: say.way[consent.way], by: consent.by });
  return (
    <section className="panel" aria-labelledby="consent">
      <h2 id="consent">{say.consent.title}</h2>
      <p>{visit.accusation ? say.consent.never : asked}</p>
    </section>
  );
}
