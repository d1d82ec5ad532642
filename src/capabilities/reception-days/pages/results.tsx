import type { ReactElement } from 'react';
import { Facts } from '../../../portal/components.tsx';
import { leastShown } from '../results.ts';
import type { ResultsView } from '../view.ts';
import type { ReceptionReading } from './reading.ts';

/** What came of a day, anonymous. */
export const Results = ({
  from: { tell },
  results,
}: {
  readonly from: ReceptionReading;
  readonly results: ResultsView | 'few' | null;
}): ReactElement | null => {
  if (results === null) return null;
  if (results === 'few') {
    return (
      <section aria-labelledby="results">
        <h2 id="results">{tell('results.title')}</h2>
        <p>{tell('results.few', { least: leastShown })}</p>
      </section>
    );
  }
  return (
    <section aria-labelledby="results">
      <h2 id="results">{tell('results.title')}</h2>
      {results.batches === 0 ? (
        <p>{tell('results.none')}</p>
      ) : (
        <>
          <p>{tell('results.lead')}</p>
          <Facts
            rows={[
              [tell('results.batches'), results.batches],
              [tell('results.persons'), results.persons],
              [tell('results.settled'), results.settledAtOnce],
              [tell('results.promised'), results.promised],
              [tell('results.kept'), results.kept],
              [tell('results.overdue'), results.overdue],
            ]}
          />
          {results.topics.length > 0 && (
            <Facts
              rows={results.topics.map(({ topic, batches, persons }) => [
                topic ?? tell('results.other'),
                tell('results.counts', { batches, persons }),
              ])}
            />
          )}
          <p>{tell('results.updated')}</p>
        </>
      )}
    </section>
  );
};
