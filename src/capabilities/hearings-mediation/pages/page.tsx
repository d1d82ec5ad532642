import type { ReactElement, ReactNode } from 'react';
import { Choices, Facts, Form, Notice, TextArea } from '../../../portal/components.tsx';
import { dayInWords } from '../../../portal/dates.ts';
import { Layout } from '../../../portal/layout.tsx';
import { sayer, type Say } from '../../../portal/words/index.ts';
import type { PetitionReading, ProgressOfPetitioner } from '../../petitions/index.ts';
import { limits } from '../limits.ts';
import type { HearingView, MediationView, ProceedingView } from '../view.ts';
import { hearingPageWords, type HearingKey } from './words.ts';

interface Part {
  readonly reading: PetitionReading;
  readonly tell: Say<HearingKey>;
  readonly number: string;
  readonly proceeding: ProceedingView;
  /** Makes one answer of a double press. */
  readonly commandKey: string;
}

type Row = readonly [string, ReactNode];

const shown = (rows: readonly Row[]): readonly Row[] =>
  rows.filter(([, value]) => value !== null && value !== '');

function hearingRows(hearing: HearingView, { tell, reading }: Part): Row[] {
  const { schedule } = hearing;
  const day = schedule === null ? '' : dayInWords(schedule.date, reading.language);
  const decided = hearing.conclusion !== null;
  return [
    [tell('when'), schedule === null ? null : tell('when.at', { day, time: schedule.time })],
    [tell(schedule?.mode === 'video' ? 'link' : 'where'), schedule?.place ?? null],
    [tell('bring'), schedule?.bring ?? null],
    [
      tell('public'),
      hearing.open ? tell('public.yes') : tell('public.no', { reason: hearing.closedReason ?? '' }),
    ],
    [tell('votes'), decided ? tell('votes.line', hearing.counts) : null],
    [tell('conclusion'), hearing.conclusion],
    [tell('cancelled'), hearing.cancelled],
  ];
}

/** Who decides, and how to ask for somebody else. */
const Panel = (part: Part & { readonly hearing: HearingView }): ReactElement | null => {
  const { tell, reading, number, proceeding, hearing, commandKey } = part;
  const seats = hearing.panel.filter(({ state }) => state === 'seated');
  if (seats.length === 0) return null;
  const free = seats.filter(({ objection }) => objection === null);
  const id = `object-${proceeding.id}`;
  const state = (seat: (typeof seats)[number]): string => {
    if (seat.objection === 'open') return `：${tell('panel.objected')}`;
    return seat.objection === 'rejected'
      ? `：${tell('panel.rejected', { reason: seat.reason ?? '' })}`
      : '';
  };
  return (
    <>
      <h3>{tell('panel')}</h3>
      <ul>
        {seats.map((seat) => (
          <li key={seat.memberId}>
            {seat.name}
            {seat.profession === '' ? '' : `（${seat.profession}）`}
            {state(seat)}
          </li>
        ))}
      </ul>
      {proceeding.steps.includes('objectToMember') && free.length > 0 && (
        <details>
          <summary>{tell('object')}</summary>
          <p>{tell('panel.help')}</p>
          <Form reading={reading} id={id} action={`/p/${number}/hearings/${proceeding.id}/object`}>
            <input type="hidden" name="key" value={commandKey} />
            <Choices
              name="memberId"
              legend={tell('object.who')}
              choices={free.map((seat) => ({ value: seat.memberId, label: seat.name }))}
              value={undefined}
            />
            <TextArea
              reading={reading}
              id={`reason-${proceeding.id}`}
              name="reason"
              rows={3}
              label={tell('object.reason')}
              limit={limits.explanation}
            />
            <div className="buttons">
              <button className="button">{tell('object')}</button>
            </div>
          </Form>
        </details>
      )}
    </>
  );
};

function mediationRows(mediation: MediationView, { tell, reading }: Part): Row[] {
  const { agreement, confirmation, sessions } = mediation;
  const day = (date: string): string => dayInWords(date, reading.language);
  return [
    [tell('way'), tell(`way.${mediation.way}`)],
    [tell('mediator'), mediation.mediator],
    [tell('parties'), mediation.parties.map(({ name }) => name).join('、')],
    [
      tell('sessions'),
      sessions.map(({ on, place, record }) => `${day(on)} · ${place}\n${record}`).join('\n\n'),
    ],
    [
      tell('agreement'),
      agreement === null
        ? null
        : `${agreement.terms}\n${tell('agreement.from', { day: day(agreement.effectiveOn) })}`,
    ],
    [
      tell('court'),
      confirmation === null
        ? null
        : tell(`court.${confirmation.state}`, {
            day: day(confirmation.confirmBy),
            number: confirmation.caseNumber ?? '',
          }),
    ],
    [tell('failure'), mediation.failure],
  ];
}

function adviceRows(
  { reEvaluation, deliberation }: ProceedingView,
  { tell, reading }: Part,
): Row[] {
  const day = (date: string): string => dayInWords(date, reading.language);
  const explained = reEvaluation?.explained ?? null;
  const held = deliberation?.held ?? null;
  return [
    [tell('result'), reEvaluation?.answer?.result ?? null],
    [
      tell('explained'),
      explained === null
        ? null
        : tell('explained.line', { day: day(explained.on), expert: explained.expert }),
    ],
    [tell('where'), held === null ? null : `${day(held.on)} · ${held.place}`],
    [tell('advice'), held?.advice ?? null],
  ];
}

/** Yes or no, with the own code and nobody's help. */
const Answer = ({ tell, reading, number, proceeding, commandKey }: Part): ReactElement | null => {
  if (!proceeding.steps.includes('answerProposal')) return null;
  return (
    <Form
      reading={reading}
      id={`answer-${proceeding.id}`}
      action={`/p/${number}/hearings/${proceeding.id}/answer`}
    >
      <input type="hidden" name="key" value={commandKey} />
      <p>{tell(proceeding.kind === 'deliberation' ? 'deliberation.free' : 'mediation.free')}</p>
      <div className="buttons">
        <button className="button" name="given" value="yes">
          {tell('yes')}
        </button>
        <button className="button second" name="given" value="no">
          {tell('no')}
        </button>
      </div>
    </Form>
  );
};

const Proceeding = (part: Part): ReactElement => {
  const { tell, proceeding } = part;
  const { hearing, mediation } = proceeding;
  const rows: Row[] = [
    [tell('unit'), proceeding.unit.name],
    [tell('topic'), proceeding.topic],
    ...(hearing === null ? [] : hearingRows(hearing, part)),
    ...(mediation === null ? [] : mediationRows(mediation, part)),
    ...(hearing === null && mediation === null ? adviceRows(proceeding, part) : []),
  ];
  const heading = `h-${proceeding.id}`;
  const stage = `stage.${proceeding.stage}` as HearingKey;
  return (
    <section aria-labelledby={heading} className="words">
      <h2 id={heading}>
        {tell(`kind.${proceeding.kind}`)} · {tell(stage)}
      </h2>
      <Facts rows={shown(rows)} />
      {hearing !== null && <Panel {...part} hearing={hearing} />}
      <Answer {...part} />
    </section>
  );
};

/** What is arranged around the petition: when, where, who, and what the petitioner can say to it. */
export const HearingsPage = ({
  reading,
  progress,
  proceedings,
  done,
  notice,
  commandKey,
}: {
  readonly reading: PetitionReading;
  readonly progress: ProgressOfPetitioner;
  readonly proceedings: readonly ProceedingView[];
  readonly done: boolean;
  readonly notice?: string | undefined;
  readonly commandKey: string;
}): ReactElement => {
  const tell = sayer(hearingPageWords, reading.language);
  const { number } = progress;
  return (
    <Layout reading={reading} title={tell('title')} back={`/p/${number}`}>
      {done && (
        <Notice kind="good" live>
          <p>{tell('did.done')}</p>
        </Notice>
      )}
      {notice !== undefined && (
        <Notice kind="warn" live>
          <p>{notice}</p>
        </Notice>
      )}
      <h1>{tell('title')}</h1>
      <p>{proceedings.length === 0 ? tell('none') : tell('lead')}</p>
      {proceedings.map((proceeding) => (
        <Proceeding key={proceeding.id} {...{ reading, tell, number, proceeding, commandKey }} />
      ))}
      <p>{tell('papers.line')}</p>
      <p>
        <a href={`/p/${number}`}>{tell('back')}</a>
      </p>
    </Layout>
  );
};
