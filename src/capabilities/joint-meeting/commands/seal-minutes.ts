import { CommandRefused } from '../../../platform/database/index.ts';
import { openItems } from '../../../platform/vault/index.ts';
import { sealDocument } from '../../petitions/index.ts';
import type { MeetingCommandOf } from '../command.ts';
import { findIssuingFault } from '../decide/index.ts';
import { minutesDocument, minutesPaper } from '../paper-content/minutes.ts';
import type { Composing } from './composing.ts';
import { numbersOf } from '../queries/numbers.ts';

/**
 * Gives the minutes number and code and fixes what they say: the document is sealed, and the event
 * carries its hash, before anything is printed (G-1).
 * @throws CommandRefused where the chair has not signed: no number is drawn for a refusal
 */
export async function sealMinutes(from: Composing): Promise<MeetingCommandOf<'issueMinutes'>> {
  const { tx, deps, meeting, key, organisation, now } = from;
  const fault = findIssuingFault(meeting);
  if (fault !== null) throw new CommandRefused(fault);
  const { minutes } = meeting;
  if (minutes === null) throw new Error('Minutes that nobody drafted cannot be issued');
  const numbers = await numbersOf(tx, meeting);
  const opened = await openItems(tx, deps, meeting.id, key);
  const sealed = await sealDocument(tx, deps, {
    streamId: meeting.id,
    paper: minutesPaper(meeting, minutes, { paperId: from.madeId, by: minutes.signed?.by ?? '' }),
    accusation: false,
    sealer: from.sealer,
    organisation,
    now,
    compose: (given, wording) =>
      minutesDocument({ meeting, opened, numbers, organisation, now, ...given }, wording),
  });
  return { type: 'issueMinutes', ...sealed };
}
