import { send, type Tx } from '../database/index.ts';
import { payloadOf, type Change } from './change.ts';

/** Under this name the database passes changes on to every server process. */
export const channel = 'huiyin_live';

/** PostgreSQL takes less than 8000 bytes; ids and topics are a few hundred. */
const longest = 7900;

/**
 * Tells every listening process of a change, when and only when the transaction commits. It carries
 * ids and versions alone; the data is fetched by whoever may see it.
 * @param tx a write transaction
 */
export function announce(tx: Tx, change: Omit<Change, 'at'>): void {
  const payload = payloadOf({ ...change, at: tx.openedAt.getTime() });
  if (payload.length > longest) throw new RangeError('a change names too many topics');
  send(tx, {
    name: 'live.announce',
    text: `SELECT pg_notify('${channel}', $1)`,
    values: [payload],
  });
}
