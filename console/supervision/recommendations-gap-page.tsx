import { Link, useParams } from 'react-router';
import { limits } from '../../src/capabilities/supervision/recommendations/limits.ts';
import type { GapView } from '../../src/capabilities/supervision/recommendations/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { formatMoment } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { RecordSteps } from '../shell/record-steps.tsx';
import { useWords } from '../shell/words-context.tsx';

const keyOf = (id: string) => ['policy-gap', id] as const;

/** One policy gap: where it was seen, what is missing, under which repair it stands (U-6). */
export function PolicyGapPage() {
  const { id = '' } = useParams();
  const { policyGaps: say } = useWords();
  return (
    <OpenedRecord<GapView>
      queryKey={keyOf(id)}
      path={`/policy-gaps/${id}`}
      title={say.title}
      titleOf={({ missing }) => missing}
    >
      {(gap) => (
        <>
          <div className="page-head">
            <h1 className="long-words">{gap.missing}</h1>
          </div>
          <div className="petition">
            <div className="petition-main">
              <RecordSteps
                steps={gap.mayDrop ? (['dropGap'] as const) : []}
                names={{ dropGap: say.drop }}
                fieldsOf={() => [
                  {
                    name: 'reason',
                    kind: 'area',
                    label: say.label.reason,
                    required: true,
                    limit: limits.words,
                  },
                ]}
                addressOf={() => `/policy-gaps/${gap.id}/dropping`}
                expectedVersion={gap.version}
                queryKey={keyOf(gap.id)}
              />
              <section className="panel" aria-labelledby="policy">
                <h2 id="policy">{say.policy}</h2>
                <p className="letter-text">{gap.policy}</p>
              </section>
            </div>
            <div className="petition-side">
              <Facts gap={gap} />
            </div>
          </div>
        </>
      )}
    </OpenedRecord>
  );
}

function Facts({ gap }: { readonly gap: GapView }) {
  const { policyGaps: say } = useWords();
  const rows: readonly (readonly [string, string])[] = [
    [say.column.status, say.status[gap.status]],
    [say.column.topic, gap.topic],
    [say.column.department, gap.department.name],
    [say.office, gap.office.name],
    [say.notedBy, `${gap.notedBy} · ${gap.notedAtUnit.name}`],
    [say.column.noted, formatMoment(gap.notedAt)],
    [say.dropped, gap.dropped?.reason ?? ''],
  ];
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{say.facts}</h2>
      <dl className="facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="long-words">{value}</dd>
            </div>
          ))}
        {gap.petition !== null && (
          <div>
            <dt>{say.petition}</dt>
            <dd>
              <Link to={`/petitions/${gap.petition.id}`}>
                {displayPetitionNumber(gap.petition.number)}
              </Link>
            </dd>
          </div>
        )}
        {gap.repair !== null && (
          <div>
            <dt>{say.column.repair}</dt>
            <dd>
              <Link to={`/supervision/repairs/${gap.repair.id}`}>{gap.repair.name}</Link>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
