import { setStream, type Tx } from '../../../platform/database/index.ts';
import { visibleNumbers } from '../../petitions/index.ts';
import type { Meeting } from '../meeting.ts';

/**
 * The numbers of the petitions on an agenda. L-5: what has become an accusation is shown to its named
 * handlers alone and has none here, so it stands neither on the page nor on the minutes.
 */
export async function numbersOf(
  tx: Tx,
  meeting: Pick<Meeting, 'id' | 'agenda'>,
): Promise<ReadonlyMap<string, string>> {
  const numbers = await visibleNumbers(
    tx,
    meeting.agenda.flatMap(({ petitionId }) => petitionId ?? []),
  );
  await setStream(tx, meeting.id);
  return numbers;
}
