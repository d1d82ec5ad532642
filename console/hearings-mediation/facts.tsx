import { Fragment, type ReactNode } from 'react';
import type {
  HearingView,
  MediationView,
  PartyView,
  ProceedingView,
} from '../../src/capabilities/hearings-mediation/view.ts';
import { attachmentAddress } from '../petitions/page/attachments.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf, type Words } from '../words/words.ts';

type Say = Words['hearings'];
type Row = readonly [string, ReactNode];

const namesOf = (parties: readonly PartyView[], say: Say): string =>
  parties.map(({ name, role }) => `${name}（${say.partyRole[role]}）`).join('、');

function panelOf({ panel }: HearingView, say: Say): ReactNode {
  return (
    <ul className="plain-list">
      {panel.map((seat) => (
        <li key={`${seat.memberId}${seat.state}`}>
          {seat.name}（{say.memberKind[seat.kind]}
          {seat.profession !== '' && ` · ${seat.profession}`}）
          {seat.state !== 'seated' && ` ${say.seat[seat.state]}`}
          {seat.objection !== null && ` ${say.objection[seat.objection]}`}
          {seat.reason !== null && `：${seat.reason}`}
          {seat.vote !== null && ` · ${say.vote[seat.vote]}`}
        </li>
      ))}
    </ul>
  );
}

function drawsOf({ draws }: HearingView, say: Say): ReactNode {
  return draws.map((draw) => (
    <details key={draw.seed}>
      <summary>{fill(say.fact.excluded, { count: draw.excluded.length })}</summary>
      <ul className="plain-list">
        {draw.excluded.map(({ memberId, name, reason }) => (
          <li key={memberId}>
            {name}：{say.exclusion[reason]}
          </li>
        ))}
      </ul>
      <p className="quiet figure">
        {fill(say.fact.seed, { seed: draw.seed, count: draw.candidates })}
      </p>
    </details>
  ));
}

function noticeOf(hearing: HearingView, say: Say): ReactNode {
  if (hearing.waiver !== null) {
    return fill(say.fact.waiver, { day: hearing.waiver.on, proof: hearing.waiver.proof });
  }
  if (hearing.noticeServedOn !== null) {
    const first = hearing.firstDay ?? '';
    return fill(say.fact.noticeServed, { day: hearing.noticeServedOn, first });
  }
  return hearing.noticeDrafted ? say.fact.noticeDrafted : null;
}

/** A file opens in a window of its own; the look is recorded as any look at the petition's files. */
function exhibitsOf({ exhibits, parties }: HearingView, petitionId: string, say: Say): ReactNode {
  if (exhibits.length === 0) return null;
  return (
    <ul className="plain-list">
      {exhibits.map(({ id, label, attachmentId, presentedBy }) => {
        const party = parties.find((each) => each.id === presentedBy);
        return (
          <li key={id}>
            {attachmentId === null ? (
              label
            ) : (
              <a
                href={attachmentAddress(petitionId, attachmentId)}
                target="_blank"
                rel="noreferrer"
              >
                {label}
              </a>
            )}
            {party !== undefined && ` · ${namesOf([party], say)}`}
          </li>
        );
      })}
    </ul>
  );
}

function hearingRows(hearing: HearingView, petitionId: string, say: Say): Row[] {
  const { schedule, parties, counts } = hearing;
  const came = parties.filter(({ id }) => hearing.came.includes(id));
  return [
    [
      hearing.open ? say.fact.public : say.fact.closed,
      hearing.open ? '✓' : (hearing.closedReason ?? ''),
    ],
    [
      say.fact.schedule,
      schedule &&
        `${schedule.date} ${schedule.time} · ${say.mode[schedule.mode]} · ${schedule.place}`,
    ],
    [say.fact.bring, schedule?.bring],
    [say.fact.parties, namesOf(parties, say)],
    [
      say.fact.panel,
      hearing.panel.length === 0 ? null : (
        <>
          {panelOf(hearing, say)}
          {drawsOf(hearing, say)}
        </>
      ),
    ],
    [say.fact.notice, noticeOf(hearing, say)],
    [say.fact.days, hearing.days.join('、')],
    [say.fact.came, namesOf(came, say)],
    [say.fact.exhibits, exhibitsOf(hearing, petitionId, say)],
    [say.fact.record, hearing.record],
    [
      say.fact.counts,
      hearing.panel.some(({ vote }) => vote !== null)
        ? keysOf(say.vote)
            .map((vote) => `${say.vote[vote]} ${counts[vote]}`)
            .join(' · ')
        : null,
    ],
    [say.fact.conclusion, hearing.conclusion],
    [say.fact.cancelled, hearing.cancelled],
  ];
}

function consentsOf({ consents, parties }: MediationView, say: Say): ReactNode {
  if (consents.length === 0) return null;
  return (
    <ul className="plain-list">
      {consents.map(({ partyId, given, on, proof }) => {
        const party = parties.find(({ id }) => id === partyId)?.name ?? '';
        const sentence = given ? say.fact.consentGiven : say.fact.consentRefused;
        return (
          <li key={partyId}>
            {fill(sentence, { party, day: on })}（{proof ?? say.fact.byCode}）
          </li>
        );
      })}
    </ul>
  );
}

function mediationRows(mediation: MediationView, say: Say): Row[] {
  const { agreement, confirmation, sessions } = mediation;
  return [
    [say.fact.way, say.way[mediation.way]],
    [say.fact.parties, namesOf(mediation.parties, say)],
    [say.fact.mediator, mediation.mediator],
    [say.fact.consents, consentsOf(mediation, say)],
    [
      say.fact.sessions,
      sessions.length === 0 ? null : (
        <ul className="plain-list">
          {sessions.map(({ id, on, place, record }) => (
            <li key={id}>
              {on} · {place}
              <br />
              {record}
            </li>
          ))}
        </ul>
      ),
    ],
    [
      say.fact.agreement,
      agreement &&
        `${say.agreementForm[agreement.form]}（${fill(say.fact.effective, { day: agreement.effectiveOn })}）：${agreement.terms}`,
    ],
    [say.fact.failure, mediation.failure],
    [
      say.fact.confirmation,
      confirmation &&
        fill(say.confirmation[confirmation.state], {
          day: confirmation.confirmBy,
          days: confirmation.daysLeft,
        }),
    ],
    [say.fact.court, confirmation?.court],
    [say.fact.caseNumber, confirmation?.caseNumber],
  ];
}

function adviceRows({ reEvaluation, deliberation }: ProceedingView, say: Say): Row[] {
  const names = (members: readonly { readonly name: string }[]) =>
    members.map(({ name }) => name).join('、');
  if (reEvaluation !== null) {
    const { answer, explained } = reEvaluation;
    return [
      [say.fact.body, reEvaluation.body.name],
      [say.fact.reviewers, names(reEvaluation.reviewers)],
      [
        say.fact.answer,
        answer && `${answer.on} · ${say.outcome[answer.outcome]}：${answer.result}`,
      ],
      [
        say.fact.explained,
        explained && `${explained.on} · ${explained.expert}：${explained.record}`,
      ],
    ];
  }
  const { consent = null, held = null } = deliberation ?? {};
  const answer = consent?.given === true ? say.fact.consentGiven : say.fact.consentRefused;
  return [
    [
      say.fact.consent,
      consent && fill(answer, { party: say.partyRole.petitioner, day: consent.on }),
    ],
    [say.fact.days, held && `${held.on} · ${held.place} · ${names(held.members)}`],
    [say.fact.record, held?.record],
    [say.fact.advice, held?.advice],
  ];
}

/** Everything that is known of a proceeding; what is not there is not shown. */
export function ProceedingFacts({ proceeding }: { readonly proceeding: ProceedingView }) {
  const { hearings: say } = useWords();
  const rows: Row[] = [
    [say.fact.topic, proceeding.topic],
    ...(proceeding.hearing === null
      ? []
      : hearingRows(proceeding.hearing, proceeding.petitionId, say)),
    ...(proceeding.mediation === null ? [] : mediationRows(proceeding.mediation, say)),
    ...(proceeding.hearing === null && proceeding.mediation === null
      ? adviceRows(proceeding, say)
      : []),
  ];
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
