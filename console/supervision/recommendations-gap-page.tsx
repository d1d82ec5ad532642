import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { limits } from '../../src/capabilities/supervision/recommendations/limits.ts';
import type { GapView } from '../../src/capabilities/supervision/recommendations/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { formatMoment } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { RecordSteps } from '../shell/record-steps.tsx';
import { useWords } from '../shell/words-context.tsx';
import { FactsPanel, RecordFrame } from './own-record.tsx';

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
        <RecordFrame heading={gap.missing} side={<Facts gap={gap} />}>
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
        </RecordFrame>
      )}
    </OpenedRecord>
  );
}

function Facts({ gap }: { readonly gap: GapView }) {
  const { policyGaps: say } = useWords();
  const rows: readonly (readonly [string, ReactNode])[] = [
    [say.column.status, say.status[gap.status]],
    [say.column.topic, gap.topic],
    [say.column.department, gap.department.name],
    [say.office, gap.office.name],
    [say.notedBy, `${gap.notedBy} · ${gap.notedAtUnit.name}`],
    [say.column.noted, formatMoment(gap.notedAt)],
    [say.dropped, gap.dropped?.reason ?? ''],
    [
      say.petition,
      gap.petition !== null && (
        <Link to={`/petitions/${gap.petition.id}`}>
          {displayPetitionNumber(gap.petition.number)}
        </Link>
      ),
    ],
    [
      say.column.repair,
      gap.repair !== null && (
        <Link to={`/supervision/repairs/${gap.repair.id}`}>{gap.repair.name}</Link>
      ),
    ],
  ];
  return <FactsPanel title={say.facts} rows={rows} />;
}
