import type { ReactElement } from 'react';
import { dayOfMoment } from '../../../../portal/dates.ts';
import { Layout } from '../../../../portal/layout.tsx';
import type { OpenedProgress } from '../deps.ts';
import type { PetitionReading } from '../reading.ts';

/** Papers to read and download. */
export const Papers = ({
  reading,
  progress,
}: {
  readonly reading: PetitionReading;
  readonly progress: OpenedProgress;
}): ReactElement => {
  const { tell, tellCode, language } = reading;
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{tell('progress.papers')}</h2>
      {progress.papers.length === 0 && <p>{tell('progress.papers.none')}</p>}
      <ul className="files">
        {progress.papers.map(({ id, kind, number, servedAt }) => (
          <li key={id}>
            <a href={`/p/${progress.number}/papers/${id}.pdf`}>
              {tell('progress.papers.open', {
                name: `${tellCode('paper', kind)}${number === null ? '' : ` ${number}`}`,
              })}
            </a>
            {servedAt !== null && (
              <span className="soft">
                {tell('progress.papers.served', { day: dayOfMoment(servedAt, language) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** A paper is made in the background; until then this page says so. */
export const PaperWaitingPage = ({
  reading,
  number,
}: {
  readonly reading: PetitionReading;
  readonly number: string;
}): ReactElement => {
  const { say, tell } = reading;
  return (
    <Layout reading={reading} title={tell('progress.paperWaiting.title')} back={`/p/${number}`}>
      <h1>{tell('progress.paperWaiting.title')}</h1>
      <p>{tell('progress.paperWaiting')}</p>
      <div className="buttons">
        <a className="button" href={reading.path}>
          {say('problem.again')}
        </a>
      </div>
    </Layout>
  );
};
