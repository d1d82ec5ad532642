import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { PaperDocument } from '../../src/capabilities/papers/document.ts';
import { reviewInputTypes, type ReviewInputType } from '../../src/capabilities/review/contract.ts';
import type { ReviewClockExplanation, ReviewView } from '../../src/capabilities/review/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { ClockBar, clockName } from '../petitions/clock-bar.tsx';
import { DaysTable } from '../petitions/page/days-table.tsx';
import { PaperSheet } from '../petitions/page/paper-preview.tsx';
import { api } from '../shell/api.ts';
import { formatMoment, formatSize } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, wordFor } from '../words/words.ts';
import { StepForm } from './step-form.tsx';

interface Chosen {
  readonly step: ReviewInputType;
  readonly paperId: string | null;
}

/** The step that the address names, so that a list of papers can lead to it. */
function chosenIn(params: URLSearchParams): Chosen | null {
  const step = reviewInputTypes.find((each) => each === params.get('do'));
  return step === undefined ? null : { step, paperId: params.get('paper') };
}

/** One review: where it stands, its clock, the contested opinion beside it, and the steps. */
export function ReviewPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['review', id],
    queryFn: ({ signal }) => api.get<ReviewView>(`/reviews/${id}`, { signal }),
  });
  if (query.isError)
    return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Waiting lines={12} />;
  return <Opened review={query.data} />;
}

function Opened({ review }: { readonly review: ReviewView }) {
  const { review: say } = useWords();
  const [params, setParams] = useSearchParams();
  const chosen = chosenIn(params);
  const setChosen = (next: Chosen | null) =>
    setParams(
      next === null
        ? {}
        : { do: next.step, ...(next.paperId === null ? {} : { paper: next.paperId }) },
      { replace: next === null },
    );
  const stand = review.closing === null ? say.status[review.status] : say.closing[review.closing];
  const title = `${say.title[review.stage]} · ${stand}`;
  usePageTitle(title);
  return (
    <div className="review-page">
      <div className="page-head">
        <h1>{title}</h1>
      </div>
      <p className="review-petition">
        <Link to={`/petitions/${review.petition.id}`}>
          {displayPetitionNumber(review.petition.number)} {review.petition.title}
        </Link>
      </p>
      <div className="petition">
        <div className="petition-main">
          <Steps review={review} onStep={setChosen} />
          {chosen !== null && (
            <StepForm
              key={`${chosen.step} ${chosen.paperId ?? ''}`}
              {...{ review, ...chosen }}
              onDone={() => setChosen(null)}
            />
          )}
          <Request review={review} />
          <Contested review={review} />
          <Story review={review} />
        </div>
        <div className="petition-side">
          <Clocks review={review} />
          <Papers review={review} onStep={setChosen} />
        </div>
      </div>
    </div>
  );
}

interface StepsOf {
  readonly review: ReviewView;
  readonly onStep: (chosen: Chosen) => void;
}

function Steps({ review, onStep }: StepsOf) {
  const { review: say } = useWords();
  const steps = review.allowances.filter(({ allowed }) => allowed);
  return (
    <section className="panel" aria-label={say.steps}>
      <h2>{say.steps}</h2>
      {steps.length === 0 && <p className="quiet">{say.none}</p>}
      <div className="row">
        {steps.map(({ command }) => (
          <Button
            key={command}
            type={command === review.next ? 'primary' : 'default'}
            onClick={() => onStep({ step: command, paperId: null })}
          >
            {say.command[command]}
          </Button>
        ))}
      </div>
    </section>
  );
}

function Request({ review }: { readonly review: ReviewView }) {
  const { review: say } = useWords();
  return (
    <section className="panel">
      <h2>{say.grounds}</h2>
      <p className="letter-text">{review.grounds}</p>
      {review.files.length > 0 && (
        <>
          <h3>{say.files}</h3>
          <p className="quiet">{say.filesTrace}</p>
          <ul className="attachments">
            {review.files.map(({ id, name, size }) => (
              <li key={id}>
                <a
                  href={`/api/v1/reviews/${review.id}/attachments/${id}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {name}
                </a>{' '}
                <span className="quiet figure">{formatSize(size)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <dl className="facts">
        <dt>{say.body}</dt>
        <dd>{review.body?.name ?? review.bodies.map(({ name }) => name).join(' / ')}</dd>
        <dt>{say.requestedOn}</dt>
        <dd>{review.requestedOn}</dd>
        <dt>{say.lastDay}</dt>
        <dd>{review.lastDay}</dd>
        {review.officer !== null && (
          <>
            <dt>{say.officer}</dt>
            <dd>{review.officer.name}</dd>
          </>
        )}
        {review.late !== null && (
          <>
            <dt>{say.late}</dt>
            <dd>
              {review.late.reason} {review.late.decision}
            </dd>
          </>
        )}
      </dl>
      {review.inquiries.length > 0 && (
        <>
          <h3>{say.inquiries}</h3>
          <ul>
            {review.inquiries.map(({ heldOn, record }) => (
              <li key={`${heldOn} ${record}`}>
                {heldOn} {record}
              </li>
            ))}
          </ul>
        </>
      )}
      {review.hearing !== null && (
        <>
          <h3>{say.hearing}</h3>
          <p>{review.hearing.reason}</p>
          {review.hearing.days.map((days) => (
            <p key={days.from}>{fill(say.hearingDays, { from: days.from, to: days.to })}</p>
          ))}
        </>
      )}
    </section>
  );
}

function Papers({ review, onStep }: StepsOf) {
  const { review: say, terms } = useWords();
  if (review.papers.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say.papers}</h2>
      <ul className="plain-list">
        {review.papers.map((paper) => (
          <li key={paper.id} className="paper-item">
            <div className="row">
              <a href={`/api/v1/reviews/${review.id}/papers/${paper.id}?format=pdf`}>
                {wordFor(terms.paperKind, paper.kind)}
              </a>
              <span className="tag">{terms.paperStage[paper.stage]}</span>
            </div>
            {paper.number !== null && <p className="quiet">{paper.number}</p>}
            <div className="row">
              {paper.steps.map((step) => (
                <Button key={step} size="small" onClick={() => onStep({ step, paperId: paper.id })}>
                  {say.command[step]}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is contested, beside what is said against it. */
function Contested({ review }: { readonly review: ReviewView }) {
  const { review: say } = useWords();
  const { contested } = review;
  const stream =
    contested.reviewId === null
      ? `/petitions/${review.petition.id}`
      : `/reviews/${contested.reviewId}`;
  const query = useQuery({
    queryKey: ['review', review.id, 'contested'],
    queryFn: ({ signal }) =>
      api.get<PaperDocument>(`${stream}/papers/${contested.paperId}?format=preview`, { signal }),
  });
  return (
    <section className="panel">
      <h2>{say.contested}</h2>
      <p className="quiet">
        {contested.issuer.name} {contested.number}
      </p>
      {query.isError && <ProblemNote error={query.error} />}
      {query.data !== undefined && <PaperSheet paper={query.data} />}
    </section>
  );
}

function Clocks({ review }: { readonly review: ReviewView }) {
  const words = useWords();
  const { review: say, petition } = words;
  const [open, setOpen] = useState<string | null>(null);
  const query = useQuery({
    queryKey: ['review', review.id, 'clock', open],
    queryFn: ({ signal }) =>
      api.get<ReviewClockExplanation>(
        `/reviews/${review.id}/clocks/${encodeURIComponent(open ?? '')}`,
        { signal },
      ),
    enabled: open !== null,
  });
  return (
    <section className="panel">
      <h2>{say.clocks}</h2>
      {review.clocks.map((clock) => (
        <div key={clock.key} className="clock-item">
          {clock.stoppedAt === null ? (
            <ClockBar clock={clock} />
          ) : (
            <p className="quiet">
              {clockName(clock, words)} ·{' '}
              {fill(petition.clockStopped, { date: formatMoment(clock.stoppedAt).slice(0, 10) })}
            </p>
          )}
          <Button size="small" onClick={() => setOpen(open === clock.key ? null : clock.key)}>
            {say.days}
          </Button>
        </div>
      ))}
      {open !== null && query.data !== undefined && (
        <DaysTable caption={say.days} days={query.data.days} dueDate={query.data.dueDate} />
      )}
    </section>
  );
}

function Story({ review }: { readonly review: ReviewView }) {
  const { review: say, events } = useWords();
  const actorIn = (actor: string): string =>
    actor === 'petitioner' || actor === 'system' ? events.by[actor] : actor;
  return (
    <section className="panel">
      <h2>{say.timeline}</h2>
      <ol className="timeline" reversed>
        {review.timeline.toReversed().map((entry) => (
          <li key={entry.seq}>
            <time dateTime={new Date(entry.at).toISOString()}>{formatMoment(entry.at)}</time>
            <div>
              <strong>{wordFor(events.type, entry.type)}</strong>
              <span className="line-sub">
                {[actorIn(entry.actor), entry.unit].filter((part) => part !== '').join(' · ')}
              </span>
              {entry.text !== null && <p className="timeline-text">{entry.text}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
