import { run, type Tx } from '../../../platform/database/index.ts';
import type { TicketNumber } from './terms.ts';

/**
 * Gives out numbers of a series; its row stays locked until the end of the transaction, and no other
 * series waits for it.
 * @param count how many
 * @returns the first of them
 */
export async function giveNumbers(
  tx: Tx,
  dayId: string,
  series: string,
  count: number,
): Promise<number> {
  const rows = await run<{ given: number }>(tx, {
    name: 'ticket.give-numbers',
    text: `INSERT INTO reception_series (day_id, series, given) VALUES ($1, $2, $3)
           ON CONFLICT (day_id, series) DO UPDATE SET given = reception_series.given + $3
           RETURNING given`,
    values: [dayId, series, count],
  });
  return (rows[0]?.given ?? count) - count + 1;
}

/**
 * Takes a number for a ticket, once and for ever.
 * @returns false when another ticket has it
 */
export async function takeNumber(
  tx: Tx,
  dayId: string,
  { series, count }: TicketNumber,
  ticketId: string,
): Promise<boolean> {
  const rows = await run(tx, {
    name: 'ticket.take-number',
    text: `INSERT INTO reception_number (day_id, series, number, ticket_id) VALUES ($1, $2, $3, $4)
           ON CONFLICT (day_id, series, number) DO NOTHING RETURNING number`,
    values: [dayId, series, count, ticketId],
  });
  return rows.length > 0;
}

/** The ticket that has a number of a day. */
export async function findByNumber(
  tx: Tx,
  dayId: string,
  { series, count }: TicketNumber,
): Promise<string | null> {
  const rows = await run<{ id: string }>(tx, {
    name: 'ticket.by-number',
    text: `SELECT ticket_id AS id FROM reception_number
            WHERE day_id = $1 AND series = $2 AND number = $3`,
    values: [dayId, series, count],
  });
  return rows[0]?.id ?? null;
}
