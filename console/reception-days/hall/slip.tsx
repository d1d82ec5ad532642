import { useEffect, useState } from 'react';
import { labelOf } from '../../../src/capabilities/reception-days/tickets/view.ts';
import { useWords } from '../../shell/words-context.tsx';
import type { Printed } from './desk-box.ts';

/** The ticket as it is printed: a large number, the code, and a picture that never holds the code. */
export function Slip(props: {
  readonly dayId: string;
  readonly ticket: Printed;
  readonly day: string;
  readonly place: string;
}) {
  const { hall } = useWords();
  const say = hall.slip;
  const { dayId, ticket, day, place } = props;
  const [picture, setPicture] = useState('');
  const label = labelOf(ticket.number);
  const address = `${window.location.origin}/tickets/open?day=${dayId}&number=${label}`;
  useEffect(() => {
    void import('qrcode').then(async ({ toDataURL }) =>
      setPicture(await toDataURL(address, { margin: 1, width: 140 })),
    );
  }, [address]);
  return (
    <section className="ticket-slip" aria-label={hall.desk.last}>
      <p className="quiet">{say.number}</p>
      <p className="ticket-figure">{label}</p>
      <dl>
        <dt>{say.day}</dt>
        <dd className="figure">{day}</dd>
        <dt>{say.place}</dt>
        <dd>{place}</dd>
        <dt>{say.code}</dt>
        <dd className="figure">{ticket.code}</dd>
      </dl>
      {picture !== '' && <img src={picture} alt={say.qr} width={140} height={140} />}
      <p>{say.look}</p>
      <p>{say.rights}</p>
    </section>
  );
}
