import type { ReactElement } from 'react';
import { TextField } from '../../../portal/components.tsx';
import { dayInWords } from '../../../portal/dates.ts';
import { Layout } from '../../../portal/layout.tsx';
import type { PublicDay } from '../queries/index.ts';
import { whoOf, type ReceptionReading } from './reading.ts';

/** Who meant to come on a day that is cancelled looks for it among those to come. */
const isComing = ({ state, on }: PublicDay, today: string): boolean =>
  state === 'noticed' || state === 'running' || (state === 'cancelled' && on >= today);

const DayTile = ({
  from: { reading, tell },
  day,
}: {
  readonly from: ReceptionReading;
  readonly day: PublicDay;
}): ReactElement => (
  <li>
    <a href={`/reception/${day.id}`}>
      {dayInWords(day.on, reading.language)} {tell('day.hours', { from: day.from, to: day.to })}
      <span>
        {whoOf(day)} · {tell(`kind.${day.kind}`)}
        {day.theme !== '' && ` · ${day.theme}`}
      </span>
      <span>{day.place}</span>
      {day.state === 'cancelled' && <span>{tell('day.cancelled')}</span>}
      {day.state === 'noticed' && day.change?.movedFrom != null && <span>{tell('day.moved')}</span>}
      {day.state === 'running' && <span>{tell('day.running')}</span>}
    </a>
  </li>
);

const Days = ({
  from,
  title,
  days,
}: {
  readonly from: ReceptionReading;
  readonly title: string;
  readonly days: readonly PublicDay[];
}): ReactElement | null =>
  days.length === 0 ? null : (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="tiles even">
        {days.map((day) => (
          <DayTile key={day.id} {...{ from, day }} />
        ))}
      </ul>
    </section>
  );

/** Who receives, when and where; searching a topic finds the leader in charge. */
export const ReceptionsPage = ({
  from,
  days,
  today,
  words,
}: {
  readonly from: ReceptionReading;
  readonly days: readonly PublicDay[];
  readonly today: string;
  /** What was searched for; nothing without a search. */
  readonly words?: string;
}): ReactElement => {
  const { reading, tell } = from;
  const coming = days.filter((day) => isComing(day, today));
  const past = days.filter((day) => !isComing(day, today)).toReversed();
  return (
    <Layout reading={reading} title={tell('list.title')} back="/">
      <h1>{tell('list.title')}</h1>
      <p>{tell('list.lead')}</p>
      <form method="get" action="/reception" role="search">
        <TextField
          reading={reading}
          name="q"
          label={tell('list.search')}
          help={tell('list.search.help')}
          value={words}
        />
        <button className="button">{tell('list.search.go')}</button>
      </form>
      {words !== undefined && (
        <p role="status">
          {days.length === 0
            ? tell('list.notFound', { words })
            : tell('list.found', { words, count: days.length })}
        </p>
      )}
      {words === undefined && coming.length === 0 && <p>{tell('list.none')}</p>}
      <Days from={from} title={tell('list.coming')} days={coming} />
      <Days from={from} title={tell('list.past')} days={past} />
      <ul>
        <li>
          <a href="/reception/subscribe">{tell('list.subscribe')}</a>
        </li>
        {words !== undefined && (
          <li>
            <a href="/reception">{tell('list.all')}</a>
          </li>
        )}
        <li>
          <a href="/reception.ics">{tell('list.calendar')}</a>
        </li>
        <li>
          <a href="/reception.atom">{tell('list.feed')}</a>
        </li>
      </ul>
    </Layout>
  );
};
