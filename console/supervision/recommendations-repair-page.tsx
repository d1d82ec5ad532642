import { Link, useParams } from 'react-router';
import type { RepairStep } from '../../src/capabilities/supervision/recommendations/contract.ts';
import type {
  GapView,
  RepairView,
} from '../../src/capabilities/supervision/recommendations/view.ts';
import { formatMoment } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { usePagedList } from '../shell/paged-list.tsx';
import { RecordSteps } from '../shell/record-steps.tsx';
import { useWords } from '../shell/words-context.tsx';
import { FactsPanel, RecordFrame } from './own-record.tsx';
import { fill } from '../words/words.ts';
import { repairAddresses, repairStepFields } from './recommendations-repair-fields.ts';

const keyOf = (id: string) => ['policy-repair', id] as const;

/** One policy repair: its gaps, what was promised for it, the document that was changed (U-6). */
export function PolicyRepairPage() {
  const { id = '' } = useParams();
  const { policyRepairs: say } = useWords();
  const { items: waiting } = usePagedList<GapView>('/policy-gaps', { status: 'noted' });
  return (
    <OpenedRecord<RepairView>
      queryKey={keyOf(id)}
      path={`/policy-repairs/${id}`}
      title={say.title}
      titleOf={({ title }) => title}
    >
      {(repair) => (
        <RecordFrame heading={repair.title} side={<Facts repair={repair} />}>
          <RecordSteps
            steps={repair.steps as RepairStep[]}
            names={say.step}
            fieldsOf={(step) => repairStepFields(step, repair, waiting, say)}
            addressOf={(step) => `/policy-repairs/${repair.id}/${repairAddresses[step]}`}
            expectedVersion={repair.version}
            queryKey={keyOf(repair.id)}
          />
          <section className="panel" aria-labelledby="goal">
            <h2 id="goal">{say.goal}</h2>
            <p className="letter-text">{repair.goal}</p>
          </section>
          <Commitments repair={repair} />
          <Gaps gaps={repair.gaps} />
        </RecordFrame>
      )}
    </OpenedRecord>
  );
}

function Commitments({ repair }: { readonly repair: RepairView }) {
  const { policyRepairs: say } = useWords();
  const { commitments, fulfilled } = repair;
  return (
    <section className="panel" aria-labelledby="commitments">
      <h2 id="commitments">{say.commitments}</h2>
      <p className="quiet">
        {commitments.length === 0
          ? say.noCommitments
          : fill(say.progress, { total: String(commitments.length), fulfilled: String(fulfilled) })}
      </p>
      <ul className="plain-list">
        {commitments.map((promise) => (
          <li key={promise.id}>
            <Link to={`/commitments/${promise.id}`}>{promise.text}</Link>
            <p>
              {promise.unit.name} · {fill(say.until, { due: promise.dueDate })}{' '}
              {promise.overdue && <span className="tag">{say.overdue}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Gaps({ gaps }: { readonly gaps: readonly GapView[] }) {
  const { policyRepairs: say, policyGaps } = useWords();
  return (
    <section className="panel" aria-labelledby="gaps">
      <h2 id="gaps">{say.gaps}</h2>
      {gaps.length === 0 && <p className="quiet">{say.noGaps}</p>}
      <ul className="plain-list">
        {gaps.map((gap) => (
          <li key={gap.id}>
            <Link to={`/supervision/gaps/${gap.id}`}>{gap.missing}</Link>
            <p>
              {gap.topic} · {gap.department.name} · {policyGaps.status[gap.status]}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ repair }: { readonly repair: RepairView }) {
  const { policyRepairs: say } = useWords();
  const { result, toldAt } = repair;
  const rows: readonly (readonly [string, string])[] = [
    [say.column.status, say.status[repair.status]],
    [say.column.topic, `${repair.topic.large} ${repair.topic.small}`],
    [say.column.leader, repair.leader],
    [say.column.departments, repair.departments.map(({ name }) => name).join('、')],
    [say.office, repair.office.name],
    [say.begun, `${repair.begunBy} ${formatMoment(repair.begunAt)}`],
    [
      say.result,
      result === null
        ? ''
        : `${say.resultKind[result.kind]} · ${result.documentNumber} · ${result.on}`,
    ],
    [say.label.outcome, result?.text ?? ''],
    [say.told, toldAt === null ? '' : formatMoment(toldAt)],
    [say.droppedNow, repair.dropped?.reason ?? ''],
  ];
  return <FactsPanel title={say.facts} rows={rows} />;
}
