import type { ReactElement } from 'react';
import { Notice } from '../../../../portal/components.tsx';
import { dayInWords, dayOfMoment } from '../../../../portal/dates.ts';
import type { OpenedProgress } from '../deps.ts';
import type { PetitionReading } from '../reading.ts';

/** What was contested, where that stands, and the answer. */
export const Contested = ({
  reading,
  progress,
}: {
  readonly reading: PetitionReading;
  readonly progress: OpenedProgress;
}): ReactElement | null => {
  const { tell, tellCode, language } = reading;
  const { contest } = progress.afterwards;
  if (contest === null) return null;
  const day = contest.until === null ? '' : dayInWords(contest.until, language);
  return (
    <section aria-labelledby="contested">
      <h2 id="contested">{tell('contest.yours')}</h2>
      <p className="soft">
        {tellCode('form', contest.step)} ·{' '}
        {tell('contest.at', { day: dayOfMoment(contest.at, language) })}
      </p>
      {contest.reasons !== null && <p className="words">{contest.reasons}</p>}
      <Notice kind={contest.state === 'upheld' ? 'good' : 'info'}>
        <p className="strong">{tellCode('contest.state', contest.state, { day })}</p>
        {contest.answer !== null && <p className="words">{contest.answer}</p>}
      </Notice>
    </section>
  );
};
