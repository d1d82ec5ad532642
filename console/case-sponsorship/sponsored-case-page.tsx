import { Link, useParams } from 'react-router';
import type { SponsoredView } from '../../src/capabilities/case-sponsorship/sponsored/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { CommitmentsPanel } from '../commitments/commitments-panel.tsx';
import { formatMoment } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, wordFor } from '../words/words.ts';
import { casePanels } from './case-panels.tsx';
import { CaseSteps, keyOfCase } from './case-steps.tsx';
import { MilestonesPanel } from './milestones-panel.tsx';
import { SevenPanel } from './seven-panel.tsx';

/** One case under a leader: what comes next, the plan, its dates, the seven, notes and its past. */
export function SponsoredCasePage() {
  const { id = '' } = useParams();
  const { sponsored: say } = useWords();
  return (
    <OpenedRecord<SponsoredView>
      queryKey={keyOfCase(id)}
      path={`/sponsored-cases/${id}`}
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
              <Standing item={item} />
              <CaseSteps item={item} />
              <PlanPanel item={item} />
              <MilestonesPanel item={item} />
              <SevenPanel item={item} />
              {casePanels.map((Panel, at) => (
                <Panel key={at} item={item} />
              ))}
              <NotesPanel item={item} />
            </div>
            <div className="petition-side">
              <Facts item={item} />
              <CommitmentsPanel petitionId={item.petition.id} />
              <TimelinePanel item={item} />
            </div>
          </div>
        </>
      )}
    </OpenedRecord>
  );
}

/** What somebody waits for, or how it ended, in a sentence. */
function Standing({ item }: { readonly item: SponsoredView }) {
  const { sponsored: say } = useWords();
  const { handOver, leader, ending, verified, proposal, declined } = item;
  return (
    <>
      {item.leaderLeft && <p className="restored">{say.leaderLeft}</p>}
      {handOver !== null && (
        <p className="restored">
          {fill(say.handOverWaits, {
            name: handOver.to.name,
            leader: leader.name,
            reason: handOver.reason,
          })}
        </p>
      )}
      {item.status === 'proposed' && proposal !== null && (
        <p className="restored">{fill(say.proposalSays, { words: proposal.words })}</p>
      )}
      {declined !== null && (
        <p className="restored">{fill(say.declinedSays, { words: declined.words })}</p>
      )}
      {ending !== null && (
        <p className="restored">
          {fill(say.endingSays, {
            by: ending.by,
            result: say.result[ending.result],
            words: ending.words,
          })}
        </p>
      )}
      {verified !== null && (
        <p className="restored">
          {fill(say.verifiedSays, { by: verified.by, words: verified.words })}
        </p>
      )}
    </>
  );
}

function PlanPanel({ item }: { readonly item: SponsoredView }) {
  const { sponsored: say } = useWords();
  const { plan } = item;
  return (
    <section className="panel" aria-labelledby="plan">
      <h2 id="plan">{say.planTitle}</h2>
      {plan === null ? (
        <p className="quiet">{say.noPlan}</p>
      ) : (
        <>
          <dl className="facts">
            <div>
              <dt>{say.matterKnot}</dt>
              <dd className="letter-text">{plan.matterKnot}</dd>
            </div>
            <div>
              <dt>{say.mindKnot}</dt>
              <dd className="letter-text">{plan.mindKnot}</dd>
            </div>
            {plan.measures.map(({ kind, words }, at) => (
              <div key={`${kind}-${at}`}>
                <dt>{say.measure[kind]}</dt>
                <dd className="letter-text">{words}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet">
            {plan.by} <span className="figure">{formatMoment(plan.at)}</span>
          </p>
        </>
      )}
      <p>
        {say.planSheet}
        <a href={`/api/v1/sponsored-cases/${item.id}/plan.pdf`}>PDF</a>{' '}
        <a href={`/api/v1/sponsored-cases/${item.id}/plan.docx`}>DOCX</a>
      </p>
    </section>
  );
}

function NotesPanel({ item }: { readonly item: SponsoredView }) {
  const { sponsored: say } = useWords();
  return (
    <section className="panel" aria-labelledby="notes">
      <h2 id="notes">{say.notes}</h2>
      {item.notes.length === 0 && <p className="quiet">{say.noNotes}</p>}
      <ul className="plain-list">
        {item.notes.map(({ at, by, words }) => (
          <li key={at}>
            <p>
              {by} <span className="figure">{formatMoment(at)}</span>
            </p>
            <p className="letter-text">{words}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TimelinePanel({ item }: { readonly item: SponsoredView }) {
  const { sponsored: say } = useWords();
  return (
    <section className="panel" aria-labelledby="timeline">
      <h2 id="timeline">{say.timeline}</h2>
      <ul className="plain-list">
        {item.timeline.map(({ at, kind, by, words }) => (
          <li key={`${at}-${kind}`}>
            <p>
              {by} {wordFor(say.kind, kind)} <span className="figure">{formatMoment(at)}</span>
            </p>
            {words !== '' && <p className="letter-text">{words}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ item }: { readonly item: SponsoredView }) {
  const { sponsored: say } = useWords();
  const { leader, takenAt, result } = item;
  const status = `${say.status[item.status]}${result === null ? '' : ` · ${say.result[result]}`}`;
  const rows: readonly (readonly [string, string])[] = [
    [say.column.status, status],
    [say.column.leader, leader.name],
    [say.leaderUnit, leader.unit.name],
    [say.since, takenAt === null ? say.notTaken : formatMoment(takenAt)],
    [say.column.unit, item.unit.name],
    [say.office, item.office.name],
    [say.place, item.region.name],
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
