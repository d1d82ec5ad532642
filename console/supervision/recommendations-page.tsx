import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { RecommendationStep } from '../../src/capabilities/supervision/recommendations/contract.ts';
import type { RecommendationView } from '../../src/capabilities/supervision/recommendations/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { formatMoment, formatSize } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { RecordSteps } from '../shell/record-steps.tsx';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import { FactsPanel, PapersPanel, RecordFrame } from './own-record.tsx';
import { fill } from '../words/words.ts';
import { stepAddresses, stepFields } from './recommendations-steps.ts';

const keyOf = (id: string) => ['recommendation', id] as const;

/** Steps of the record and of its paper, each once. */
const stepsOf = ({ steps, papers }: RecommendationView): readonly RecommendationStep[] => [
  ...new Set([...papers.flatMap((paper) => paper.steps), ...steps] as RecommendationStep[]),
];

/** One recommendation: what it says, what the body answered, what was done (U-6). */
export function RecommendationPage() {
  const { id = '' } = useParams();
  const { recommendations: say, inspections } = useWords();
  const may = useMay();
  return (
    <OpenedRecord<RecommendationView>
      queryKey={keyOf(id)}
      path={`/recommendations/${id}`}
      title={say.title}
      titleOf={({ subject }) => subject}
    >
      {(recommendation) => (
        <RecordFrame
          heading={`${say.kind[recommendation.kind]} · ${recommendation.subject}`}
          side={
            <>
              <Facts recommendation={recommendation} />
              <PapersPanel
                say={say.paper}
                stages={inspections.paperStage}
                papers={recommendation.papers}
                at={`/api/v1/recommendations/${recommendation.id}/papers`}
              />
            </>
          }
        >
          <RecordSteps
            steps={stepsOf(recommendation)}
            names={say.step}
            fieldsOf={(step) => stepFields(step, recommendation, say, may('recommendation.draft'))}
            addressOf={(step) => `/recommendations/${recommendation.id}/${stepAddresses[step]}`}
            expectedVersion={recommendation.version}
            queryKey={keyOf(recommendation.id)}
          />
          <section className="panel" aria-labelledby="says">
            <h2 id="says">{say.says}</h2>
            <h3>{say.reasons}</h3>
            <p className="letter-text">{recommendation.reasons}</p>
            <h3>{say.proposal}</h3>
            <p className="letter-text">{recommendation.proposal}</p>
          </section>
          <Followed recommendation={recommendation} />
        </RecordFrame>
      )}
    </OpenedRecord>
  );
}

/** Answer, reports and judgements in the order in which they came. */
function Followed({ recommendation }: { readonly recommendation: RecommendationView }) {
  const { recommendations: say } = useWords();
  const { id, answer, reports, judgements, dropped } = recommendation;
  const said = [
    ...(answer === null
      ? []
      : [
          {
            ...answer,
            files: [],
            what: [
              say.answer,
              say.adoption[answer.adoption],
              ...(answer.doneBy === null ? [] : [`${say.doneBy} ${answer.doneBy}`]),
              ...(answer.recorded ? [say.recorded] : []),
            ].join(' · '),
          },
        ]),
    ...reports.map((report) => ({ ...report, what: say.report })),
    ...judgements.map((judgement) => ({
      ...judgement,
      files: [],
      what: judgement.verified ? say.verified : say.sentBack,
    })),
    ...(dropped === null
      ? []
      : [{ at: dropped.at, by: '', text: dropped.reason, files: [], what: say.droppedNow }]),
  ].toSorted((one, other) => (one.at < other.at ? -1 : 1));
  return (
    <section className="panel" aria-labelledby="followed">
      <h2 id="followed">{say.followed}</h2>
      {said.length === 0 && <p className="quiet">{say.noneYet}</p>}
      <ul className="plain-list">
        {said.map(({ at, by, what, text, files }) => (
          <li key={`${at}${what}`}>
            <p>
              <strong>{what}</strong> · {by} <span className="figure">{formatMoment(at)}</span>
            </p>
            <p className="letter-text">{text}</p>
            {files.length > 0 && (
              <ul className="attachments">
                {files.map((file) => (
                  <li key={file.id}>
                    <a
                      href={`/api/v1/recommendations/${id}/files/${file.id}`}
                      target="_blank"
                      rel="noreferrer"
                    >
                      {file.name}
                    </a>{' '}
                    <span className="quiet figure">{formatSize(file.size)}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ recommendation }: { readonly recommendation: RecommendationView }) {
  const { recommendations: say } = useWords();
  const { period, petitions, itemId, inspectionId } = recommendation;
  const due = recommendation.dueOn ?? '';
  const rows: readonly (readonly [string, ReactNode])[] = [
    [say.column.status, say.status[recommendation.status]],
    [say.column.unit, recommendation.unit.name],
    [say.office, recommendation.office.name],
    [say.draftedBy, recommendation.draftedBy],
    [say.period, fill(say.periodOf, { days: String(period.days), source: period.source })],
    [say.servedOn, recommendation.servedOn ?? ''],
    [say.answerBy, recommendation.answerBy ?? ''],
    [say.column.due, recommendation.late ? `${due} ${say.late}` : due],
    [
      say.petitions,
      petitions.length === 0 ? (
        ''
      ) : (
        <ul className="plain-list">
          {petitions.map(({ id, number }) => (
            <li key={id}>
              <Link to={`/petitions/${id}`}>{displayPetitionNumber(number)}</Link>
            </li>
          ))}
        </ul>
      ),
    ],
    [
      say.item,
      itemId === null ? '' : <Link to={`/supervision/items/${itemId}`}>{say.basisLink}</Link>,
    ],
    [
      say.inspection,
      inspectionId === null ? (
        ''
      ) : (
        <Link to={`/supervision/inspections/${inspectionId}`}>{say.basisLink}</Link>
      ),
    ],
  ];
  return <FactsPanel title={say.facts} rows={rows} />;
}
