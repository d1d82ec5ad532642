import { Fragment, useState } from 'react';
import { Link, useParams } from 'react-router';
import { assessmentSteps } from '../../src/capabilities/disputes/decisions/contract.ts';
import type { AssessmentView } from '../../src/capabilities/disputes/decisions/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { useOfficers, useUnits } from '../shell/reference-data.ts';
import { SearchSelect } from '../shell/search-select.tsx';
import { Field } from '../shell/field.tsx';
import type { ShortField } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, wordFor } from '../words/words.ts';
import { DecisionParts } from './decision-parts.tsx';
import { fieldsOf } from './decision-steps.ts';
import { StepPanel } from './step-panel.tsx';
import { useNamed } from './use-settings.ts';

/** One assessment: checklist, consultations, measures, legality, result, and the petitions behind it. */
export function DecisionPage() {
  const { id = '' } = useParams();
  const { decisions: say } = useWords();
  return (
    <OpenedRecord<AssessmentView>
      queryKey={['decision', id]}
      path={`/decisions/${id}`}
      title={say.title}
      titleOf={({ title }) => title}
    >
      {(decision) => <Opened decision={decision} />}
    </OpenedRecord>
  );
}

function Opened({ decision }: { readonly decision: AssessmentView }) {
  const { decisions: say } = useWords();
  const named = useNamed();
  const [reviewerUnit, setReviewerUnit] = useState('');
  const mayName = decision.allowances.some(
    ({ step, allowed }) => step === 'nameReviewer' && allowed,
  );
  const units = useUnits(mayName);
  const officers = useOfficers(reviewerUnit === '' ? null : reviewerUnit);
  const reviewer: readonly ShortField[] = [
    {
      name: 'userId',
      kind: 'choice',
      label: say.label.userId,
      help: say.help.reviewer,
      required: true,
      first: '',
      options: officers.map(({ userId, displayName }) => ({ value: userId, label: displayName })),
    },
  ];
  const concluded = decision.result === null ? '' : ` · ${say.result[decision.result]}`;
  return (
    <>
      <div className="page-head">
        <h1 className="long-words">{decision.title}</h1>
        <nav className="head-links" aria-label={say.report}>
          <a href={`/api/v1/decisions/${decision.id}/report.pdf`}>
            {say.report} {say.pdf}
          </a>
          <a href={`/api/v1/decisions/${decision.id}/report.docx`}>
            {say.report} {say.docx}
          </a>
        </nav>
      </div>
      <p>
        {say.status[decision.status]}
        {concluded} {decision.expired && <span className="tag">{say.expired}</span>}
      </p>
      <div className="petition">
        <div className="petition-main">
          {mayName && decision.reviewer === null && (
            <section className="panel" aria-labelledby="reviewer-unit">
              <h2 id="reviewer-unit">{say.label.reviewerUnit}</h2>
              <Field label={say.label.reviewerUnit} id="field-reviewer-unit">
                {(aria) => (
                  <SearchSelect
                    aria={aria}
                    value={reviewerUnit}
                    onChange={setReviewerUnit}
                    options={units.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                )}
              </Field>
            </section>
          )}
          <StepPanel
            allowances={decision.allowances}
            steps={assessmentSteps}
            names={say.step}
            title={say.steps}
            none={say.noSteps}
            fieldsOf={(step) =>
              step === 'nameReviewer' ? reviewer : fieldsOf(step, decision, say, named)
            }
            send={(step, input, key) =>
              api.post(
                `/decisions/${decision.id}/steps`,
                {
                  expectedVersion: decision.version,
                  step: {
                    type: step,
                    input: step === 'nameReviewer' ? { ...input, unit: reviewerUnit } : input,
                  },
                },
                { key },
              )
            }
            queryKey={['decision', decision.id]}
          />
          <DecisionParts decision={decision} />
          <Story decision={decision} />
        </div>
        <div className="petition-side">
          <Facts decision={decision} />
          <Petitions decision={decision} />
        </div>
      </div>
    </>
  );
}

function Facts({ decision }: { readonly decision: AssessmentView }) {
  const { decisions: say } = useWords();
  const { reviewer } = decision;
  const rows: readonly (readonly [string, string])[] = [
    [say.column.kind, say.kind[decision.kind]],
    [say.label.regionCode, decision.region],
    [say.label.peopleConcerned, fill(say.people, { count: decision.peopleConcerned })],
    [say.column.unit, decision.unit.name],
    [say.column.assessor, decision.assessor.name],
    ...(reviewer === null ? [] : [[say.reviewer, `${reviewer.name} ${reviewer.unit}`] as const]),
    ...(decision.validUntil === null ? [] : [[say.label.validUntil, decision.validUntil] as const]),
  ];
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{say.facts}</h2>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="letter-text">{decision.content}</p>
    </section>
  );
}

/** How many name it stands in bands under ten; which ones, for whoever may read them. */
function Petitions({ decision }: { readonly decision: AssessmentView }) {
  const { decisions: say } = useWords();
  const { petitionBand: band } = decision;
  const told = typeof band === 'number' ? fill(say.band.more, { count: band }) : say.band[band];
  return (
    <section className="panel" aria-labelledby="petitions">
      <h2 id="petitions">{say.petitions}</h2>
      <p className="strong">{told}</p>
      {band !== 'none' && <p className="quiet">{say.bandHelp}</p>}
      <ul className="plain-list">
        {decision.petitions.map(({ id, number }) => (
          <li key={id} className="figure">
            <Link to={`/petitions/${id}`}>{displayPetitionNumber(number)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Story({ decision }: { readonly decision: AssessmentView }) {
  const { decisions: say } = useWords();
  return (
    <section className="panel" aria-labelledby="story">
      <h2 id="story">{say.story}</h2>
      <ol className="plain-list">
        {decision.timeline.map(({ seq, at, type, actor, unit }) => (
          <li key={seq}>
            <span className="figure">{formatMoment(at)}</span> {wordFor(say.deed, type)} {unit}{' '}
            {actor}
          </li>
        ))}
      </ol>
    </section>
  );
}
