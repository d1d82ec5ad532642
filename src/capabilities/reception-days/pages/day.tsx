import type { ReactElement, ReactNode } from 'react';
import {
  Choices,
  Facts,
  FaultSummary,
  Form,
  Notice,
  TextField,
  type Fault,
} from '../../../portal/components.tsx';
import { dayInWords, dayOfMoment } from '../../../portal/dates.ts';
import { Layout } from '../../../portal/layout.tsx';
import type { PublicDayPage } from '../queries/index.ts';
import { titleOf, type ReceptionReading } from './reading.ts';

export interface TypedBooking {
  readonly slot: string;
  readonly name: string;
  readonly telephone: string;
  readonly topic: string;
}

const noBooking: TypedBooking = { slot: '', name: '', telephone: '', topic: '' };

const Leaders = ({
  from: { tell },
  day,
}: {
  readonly from: ReceptionReading;
  readonly day: PublicDayPage;
}): ReactElement => (
  <ul>
    {day.leaders.map((leader) => (
      <li key={leader.id}>
        <strong>
          {leader.post} {leader.name}
        </strong>
        {leader.portfolio !== '' && <p>{tell('day.portfolio', { portfolio: leader.portfolio })}</p>}
        {leader.topics.length > 0 && (
          <p>{tell('day.topics', { topics: leader.topics.map(({ name }) => name).join('、') })}</p>
        )}
      </li>
    ))}
  </ul>
);

const Channels = ({
  from: { reading, tell },
  day,
}: {
  readonly from: ReceptionReading;
  readonly day: PublicDayPage;
}): ReactElement => (
  <ul>
    <li>{tell('day.channel.portal', { on: dayOfMoment(day.publishedAt, reading.language) })}</li>
    {day.channels.map(({ channel, outlet, on, link }) => {
      const words = `${tell(`channel.${channel}`)} ${outlet} ${dayInWords(on, reading.language)}`;
      return (
        <li key={`${channel} ${outlet} ${on}`}>
          {link === null ? words : <a href={link}>{words}</a>}
        </li>
      );
    })}
  </ul>
);

const BookingForm = ({
  from: { reading, tell },
  day,
  typed,
  faults,
  commandKey,
}: {
  readonly from: ReceptionReading;
  readonly day: PublicDayPage;
  readonly typed: TypedBooking;
  readonly faults: readonly Fault[];
  readonly commandKey: string;
}): ReactElement => {
  const free = day.slots.filter((slot) => slot.free > 0);
  return (
    <section aria-labelledby="book">
      <h2 id="book">{tell('book.title')}</h2>
      {free.length === 0 ? (
        <p>{tell('book.full')}</p>
      ) : (
        <Form reading={reading} id="booking" action={`/reception/${day.id}`}>
          <input type="hidden" name="key" value={commandKey} />
          <Choices
            name="slot"
            legend={tell('book.slot')}
            value={typed.slot}
            faults={faults}
            choices={free.map(({ at }) => ({ value: at, label: at }))}
          />
          <TextField
            {...{ reading, faults }}
            name="name"
            label={tell('book.name')}
            value={typed.name}
            autoComplete="name"
          />
          <TextField
            {...{ reading, faults }}
            name="telephone"
            type="tel"
            label={tell('book.telephone')}
            help={tell('book.telephone.help')}
            value={typed.telephone}
            autoComplete="tel"
          />
          <TextField
            {...{ reading, faults }}
            name="topic"
            label={tell('book.topic')}
            value={typed.topic}
            optional
          />
          <button className="button">{tell('book.go')}</button>
        </Form>
      )}
    </section>
  );
};

/** That the day is another than it was, and why. */
const Changed = ({
  from: { reading, tell },
  change: { reason, movedFrom },
}: {
  readonly from: ReceptionReading;
  readonly change: NonNullable<PublicDayPage['change']>;
}): ReactElement => (
  <Notice kind="warn" title={tell(movedFrom === null ? 'day.changed' : 'day.moved')}>
    {movedFrom !== null && (
      <p>
        {tell('day.moved.from', {
          on: dayInWords(movedFrom.on, reading.language),
          hours: tell('day.hours', { from: movedFrom.from, to: movedFrom.to }),
        })}
      </p>
    )}
    <p>{tell('day.reason', { reason })}</p>
  </Notice>
);

/** One announced day: who receives, when, where, how to come, and where else it was announced. */
export const ReceptionPage = ({
  from,
  day,
  typed = noBooking,
  faults = [],
  commandKey,
  children,
}: {
  readonly from: ReceptionReading;
  readonly day: PublicDayPage;
  readonly typed?: TypedBooking;
  readonly faults?: readonly Fault[];
  readonly commandKey: string;
  /** What came of it, after it. */
  readonly children?: ReactNode;
}): ReactElement => {
  const { reading, tell } = from;
  const title = titleOf(from, day);
  const open = day.state === 'noticed' || day.state === 'running';
  const rows = [
    [
      tell('day.when'),
      `${dayInWords(day.on, reading.language)} ${tell('day.hours', { from: day.from, to: day.to })}`,
    ],
    [tell('day.where'), day.place],
    [tell('day.kind'), tell(`kind.${day.kind}`)],
    [tell('day.way'), tell(`way.${day.way}`)],
    [tell('day.theme'), day.theme],
  ] as const;
  return (
    <Layout reading={reading} title={title} back="/reception">
      <FaultSummary {...{ reading, faults }} />
      <h1>{title}</h1>
      {day.state === 'cancelled' && (
        <Notice kind="warn" title={tell('day.cancelled')}>
          <p>{day.cancelledBecause}</p>
          <p>
            {tell('day.cancelled.tickets')} <a href="/tickets">{tell('day.cancelled.look')}</a>
          </p>
        </Notice>
      )}
      {open && day.change !== null && <Changed {...{ from, change: day.change }} />}
      {day.state === 'running' && <Notice kind="good" title={tell('day.running')} />}
      {day.state === 'closed' && <Notice kind="info" title={tell('day.closed')} />}
      <Facts rows={rows.filter(([, value]) => value !== '')} />
      <h2>{tell('day.who')}</h2>
      <Leaders {...{ from, day }} />
      {open && (
        <>
          <h2>{tell('day.how')}</h2>
          <p>{tell(`day.how.${day.way}`)}</p>
        </>
      )}
      {open && day.slots.length > 0 && (
        <BookingForm {...{ from, day, typed, faults, commandKey }} />
      )}
      {children}
      <h2>{tell('day.channels')}</h2>
      <Channels {...{ from, day }} />
      {open && (
        <p>
          <a href={`/reception/${day.id}.ics`}>{tell('day.ics')}</a>
        </p>
      )}
    </Layout>
  );
};
