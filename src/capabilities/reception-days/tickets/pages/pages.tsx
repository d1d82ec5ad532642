import type { ReactElement } from 'react';
import { Facts, Form, Notice, Select, TextField } from '../../../../portal/components.tsx';
import type { Choice, Fault } from '../../../../portal/components.tsx';
import { dayInWords } from '../../../../portal/dates.ts';
import { FaultSummary } from '../../../../portal/components.tsx';
import { Layout } from '../../../../portal/layout.tsx';
import type { Reading } from '../../../../portal/page.tsx';
import { sayer, type Say } from '../../../../portal/words/index.ts';
import { ticketLimits } from '../limits.ts';
import type { TicketDay } from '../queries/days.ts';
import type { OwnTicket } from '../queries/own.ts';
import { ticketWords, type TicketKey } from './words.ts';

const sayerOf = (reading: Reading): Say<TicketKey> => sayer(ticketWords, reading.language);

const placeOf = (day: TicketDay, reading: Reading): string =>
  sayerOf(reading)('day.at', {
    day: dayInWords(day.on, reading.language),
    from: day.from,
    to: day.to,
    place: day.place,
  });

/** Days to choose from, and the way to a ticket that one has. */
export const TicketDaysPage = ({
  reading,
  days,
  faults = [],
  typed,
}: {
  readonly reading: Reading;
  readonly days: readonly TicketDay[];
  readonly faults?: readonly Fault[];
  readonly typed?: { readonly day: string; readonly number: string };
}): ReactElement => {
  const tell = sayerOf(reading);
  const open = days.filter(({ ahead }) => ahead);
  return (
    <Layout reading={reading} title={tell('title')} back="/">
      <FaultSummary reading={reading} faults={faults} />
      <h1>{tell('title')}</h1>
      <p>{tell('lead')}</p>
      <h2>{tell('days')}</h2>
      {open.length === 0 && <p>{tell('days.none')}</p>}
      <ul className="tiles">
        {open.map((day) => (
          <li key={day.id}>
            <a href={`/tickets/${day.id}`}>
              {placeOf(day, reading)}
              <span>{tell('day.leaders', { leaders: day.leaders.join('、') })}</span>
            </a>
          </li>
        ))}
      </ul>
      {days.length > 0 && (
        <>
          <h2>{tell('have')}</h2>
          <p>{tell('have.help')}</p>
          <Form reading={reading} id="own" action="/tickets/open">
            <Select
              reading={reading}
              name="day"
              label={tell('day')}
              value={typed?.day}
              options={days.map((day) => ({
                value: day.id,
                label: `${dayInWords(day.on, reading.language)} · ${day.place}`,
              }))}
            />
            <TextField
              reading={reading}
              name="number"
              label={tell('number')}
              value={typed?.number}
              faults={faults}
              wide={false}
            />
            <TextField reading={reading} name="code" label={tell('code')} faults={faults} />
            <div className="buttons">
              <button className="button">{tell('open')}</button>
            </div>
          </Form>
        </>
      )}
    </Layout>
  );
};

/** One button is enough; nothing has to be filled in. */
export const TakeTicketPage = ({
  reading,
  day,
  topics,
  commandKey,
  notice,
}: {
  readonly reading: Reading;
  readonly day: TicketDay;
  readonly topics: readonly Choice[];
  readonly commandKey: string;
  readonly notice?: string;
}): ReactElement => {
  const tell = sayerOf(reading);
  return (
    <Layout reading={reading} title={tell('take.title')} back="/tickets">
      {notice !== undefined && (
        <Notice kind="warn" live>
          <p>{notice}</p>
        </Notice>
      )}
      <h1>{tell('take.title')}</h1>
      <p className="strong">{placeOf(day, reading)}</p>
      <p>{tell('take.lead')}</p>
      <Form reading={reading} id="take" action={`/tickets/${day.id}`}>
        <input type="hidden" name="key" value={commandKey} />
        <TextField
          reading={reading}
          name="persons"
          label={tell('persons')}
          help={tell('persons.help')}
          value="1"
          inputMode="numeric"
          wide={false}
        />
        <TextField
          reading={reading}
          name="name"
          label={tell('name')}
          optional
          limit={ticketLimits.name}
        />
        <TextField
          reading={reading}
          name="telephone"
          type="tel"
          label={tell('telephone')}
          help={tell('telephone.help')}
          optional
          wide={false}
        />
        <Select
          reading={reading}
          name="topic"
          label={tell('topic')}
          help={tell('topic.help')}
          optional
          options={[{ value: '', label: tell('topic.any') }, ...topics]}
        />
        <div className="buttons">
          <button className="button">{tell('send')}</button>
        </div>
      </Form>
    </Layout>
  );
};

function stateOf(ticket: OwnTicket, tell: Say<TicketKey>): string {
  switch (ticket.stage) {
    case 'waiting': {
      const place =
        ticket.before === 0 ? tell('state.next') : tell('state.waiting', { before: ticket.before });
      const wait = ticket.estimate ?? 0;
      return wait > 0 ? `${place}。${tell('state.wait', { minutes: wait })}` : place;
    }
    case 'called':
      return tell('state.called', { table: ticket.table ?? '' });
    default:
      return tell(`state.${ticket.stage}`);
  }
}

/** The ticket itself: number, code, place in the queue, and what its holder alone can do. */
export const OwnTicketPage = ({
  reading,
  ticket,
  code,
  done,
  commandKey,
}: {
  readonly reading: Reading;
  readonly ticket: OwnTicket;
  readonly code: string;
  readonly done: boolean;
  readonly commandKey: string;
}): ReactElement => {
  const tell = sayerOf(reading);
  const waits = ticket.stage === 'waiting' || ticket.stage === 'called';
  return (
    <Layout reading={reading} title={tell('mine')} back="/tickets">
      {done && (
        <Notice kind="good" live>
          <p>{tell('here.done')}</p>
        </Notice>
      )}
      <h1>{tell('mine')}</h1>
      <p className="ticket-number">{ticket.label}</p>
      <Facts
        rows={[
          [tell('mine.code'), <code key="code">{code}</code>],
          [tell('mine.when'), `${dayInWords(ticket.on, reading.language)} ${ticket.from}`],
          [tell('mine.where'), ticket.place],
          [tell('mine.persons'), ticket.persons],
          [tell('mine.state'), stateOf(ticket, tell)],
        ]}
      />
      {ticket.carried > 0 && waits && <p>{tell('state.carried')}</p>}
      <p>{tell('mine.keep')}</p>
      <p>
        <a className="button second" href="/tickets/mine">
          {tell('refresh')}
        </a>
      </p>
      {waits && !ticket.arrived && (
        <>
          <p>{tell('state.away')}</p>
          <Form reading={reading} id="arrive" action="/tickets/mine/arrive">
            <input type="hidden" name="key" value={commandKey} />
            <div className="buttons">
              <button className="button">{tell('here')}</button>
            </div>
          </Form>
        </>
      )}
      {waits && (
        <details>
          <summary>{tell('cancel')}</summary>
          <p>{tell('cancel.help')}</p>
          <Form reading={reading} id="cancel" action="/tickets/mine/cancel">
            <input type="hidden" name="key" value={commandKey} />
            <div className="buttons">
              <button className="button second">{tell('cancel.sure')}</button>
            </div>
          </Form>
        </details>
      )}
      <p>
        <a href={`/tickets/${ticket.dayId}`}>{tell('other.take')}</a>
      </p>
    </Layout>
  );
};
