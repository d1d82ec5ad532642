import { Fragment } from 'react';
import { Link, useParams } from 'react-router';
import { limits } from '../../src/capabilities/case-sponsorship/limits.ts';
import type {
  BacklogView,
  VerificationView,
} from '../../src/capabilities/case-sponsorship/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { formatMoment, formatSize } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { RecordSteps } from '../shell/record-steps.tsx';
import type { ShortField } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf, type Words } from '../words/words.ts';

type Step = BacklogView['steps'][number];

const keyOf = (id: string) => ['backlog', id] as const;
const addresses: Readonly<Record<Step, string>> = {
  proposeClosing: 'proposals',
  verifyClosing: 'closing',
  sendBack: 'returns',
  takeUpAgain: 'resumptions',
};

function fieldsOf(step: Step, { label, help, view }: Words['backlog']): readonly ShortField[] {
  const area = { kind: 'area', required: true, limit: limits.words } as const;
  if (step !== 'proposeClosing') {
    return [{ ...area, name: 'words', label: label[step], help: help[step] }];
  }
  return [
    { ...area, name: 'evidence', label: label.evidence, help: help.evidence },
    { name: 'uploads', kind: 'uploads', label: label.uploads },
    {
      name: 'view',
      kind: 'choice',
      label: label.view,
      required: true,
      options: keysOf(view).map((value) => ({ value, label: view[value] })),
    },
    { ...area, name: 'viewWords', label: label.viewWords, help: help.viewWords },
  ];
}

/** One backlog case: under whom, what was done, what the petitioner says, what was found. */
export function BacklogCasePage() {
  const { id = '' } = useParams();
  const { backlog: say } = useWords();
  return (
    <OpenedRecord<BacklogView>
      queryKey={keyOf(id)}
      path={`/backlog/${id}`}
      title={say.title}
      titleOf={({ petition }) => petition.title}
    >
      {(item) => (
        <>
          <div className="page-head">
            <h1 className="long-words">{item.petition.title}</h1>
          </div>
          <div className="petition">
            <div className="petition-main">
              <RecordSteps
                steps={item.steps}
                names={say.step}
                fieldsOf={(step) => fieldsOf(step, say)}
                addressOf={(step) => `/backlog/${item.id}/${addresses[step]}`}
                expectedVersion={item.version}
                queryKey={keyOf(item.id)}
              />
              <Proposals item={item} />
              <Verifications item={item} />
            </div>
            <div className="petition-side">
              <Facts item={item} />
            </div>
          </div>
        </>
      )}
    </OpenedRecord>
  );
}

function Proposals({ item }: { readonly item: BacklogView }) {
  const { backlog: say } = useWords();
  return (
    <section className="panel" aria-labelledby="proposals">
      <h2 id="proposals">{say.proposals}</h2>
      {item.proposals.length === 0 && <p className="quiet">{say.noProposals}</p>}
      <ul className="plain-list">
        {item.proposals.map(({ at, by, evidence, view, viewWords, files }) => (
          <li key={at}>
            <p>
              {by} <span className="figure">{formatMoment(at)}</span>
            </p>
            <p className="letter-text">{evidence}</p>
            <p className="letter-text">
              {say.view[view]}：{viewWords}
            </p>
            <ul className="attachments">
              {files.map(({ id, name, size }) => (
                <li key={id}>
                  <a
                    href={`/api/v1/backlog/${item.id}/files/${id}`}
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
    </section>
  );
}

const Verified = ({ what, found }: { readonly what: string; readonly found: VerificationView }) => (
  <li>
    <p>
      {what} {found.by} <span className="figure">{formatMoment(found.at)}</span>
    </p>
    <p className="letter-text">{found.words}</p>
  </li>
);

function Verifications({ item }: { readonly item: BacklogView }) {
  const { backlog: say } = useWords();
  const { sentBack, closed, cameBack } = item;
  return (
    <section className="panel" aria-labelledby="verifications">
      <h2 id="verifications">{say.verifications}</h2>
      {sentBack.length === 0 && closed === null && cameBack.length === 0 && (
        <p className="quiet">{say.noVerifications}</p>
      )}
      <ul className="plain-list">
        {sentBack.map((found) => (
          <Verified key={found.at} what={say.step.sendBack} found={found} />
        ))}
        {cameBack.map(({ closed: before, at, by, words }) => (
          <Fragment key={at}>
            <Verified what={say.status.closed} found={before} />
            <Verified
              what={say.cameBack}
              found={{ at, by: by ?? say.bySystem, words: words ?? say.openedAgain }}
            />
          </Fragment>
        ))}
        {closed !== null && <Verified what={say.status.closed} found={closed} />}
      </ul>
    </section>
  );
}

function Facts({ item }: { readonly item: BacklogView }) {
  const { backlog: say } = useWords();
  const rows: readonly (readonly [string, string])[] = [
    [say.column.status, say.status[item.status]],
    [say.column.batch, item.batch.name],
    ...(item.listedAs === null ? [] : [[say.listedAs, item.listedAs] as const]),
    [say.column.unit, item.unit.name],
    [say.column.leader, item.leader],
    ...(item.dueDate === null
      ? []
      : [[say.column.due, `${item.dueDate}${item.overdue ? ` ${say.overdue}` : ''}`] as const]),
    [say.assignedAt, formatMoment(item.assignedAt)],
  ];
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{say.facts}</h2>
      <dl className="facts">
        <div>
          <dt>{say.column.number}</dt>
          <dd>
            <Link to={`/petitions/${item.petition.id}`}>
              {displayPetitionNumber(item.petition.number)}
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
    </section>
  );
}
