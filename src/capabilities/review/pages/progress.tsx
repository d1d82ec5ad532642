import type { ReactElement } from 'react';
import { Facts, Form, Notice } from '../../../portal/components.tsx';
import { dayInWords } from '../../../portal/dates.ts';
import { Layout } from '../../../portal/layout.tsx';
import type { PublicReview } from '../view.ts';
import type { ReviewReading } from './reading.ts';

const inLines = (text: string): ReactElement => <span className="words">{text}</span>;

/** Where a review stands, until when, who decides, what comes next. */
export const ReviewPage = ({
  reading,
  tell,
  number,
  review,
  notice,
  asked = false,
  commandKey,
}: ReviewReading & {
  readonly number: string;
  readonly review: PublicReview;
  /** It was asked for a moment ago. */
  readonly asked?: boolean;
  readonly notice?: string | undefined;
  readonly commandKey: string;
}): ReactElement => {
  const page = `/p/${number}`;
  const own = `${page}/reviews/${review.id}`;
  const day = (date: string): string => dayInWords(date, reading.language);
  const title = tell(`review.title.${review.stage}`);
  const over = review.closing === 'upheld' || review.closing === 'changed';
  return (
    <Layout reading={reading} title={title} back={page}>
      {notice !== undefined && (
        <Notice kind="warn" live>
          <p>{notice}</p>
        </Notice>
      )}
      {asked && (
        <Notice kind="good" live>
          <p>{tell('ask.done')}</p>
        </Notice>
      )}
      <h1>{title}</h1>
      <section className="now" aria-labelledby="now">
        <h2 id="now">{tell(`review.status.${review.status}`)}</h2>
        {review.dueDate !== null && (
          <p className="big">{tell('review.due', { day: day(review.dueDate) })}</p>
        )}
      </section>
      <Facts
        rows={[
          [tell('review.requested'), day(review.requestedOn)],
          ...(review.body === null ? [] : [[tell('review.body'), review.body.name] as const]),
          ...(review.closing === null
            ? []
            : [[tell('review.result'), tell(`review.result.${review.closing}`)] as const]),
          [tell('ask.grounds'), inLines(review.grounds)],
          ...(review.files.length === 0
            ? []
            : [[tell('ask.files.short'), inLines(review.files.join('\n'))] as const]),
        ]}
      />
      {review.hearingDays.map(({ from, to }) => (
        <p key={from}>{tell('review.hearing', { from: day(from), to: day(to) })}</p>
      ))}
      {review.stage === 're-examination' && over && <p>{tell('review.ended')}</p>}
      {review.nextUntil !== null && (
        <Notice kind="info">
          <p className="strong">{tell('review.next', { day: day(review.nextUntil) })}</p>
          <a className="button" href={`${page}/review`}>
            {tell('ask.title.re-examination')}
          </a>
        </Notice>
      )}
      {review.papers.length > 0 && (
        <section aria-labelledby="papers">
          <h2 id="papers">{tell('review.papers')}</h2>
          <ul className="files">
            {review.papers.map(({ id, kind, number: document }) => (
              <li key={id}>
                <a href={`${own}/papers/${id}.pdf`}>
                  {tell(`paper.${kind}`)} {document}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {review.bodies.length > 0 && (
        <Form reading={reading} id="step" action={own}>
          <input type="hidden" name="key" value={commandKey} />
          <div className="buttons">
            {review.bodies.map(({ id, name }) => (
              <button key={id} className="button" name="body" value={id}>
                {tell('review.choose', { name })}
              </button>
            ))}
          </div>
        </Form>
      )}
      {review.mayWithdraw && (
        <p>
          <a href={`${own}/withdraw`}>{tell('review.withdraw')}</a>
        </p>
      )}
    </Layout>
  );
};

/** Taking a request back is asked once more: nobody loses a right by a slip of the thumb. */
export const WithdrawPage = ({
  reading,
  tell,
  number,
  review,
  commandKey,
}: ReviewReading & {
  readonly number: string;
  readonly review: PublicReview;
  readonly commandKey: string;
}): ReactElement => {
  const own = `/p/${number}/reviews/${review.id}`;
  const title = tell(`withdraw.title.${review.stage}`);
  return (
    <Layout reading={reading} title={title} back={own}>
      <h1>{title}</h1>
      <p>{tell('withdraw.what', { day: dayInWords(review.askUntil, reading.language) })}</p>
      <Form reading={reading} id="withdraw" action={own}>
        <input type="hidden" name="key" value={commandKey} />
        <div className="buttons">
          <button className="button" name="withdraw" value="yes">
            {tell('review.withdraw')}
          </button>
          <a className="button second" href={own}>
            {tell('withdraw.keep')}
          </a>
        </div>
      </Form>
    </Layout>
  );
};
