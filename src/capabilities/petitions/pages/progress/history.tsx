import type { ReactElement } from 'react';
import { dayInWords, momentInWords } from '../../../../portal/dates.ts';
import type { TimelineEntry } from '../../view.ts';
import type { OpenedProgress } from '../deps.ts';
import type { PetitionReading } from '../reading.ts';

/** Entries that are shown before the older ones are folded away. */
const SHOWN = 6;

/** Facts in words: codes by their names, a date as a day. */
const inWords = (
  { tellCode, language }: PetitionReading,
  entry: TimelineEntry,
): Readonly<Record<string, string>> => ({
  unit: entry.unit,
  ...Object.fromEntries(
    Object.entries(entry.facts).map(([name, value]) => {
      if (name === 'kind') return [name, tellCode('paper', value)];
      if (name === 'stage' || name === 'reviewState') return [name, tellCode(name, value)];
      if (name === 'form') return [name, tellCode('form', value)];
      return [name, /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value, language) : value];
    }),
  ),
});

const Entry = ({
  reading,
  entry,
}: {
  readonly reading: PetitionReading;
  readonly entry: TimelineEntry;
}): ReactElement => (
  <li>
    <p className="strong">{reading.tellCode('event', entry.type, inWords(reading, entry))}</p>
    <p className="soft">
      <time dateTime={new Date(entry.at).toISOString()}>
        {momentInWords(entry.at, reading.language)}
      </time>
      {entry.unit !== '' && ` · ${entry.unit}`}
    </p>
    {entry.text !== null && <p className="words">{entry.text}</p>}
  </li>
);

/** What happened, newest first (P-16). */
export const History = ({
  reading,
  progress,
}: {
  readonly reading: PetitionReading;
  readonly progress: OpenedProgress;
}): ReactElement => {
  const { tell } = reading;
  const newestFirst = progress.history.toSorted((one, other) => other.seq - one.seq);
  const older = newestFirst.slice(SHOWN);
  return (
    <section aria-labelledby="history">
      <h2 id="history">{tell('progress.history')}</h2>
      <ol className="history">
        {newestFirst.slice(0, SHOWN).map((entry) => (
          <Entry key={entry.seq} {...{ reading, entry }} />
        ))}
      </ol>
      {older.length > 0 && (
        <details>
          <summary>{tell('progress.history.more', { count: older.length })}</summary>
          <ol className="history">
            {older.map((entry) => (
              <Entry key={entry.seq} {...{ reading, entry }} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
};
