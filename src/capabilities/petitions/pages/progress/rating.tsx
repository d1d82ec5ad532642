import type { ReactElement } from 'react';
import { Facts, Notice } from '../../../../portal/components.tsx';
import { dayInWords, dayOfMoment } from '../../../../portal/dates.ts';
import type { LevelView, RatingValueView } from '../../afterwards/view.ts';
import type { OpenedProgress } from '../deps.ts';
import type { PetitionReading } from '../reading.ts';

interface Part {
  readonly reading: PetitionReading;
  readonly progress: OpenedProgress;
}

/** A level in the reader's language, as the scale itself says it. */
export const levelWord = (level: LevelView, { language }: PetitionReading): string =>
  language === 'en' ? level.en : level.zh;

const Value = ({
  reading,
  value,
  mayAskReview,
}: {
  readonly reading: PetitionReading;
  readonly value: RatingValueView;
  readonly mayAskReview: boolean;
}): ReactElement => {
  const { tell, tellCode, language } = reading;
  return (
    <>
      <p className="soft">{tell('rating.given', { day: dayOfMoment(value.at, language) })}</p>
      <Facts
        rows={[
          [tell('rating.field.office'), levelWord(value.office, reading)],
          [tell('rating.field.unit'), levelWord(value.unit, reading)],
          ...value.demands.map(
            ({ solved }, place) =>
              [tell('rating.field.demand', { n: place + 1 }), tellCode('solved', solved)] as const,
          ),
        ]}
      />
      {value.reason !== null && <p className="words">{value.reason}</p>}
      {(value.office.bad || value.unit.bad) && (
        <Notice kind="info">
          <p>{tell('rating.bad')}</p>
          <p>{tell(mayAskReview ? 'rating.bad.review' : 'rating.bad.none')}</p>
        </Notice>
      )}
    </>
  );
};

/** What the petitioner said, or that nothing was said; and why some petitions are not rated. */
export const RatingGiven = ({ reading, progress }: Part): ReactElement | null => {
  const { tell, tellCode, language } = reading;
  const { rating, ratingExcluded } = progress.afterwards;
  if (rating === null) {
    return ratingExcluded === null ? null : (
      <p className="help">
        {tell('rating.excluded', { reason: tellCode('exclusion', ratingExcluded) })}
      </p>
    );
  }
  const { current, until } = rating;
  return (
    <section aria-labelledby="rating">
      <h2 id="rating">{tell('rating.yours')}</h2>
      {current === null ? (
        <p>{tell(until === null ? 'rating.over' : 'rating.silent')}</p>
      ) : (
        <Value {...{ reading }} value={current} mayAskReview={progress.reviewUntil !== null} />
      )}
      {until !== null && <p>{tell('rating.until', { day: dayInWords(until, language) })}</p>}
    </section>
  );
};
