import type { ReactElement } from 'react';
import { displayPetitionNumber } from '../../../../kernel/petition-number.ts';
import { Facts, Form, Notice } from '../../../../portal/components.tsx';
import { dayInWords, dayOfMoment } from '../../../../portal/dates.ts';
import { Layout } from '../../../../portal/layout.tsx';
import type { DemandView } from '../../view.ts';
import type { OpenedProgress } from '../deps.ts';
import type { PetitionReading } from '../reading.ts';
import { Contested } from './contested.tsx';
import { History } from './history.tsx';
import { Papers } from './papers.tsx';
import { RatingGiven } from './rating.tsx';

interface Part {
  readonly reading: PetitionReading;
  readonly progress: OpenedProgress;
}

/** Where a suggestion, an enquiry or thanks is on its own short way to an answer. */
const openOnPath: ReadonlySet<OpenedProgress['status']> = new Set([
  'registered',
  'referred',
  'handling',
] as const);

/** Who has it, what comes next, until when: the three things that everybody asks first. */
const Now = ({ reading, progress }: Part): ReactElement => {
  const { tell, tellCode, language } = reading;
  const { latest, holder, status, path } = progress;
  const short = path !== null && openOnPath.has(status) ? path : null;
  return (
    <section className="now" aria-labelledby="now">
      <h2 id="now">{short === null ? tell(`status.${status}`) : tell(`path.${short}`)}</h2>
      {latest !== null && (
        <>
          <p className="big">
            {tellCode('latest', latest.period, { day: dayInWords(latest.dueDate, language) })}
          </p>
          {latest.provisional && <p className="help">{tell('progress.provisional')}</p>}
        </>
      )}
      {status !== 'concluded' && (
        <p>
          {tell('progress.who')}: <span className="strong">{holder.name}</span>
        </p>
      )}
      <p>{short === null ? tell(`next.${status}`) : tell(`path.${short}.next`)}</p>
      {progress.raised !== null && status !== 'concluded' && (
        <p>{tell('raised.told', { office: progress.raised.to })}</p>
      )}
    </section>
  );
};

const addressOf = (number: string, action: OpenedProgress['actions'][number]): string =>
  ({
    add: `/p/${number}/add`,
    answer: `/p/${number}/add`,
    withdraw: `/p/${number}/withdraw`,
    revoke: '',
    'request-review': `/p/${number}/review`,
    rate: `/p/${number}/rate`,
    contest: `/p/${number}/contest`,
  })[action];

/** What the petitioner can do now; the first is the one that helps most. */
const Actions = ({ reading, progress }: Part): ReactElement => {
  const { say, tell } = reading;
  const { number, actions, holder, office } = progress;
  const hasRated = progress.afterwards.rating?.current != null;
  const phone = holder.phone || office.phone || reading.office.phone;
  return (
    <section className="no-print" aria-labelledby="can">
      <h2 id="can">{tell('progress.can')}</h2>
      <div className="buttons">
        {actions.map((action, index) =>
          action === 'revoke' ? (
            <button key={action} className="button" form="revoke">
              {tell('progress.action.revoke')}
            </button>
          ) : (
            <a
              key={action}
              className={index === 0 ? 'button' : 'button second'}
              href={addressOf(number, action)}
            >
              {action === 'rate' && hasRated
                ? tell('rating.change')
                : tell(`progress.action.${action}`)}
            </a>
          ),
        )}
        {phone !== '' && (
          <a className="button second" href={`tel:${phone}`}>
            {tell('progress.call', { phone })}
          </a>
        )}
        <button className="button second js-only" type="button" data-print="">
          {say('site.print')}
        </button>
      </div>
    </section>
  );
};

/** Until when the petitioner may ask the level above, and how. */
export const ReviewRight = ({ reading, progress }: Part): ReactElement | null => {
  const { tell, language } = reading;
  const { reviewUntil, office } = progress;
  if (reviewUntil === null) return null;
  return (
    <div id="review" tabIndex={-1}>
      <Notice kind="info">
        <p className="strong">
          {tell('progress.review', { day: dayInWords(reviewUntil, language) })}
        </p>
        <p>{tell('progress.review.how', { office: office.name, phone: office.phone })}</p>
      </Notice>
    </div>
  );
};

/** Reviews that were asked for, each one tap away. */
const Reviews = ({ reading, progress }: Part): ReactElement | null => {
  const { tell, tellCode, language } = reading;
  const { procedureEndedAt } = progress;
  if (progress.reviews.length === 0) return null;
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews">{tell('progress.reviews')}</h2>
      {procedureEndedAt !== null && (
        <p>{tell('progress.ended', { day: dayOfMoment(procedureEndedAt, language) })}</p>
      )}
      <ul>
        {progress.reviews.map(({ id, stage, state, body }) => (
          <li key={id}>
            <a href={`/p/${progress.number}/reviews/${id}`}>
              {tellCode('stage', stage)} · {tellCode('reviewState', state)}
              {body !== '' && ` · ${body}`}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

const demandState = (reading: PetitionReading, demand: DemandView): string => {
  const { tell, tellCode, language } = reading;
  if (demand.outcome === null) return tell('progress.demand.none');
  const { execution } = demand;
  const outcome = tellCode('outcome', demand.outcome);
  if (execution === null) return outcome;
  const done =
    execution.doneAt === null
      ? tell('progress.demand.doing', {
          responsible: execution.responsible,
          day: dayInWords(execution.dueDate, language),
        })
      : tell('progress.demand.done', { day: dayOfMoment(execution.doneAt, language) });
  return `${outcome}\n${done}`;
};

/** Answered demands stand open above the history; before that they are one tap away, below. */
const isAnswered = ({ demands }: OpenedProgress): boolean =>
  demands.some(({ outcome }) => outcome !== null);

const Demands = ({ reading, progress }: Part): ReactElement | null =>
  progress.demands.length === 0 ? null : (
    <details open={isAnswered(progress)}>
      <summary>{reading.tell('progress.demands')}</summary>
      <ol className="demands">
        {progress.demands.map((demand) => (
          <li key={demand.id}>
            <p>{demand.text}</p>
            <p className="strong words">{demandState(reading, demand)}</p>
          </li>
        ))}
      </ol>
    </details>
  );

/** Why it is closed, in words that can be contested (P-19). */
const Conclusion = ({ reading, progress }: Part): ReactElement | null => {
  const { tell, tellCode } = reading;
  const { conclusion } = progress;
  if (conclusion === null) return null;
  return (
    <section aria-labelledby="conclusion">
      <h2 id="conclusion">{tell('progress.conclusion')}</h2>
      <p className="strong">{tellCode('form', conclusion.form)}</p>
      {conclusion.reason !== null && (
        <Facts
          rows={[[tell('progress.conclusion.reason'), tellCode('reason', conclusion.reason)]]}
        />
      )}
      {conclusion.explanation !== null && <p className="words">{conclusion.explanation}</p>}
      {progress.afterwards.contestable !== null && <p>{tell('progress.conclusion.contest')}</p>}
    </section>
  );
};

/** Where it goes on; what the petitioner may open is one tap away. */
const Continued = ({ reading, progress }: Part): ReactElement | null => {
  const { tell } = reading;
  if (progress.continuedIn.length === 0) return null;
  return (
    <section aria-labelledby="continued">
      <h2 id="continued">{tell('progress.continued')}</h2>
      <ul>
        {progress.continuedIn.map(({ id, number }) => (
          <li key={number}>
            {id === undefined ? (
              displayPetitionNumber(number)
            ) : (
              <a href={`/p/${progress.number}/parts/${number}`}>
                {tell('progress.continued.open', { number: displayPetitionNumber(number) })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Others have the same matter; who and how many is not shown, and leaving is one press away. */
const Together = ({
  reading,
  progress,
  commandKey,
}: Part & { readonly commandKey: string }): ReactElement | null => {
  const { tell } = reading;
  if (!progress.together) return null;
  return (
    <Notice kind="info">
      <p className="strong">{tell('progress.together')}</p>
      <p>{tell('progress.together.own')}</p>
      {progress.status !== 'concluded' && (
        <Form reading={reading} id="leave-group" action={`/p/${progress.number}/leave-group`}>
          <input type="hidden" name="key" value={commandKey} />
          <button className="button second">{tell('progress.together.leave')}</button>
          <p className="help">{tell('progress.together.leave.help')}</p>
        </Form>
      )}
    </Notice>
  );
};

/** What the petitioner just did, confirmed on the page where it shows. */
export type JustDone = 'added' | 'withdrawn' | 'revoked' | 'rated' | 'left' | 'contested';

/** The progress page: the heart of the portal. */
export const ProgressPage = ({
  reading,
  progress,
  justDone,
  notice,
  proceedings = 0,
  beside = null,
  commandKey,
}: Part & {
  readonly justDone?: JustDone | undefined;
  /** Why the last step was not taken. */
  readonly notice?: string;
  /** How many hearings, mediations and the like there are. */
  readonly proceedings?: number;
  /** What other capabilities show beside it. */
  readonly beside?: ReactElement | null;
  /** Makes one revocation of a double press. */
  readonly commandKey: string;
}): ReactElement => {
  const { say, tell, language } = reading;
  const { number, title, registeredAt, supplementAsked, actions } = progress;
  const { rating, contest } = progress.afterwards;
  const until = (justDone === 'contested' ? contest?.until : rating?.until) ?? null;
  return (
    <Layout reading={reading} title={`${tell('progress.title')} ${number}`}>
      {justDone !== undefined && (
        <Notice kind="good" live>
          <p>
            {tell(`progress.did.${justDone}`, {
              day: until === null ? '' : dayInWords(until, language),
            })}
          </p>
        </Notice>
      )}
      {notice !== undefined && (
        <Notice kind="warn" live>
          <p>{notice}</p>
        </Notice>
      )}
      <h1>{title}</h1>
      <p className="soft">
        {tell('progress.number', { number: displayPetitionNumber(number) })} ·{' '}
        {tell('progress.registered', { day: dayOfMoment(registeredAt, language) })}
      </p>
      <Now {...{ reading, progress }} />
      <Together {...{ reading, progress, commandKey }} />
      {supplementAsked !== null && (
        <Notice kind="warn" title={tell('progress.asked')}>
          <p className="words">{supplementAsked}</p>
        </Notice>
      )}
      {proceedings > 0 && (
        <Notice kind="info" title={tell('progress.proceedings')}>
          <p>
            <a href={`/p/${number}/hearings`}>{tell('progress.proceedings.open')}</a>
          </p>
        </Notice>
      )}
      {beside}
      <Conclusion {...{ reading, progress }} />
      <Continued {...{ reading, progress }} />
      <Contested {...{ reading, progress }} />
      <RatingGiven {...{ reading, progress }} />
      <ReviewRight {...{ reading, progress }} />
      <Reviews {...{ reading, progress }} />
      <Actions {...{ reading, progress }} />
      {actions.includes('revoke') && (
        <Form reading={reading} id="revoke" action={`/p/${number}/revoke`}>
          <input type="hidden" name="key" value={commandKey} />
        </Form>
      )}
      {isAnswered(progress) && <Demands {...{ reading, progress }} />}
      <History {...{ reading, progress }} />
      <Papers {...{ reading, progress }} />
      {!isAnswered(progress) && <Demands {...{ reading, progress }} />}
      <p className="no-print">
        <a href={`/p/${number}/looks`}>{tell('looks.open')}</a>
      </p>
      <Form reading={reading} id="leave" action="/leave">
        <div className="buttons">
          <button className="button second">{say('site.leave')}</button>
        </div>
        <p className="help">{say('site.leave.help')}</p>
      </Form>
    </Layout>
  );
};
