import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import type { DisputeView } from '../../src/capabilities/disputes/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { useNamed } from './use-settings.ts';

/** What was recorded, who is concerned (on asking), and by which limit it goes. */
export function DisputeFacts({ dispute }: { readonly dispute: DisputeView }) {
  const { disputes: say } = useWords();
  const named = useNamed();
  const { clock, promotion } = dispute;
  const rows: readonly (readonly [string, string])[] = [
    [say.column.kind, named(dispute.kind.name)],
    [say.label.regionCode, dispute.region.name],
    [say.label.place, dispute.place],
    [say.column.recorded, `${formatMoment(dispute.recordedAt)} ${dispute.recordedBy.name}`],
    [say.line, dispute.line.map(({ unit }) => unit.name).join(' → ')],
    ...(clock === null
      ? []
      : [
          [
            say.clock,
            `${clock.dueDate}（${fill(say.clockBasis, { days: clock.days, source: clock.source })}）`,
          ] as const,
        ]),
    ...(promotion === null
      ? []
      : [[say.label.way, `${promotion.saidOn} ${say.way[promotion.way]}`] as const]),
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
        {promotion?.petition != null && (
          <>
            <dt>{say.petition}</dt>
            <dd>
              <Link to={`/petitions/${promotion.petition.id}`}>
                {displayPetitionNumber(promotion.petition.number)}
              </Link>
            </dd>
          </>
        )}
      </dl>
      <Parties dispute={dispute} />
    </section>
  );
}

interface Party {
  readonly name: string;
  readonly contact: string;
}

/** Opened on asking alone: each look leaves its trace. */
function Parties({ dispute }: { readonly dispute: DisputeView }) {
  const { disputes: say } = useWords();
  const [asked, setAsked] = useState(false);
  const { data } = useQuery({
    queryKey: ['dispute', dispute.id, 'parties'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Party[] }>(`/disputes/${dispute.id}/parties`, { signal }),
    enabled: asked,
    staleTime: Infinity,
  });
  return (
    <>
      <h3>{fill(say.parties, { count: dispute.partyCount })}</h3>
      {dispute.partyCount === 0 && <p className="quiet">{say.noParties}</p>}
      {dispute.partyCount > 0 && !asked && (
        <p>
          <Button onClick={() => setAsked(true)}>{say.showParties}</Button>{' '}
          <span className="quiet">{say.partiesTrace}</span>
        </p>
      )}
      <ul className="plain-list">
        {(data?.items ?? []).map(({ name, contact }) => (
          <li key={`${name} ${contact}`}>
            {name} <span className="figure">{contact}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
