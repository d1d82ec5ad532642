import type { ReactElement } from 'react';
import { dayInWords } from '../../../portal/dates.ts';
import { Layout } from '../../../portal/layout.tsx';
import type { Reading } from '../../../portal/page.tsx';
import { sayer, type Say } from '../../../portal/words/index.ts';
import type { PublicCommitment } from '../view.ts';
import { commitmentPageWords, type CommitmentPageKey } from './words.ts';

function standOf(
  { status, overdue, dueDate, fulfilledOn }: PublicCommitment,
  tell: Say<CommitmentPageKey>,
  day: (date: string) => string,
): string {
  if (overdue) return tell('public.overdue', { day: day(dueDate) });
  if (status === 'fulfilled') {
    return tell('public.status.fulfilled', { day: day(fulfilledOn ?? dueDate) });
  }
  return status === 'open'
    ? `${tell('public.status.open')} · ${tell('public.due', { day: day(dueDate) })}`
    : tell(`public.status.${status}`);
}

/** What units have promised to everybody, the latest date first; nobody is named (C-1, W-3). */
export const PublicCommitmentsPage = ({
  reading,
  items,
  next,
}: {
  readonly reading: Reading;
  readonly items: readonly PublicCommitment[];
  readonly next: string | null;
}): ReactElement => {
  const tell = sayer(commitmentPageWords, reading.language);
  const day = (date: string): string => dayInWords(date, reading.language);
  return (
    <Layout reading={reading} title={tell('public.title')} back="/">
      <h1>{tell('public.title')}</h1>
      <p>{tell('public.lead')}</p>
      {items.length === 0 && <p>{tell('public.none')}</p>}
      {items.map((item) => (
        <section
          key={item.id}
          className={item.overdue ? 'notice warn' : 'notice info'}
          aria-labelledby={`promise-${item.id}`}
        >
          <h2 id={`promise-${item.id}`}>{item.text}</h2>
          <p className="strong">{standOf(item, tell, day)}</p>
          <p>
            {item.unit} · {tell('public.made', { day: day(item.madeOn) })}
          </p>
          {item.formerDates.length > 0 && (
            <p>{tell('public.former', { days: item.formerDates.map(day).join('、') })}</p>
          )}
          <details>
            <summary>{tell('public.history')}</summary>
            <ol>
              {item.history.map(({ on, deed, dueDate }, at) => (
                <li key={at}>
                  {day(on)} {tell(`public.deed.${deed}`, { day: day(dueDate ?? on) })}
                </li>
              ))}
            </ol>
          </details>
        </section>
      ))}
      {next !== null && (
        <p>
          <a className="button second" href={`/commitments?after=${next}`}>
            {tell('public.more')}
          </a>
        </p>
      )}
      <p>
        <a className="quiet" href="/api/v1/public/commitments">
          {tell('public.machine')}
        </a>
      </p>
    </Layout>
  );
};
