import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type {
  FindingView,
  InspectionView,
} from '../../src/capabilities/supervision/inspections/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { formatMoment, formatSize } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { RecordSteps } from '../shell/record-steps.tsx';
import { useWords } from '../shell/words-context.tsx';
import { FactsPanel, PapersPanel, RecordFrame } from './own-record.tsx';
import {
  inspectionAddresses,
  inspectionStepFields,
  type InspectionStep,
} from './inspections-steps.ts';
import { RecommendLink } from './recommend-link.tsx';

const keyOf = (id: string) => ['inspection', id] as const;

/** Steps of the record and of its papers, each once. */
const stepsOf = ({ steps, papers }: InspectionView): readonly InspectionStep[] => [
  ...new Set([...steps, ...papers.flatMap((paper) => paper.steps)] as InspectionStep[]),
];

/** One inspection: what is looked at, found, demanded, corrected (U-1); made for a phone too. */
export function InspectionPage() {
  const { id = '' } = useParams();
  const { inspections: say } = useWords();
  return (
    <OpenedRecord<InspectionView>
      queryKey={keyOf(id)}
      path={`/inspections/${id}`}
      title={say.title}
      titleOf={({ unit }) => unit.name}
    >
      {(inspection) => (
        <RecordFrame
          heading={`${inspection.unit.name} · ${say.status[inspection.status]}`}
          side={
            <>
              <Facts inspection={inspection} />
              <RecommendLink on="inspection" id={inspection.id} />
            </>
          }
        >
          <RecordSteps
            steps={stepsOf(inspection)}
            names={say.step}
            fieldsOf={(step) => inspectionStepFields(step, inspection, say)}
            addressOf={(step) => `/inspections/${inspection.id}/${inspectionAddresses[step]}`}
            expectedVersion={inspection.version}
            queryKey={keyOf(inspection.id)}
          />
          <section className="panel" aria-labelledby="findings">
            <h2 id="findings">{say.finding.title}</h2>
            {inspection.findings.length === 0 && <p className="quiet">{say.finding.none}</p>}
            <ul className="plain-list">
              {inspection.findings.map((finding) => (
                <Finding key={finding.id} of={inspection.id} finding={finding} />
              ))}
            </ul>
          </section>
          <PapersPanel
            say={say.paper}
            stages={say.paperStage}
            papers={inspection.papers}
            at={`/api/v1/inspections/${inspection.id}/orders`}
          />
        </RecordFrame>
      )}
    </OpenedRecord>
  );
}

function Files({ of, files }: { readonly of: string; readonly files: FindingView['photographs'] }) {
  return files.length === 0 ? null : (
    <ul className="attachments">
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={`/api/v1/inspections/${of}/files/${id}`} target="_blank" rel="noreferrer">
            {name}
          </a>{' '}
          <span className="quiet figure">{formatSize(size)}</span>
        </li>
      ))}
    </ul>
  );
}

function Finding({ of, finding }: { readonly of: string; readonly finding: FindingView }) {
  const { inspections: say } = useWords();
  const said = [
    ...finding.answers.map((answer) => ({ ...answer, what: say.finding.answer })),
    ...finding.judgements.map((judgement) => ({
      ...judgement,
      files: [],
      what: judgement.verified ? say.finding.verified : say.finding.reopened,
    })),
  ].toSorted((one, other) => (one.at < other.at ? -1 : 1));
  return (
    <li>
      <p>
        <strong>{say.finding.kind[finding.kind]}</strong> · {say.finding.status[finding.status]}{' '}
        {finding.overdue && <span className="tag">{say.overdue}</span>}
      </p>
      <p className="letter-text">{finding.text}</p>
      {finding.petition !== null && (
        <p>
          <Link className="own-line" to={`/petitions/${finding.petition.id}`}>
            {displayPetitionNumber(finding.petition.number)}
          </Link>
        </p>
      )}
      {finding.basis !== null && (
        <p>
          {say.finding.basis}：{finding.basis}
        </p>
      )}
      {finding.demand !== null && (
        <p className="letter-text">
          {say.finding.demand}：{finding.demand} <span className="figure">{finding.dueOn}</span>
        </p>
      )}
      {finding.itemId !== null && (
        <p>
          <Link className="own-line" to={`/supervision/items/${finding.itemId}`}>
            {say.finding.item}
          </Link>
        </p>
      )}
      <Files of={of} files={finding.photographs} />
      {said.map(({ at, by, what, text, files }) => (
        <div key={at}>
          <p>
            {what} · {by} <span className="figure">{formatMoment(at)}</span>
          </p>
          <p className="letter-text">{text}</p>
          <Files of={of} files={files} />
        </div>
      ))}
    </li>
  );
}

function Facts({ inspection }: { readonly inspection: InspectionView }) {
  const { inspections: say } = useWords();
  const rows: readonly (readonly [string, ReactNode])[] = [
    [say.column.programme, inspection.programme.name],
    [say.column.team, inspection.team],
    [say.members, inspection.members.join('、')],
    [say.round, inspection.round ?? ''],
    [say.column.way, `${say.way[inspection.way]} · ${say.focus[inspection.focus]}`],
    [say.column.on, inspection.carriedOut?.on ?? inspection.on],
    [say.task, inspection.task],
    [say.checked, inspection.carriedOut?.checked ?? ''],
    [say.cancelled, inspection.cancelled?.reason ?? ''],
    [
      say.petitions,
      inspection.petitions.length === 0 ? (
        ''
      ) : (
        <ul>
          {inspection.petitions.map(({ id, number }) => (
            <li key={id}>
              <Link to={`/petitions/${id}`}>{displayPetitionNumber(number)}</Link>
            </li>
          ))}
        </ul>
      ),
    ],
  ];
  return <FactsPanel title={say.facts} rows={rows} />;
}
