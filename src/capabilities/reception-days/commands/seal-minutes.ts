import { actorId } from '../../../kernel/actor.ts';
import { CommandRefused } from '../../../platform/database/index.ts';
import { openItems } from '../../../platform/vault/index.ts';
import { sealDocument } from '../../petitions/index.ts';
import type { DayCommandOf } from '../command.ts';
import { issuableMinutes } from '../decide/afterwards.ts';
import { minutesDocument, minutesPaper } from '../paper-content/minutes.ts';
import type { Composing } from './composing.ts';

/**
 * Gives the minutes number and code and fixes what they say: the document is sealed, and the event
 * carries its hash, before anything is printed (G-1).
 * @throws CommandRefused where `issuableMinutes` says so: no number is drawn for a refusal
 */
export async function sealMinutes(from: Composing): Promise<DayCommandOf<'issueMinutes'>> {
  const { tx, deps, day, key, organisation, now } = from;
  const by = actorId(from.actor);
  const minutes = issuableMinutes(day, by);
  if (!minutes.ok) throw new CommandRefused(minutes);
  const opened = await openItems(tx, deps, day.id, key);
  const { number, ...paper } = await sealDocument(tx, deps, {
    streamId: day.id,
    paper: minutesPaper(day, minutes.value, { paperId: from.madeId, by }),
    accusation: false,
    sealer: from.sealer,
    organisation,
    now,
    compose: (given, wording) =>
      minutesDocument({ day, opened, organisation, now, ...given }, wording),
  });
  return { type: 'issueMinutes', number, paper };
}
