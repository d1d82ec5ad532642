import type { ReactElement } from 'react';
import { Form, Notice } from '../../../portal/components.tsx';
import { dayInWords } from '../../../portal/dates.ts';
import { Layout } from '../../../portal/layout.tsx';
import type { PublicBooking, PublicDayPage } from '../queries/index.ts';
import type { ReceptionReading } from './reading.ts';

interface Shown {
  readonly from: ReceptionReading;
  readonly day: PublicDayPage;
  readonly bookingId: string;
  readonly booking: PublicBooking;
}

/** What became of a booking, in one sentence. */
const titleOf = ({ from: { tell }, day, booking }: Shown): string => {
  if (booking.cancelled) return tell('booked.cancelled');
  return tell(day.state === 'cancelled' ? 'booked.lapsed' : 'booked.title');
};

/** The day itself is cancelled: why, and where one is heard instead. */
const Lapsed = ({ from: { tell }, day }: Shown): ReactElement => (
  <Notice kind="warn" live title={tell('day.cancelled')}>
    <p>{day.cancelledBecause}</p>
    <p>{tell('booked.lapsed.text')}</p>
    <p>
      <a href="/reception">{tell('list.all')}</a>
    </p>
  </Notice>
);

const Standing = ({ from: { reading, tell }, day, bookingId, booking }: Shown): ReactElement => {
  const inWords = (on: string): string => dayInWords(on, reading.language);
  const { movedFrom, slot } = booking;
  return (
    <>
      {movedFrom !== null && (
        <Notice kind="warn" title={tell('booked.moved')}>
          <p>{tell('booked.moved.text', { on: inWords(movedFrom.on), slot: movedFrom.at })}</p>
        </Notice>
      )}
      <Notice kind="good" live>
        <p>{tell('booked.text', { on: inWords(day.on), slot })}</p>
      </Notice>
      <Form reading={reading} id="cancel" action={`/reception/${day.id}/bookings/${bookingId}`}>
        <button className="button second">{tell('booked.cancel')}</button>
      </Form>
    </>
  );
};

/** A booking, for whoever has its address. */
export const BookingPage = (shown: Shown): ReactElement => {
  const { from, day, booking } = shown;
  const title = titleOf(shown);
  return (
    <Layout reading={from.reading} title={title} back={`/reception/${day.id}`}>
      <h1>{title}</h1>
      {!booking.cancelled &&
        (day.state === 'cancelled' ? <Lapsed {...shown} /> : <Standing {...shown} />)}
      <p>
        <a href={`/reception/${day.id}`}>{from.tell('booked.day')}</a>
      </p>
    </Layout>
  );
};
