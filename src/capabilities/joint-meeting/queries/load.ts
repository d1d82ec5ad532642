import { setStream, type Tx } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { fold } from '../evolve.ts';
import type { Meeting } from '../meeting.ts';
import { findMeeting } from '../store.ts';
import { upcast } from '../upcast.ts';

/** A meeting that the transaction's actor may see; its stream is open afterwards. */
export async function loadMeeting(tx: Tx, id: string): Promise<Meeting | null> {
  if ((await findMeeting(tx, id)) === null) return null;
  await setStream(tx, id);
  return fold(id, (await loadEvents(tx, id)).map(upcast));
}
