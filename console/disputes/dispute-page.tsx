import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { disputeSteps } from '../../src/capabilities/disputes/contract.ts';
import type { DisputeView } from '../../src/capabilities/disputes/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { useWords } from '../shell/words-context.tsx';
import { wordFor } from '../words/words.ts';
import { DueMark } from './due.tsx';
import { DisputeFacts } from './facts-panel.tsx';
import { StepPanel } from './step-panel.tsx';
import { fieldsOf, type AnyStep } from './steps.ts';

const steps: readonly AnyStep[] = [...disputeSteps, 'promote'];

/** One dispute: what it is about, who has it until when, what was tried, and what comes next. */
export function DisputePage() {
  const { id = '' } = useParams();
  const { disputes: say } = useWords();
  return (
    <OpenedRecord<DisputeView>
      queryKey={['dispute', id]}
      path={`/disputes/${id}`}
      title={say.title}
      titleOf={({ about }) => about}
    >
      {(dispute) => <Opened dispute={dispute} />}
    </OpenedRecord>
  );
}

interface Promoted {
  readonly petitionId: string;
  readonly number: string;
  readonly lookupCode: string;
}

/** Number and code, once: they are for the person and stand nowhere else here. */
function ForThePerson({ promoted }: { readonly promoted: Promoted }) {
  const { disputes: say } = useWords();
  return (
    <section className="panel" role="status">
      <p>{say.promoted}</p>
      <dl className="facts">
        <dt>{say.number}</dt>
        <dd className="figure strong">{displayPetitionNumber(promoted.number)}</dd>
        <dt>{say.code}</dt>
        <dd className="figure strong">{promoted.lookupCode}</dd>
      </dl>
    </section>
  );
}

function Opened({ dispute }: { readonly dispute: DisputeView }) {
  const { disputes: say } = useWords();
  const [promoted, setPromoted] = useState<Promoted | null>(null);
  const send = (step: AnyStep, input: Record<string, unknown>, key: string) =>
    step === 'promote'
      ? api.post<Promoted>(
          `/disputes/${dispute.id}/petition`,
          { ...input, ownWish: input['ownWish'] === 'yes' },
          { key },
        )
      : api.post(
          `/disputes/${dispute.id}/steps`,
          { expectedVersion: dispute.version, step: { type: step, input } },
          { key },
        );
  return (
    <>
      <div className="page-head">
        <h1 className="long-words">{dispute.about}</h1>
        <nav className="head-links" aria-label={say.title}>
          <Link to="/disputes">{say.back}</Link>
        </nav>
      </div>
      <p>
        {say.status[dispute.status]} · {dispute.holder.name} · <DueMark dispute={dispute} />
      </p>
      <div className="petition">
        <div className="petition-main">
          {promoted !== null && <ForThePerson promoted={promoted} />}
          <StepPanel<AnyStep>
            allowances={dispute.allowances}
            steps={steps}
            names={say.step}
            title={say.steps}
            none={say.noSteps}
            fieldsOf={(step) => fieldsOf(step, dispute, say)}
            helpOf={(step) => (step === 'promote' ? say.help.promote : undefined)}
            send={send}
            onDone={(step, answer) => {
              if (step === 'promote') setPromoted(answer as Promoted);
            }}
            queryKey={['dispute', dispute.id]}
          />
          <Story dispute={dispute} />
        </div>
        <div className="petition-side">
          <DisputeFacts dispute={dispute} />
        </div>
      </div>
    </>
  );
}

function Story({ dispute }: { readonly dispute: DisputeView }) {
  const { disputes: say } = useWords();
  return (
    <section className="panel" aria-labelledby="story">
      <h2 id="story">{say.story}</h2>
      <ol className="plain-list">
        {dispute.timeline.map(({ seq, at, type, actor, unit, words }) => (
          <li key={seq}>
            <span className="figure">{formatMoment(at)}</span> {wordFor(say.deed, type)} {unit}{' '}
            {actor === '' ? say.program : actor}
            {words !== '' && <p className="letter-text">{words}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
