import { run, type Tx } from '../../platform/database/index.ts';
import type { TopicTally } from './results.ts';

/** A day by topic: a batch is a ticket that was heard. A day has a few thousand at the most. */
export const tallyOfDay = (tx: Tx, dayId: string): Promise<readonly TopicTally[]> =>
  run<TopicTally>(tx, {
    name: 'reception.tally',
    text: `SELECT topic, count(*)::int AS batches, sum(persons)::int AS persons,
                  count(*) FILTER (WHERE settled_at_once)::int AS "settledAtOnce"
             FROM reception_ticket WHERE day_id = $1 AND stage = 'heard'
            GROUP BY topic ORDER BY sum(persons) DESC, topic`,
    values: [dayId],
  });

/** Tickets that were heard: what leaders instruct about them is promised in their names. */
export const heardTickets = async (tx: Tx, dayId: string): Promise<readonly string[]> =>
  (
    await run<{ id: string }>(tx, {
      name: 'reception.heard-tickets',
      text: `SELECT ticket_id AS id FROM reception_ticket
              WHERE day_id = $1 AND stage = 'heard' ORDER BY ticket_id LIMIT 20000`,
      values: [dayId],
    })
  ).map(({ id }) => id);
