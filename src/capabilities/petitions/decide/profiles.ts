import { profileFor } from '../../../kernel/local-profiles.ts';
import { isDeepEqual } from '../../../kernel/same.ts';
import { event, today, type Context } from './context.ts';
import type { PetitionEvent } from '../events.ts';
import { presentProfile } from '../local-clocks.ts';
import { caseOf, type Standing } from '../own-days.ts';
import type { Petition } from '../petition.ts';

/** How it stands after the events of a command. */
function standingAfter(before: Standing | null, events: readonly PetitionEvent[]): Standing | null {
  return events.reduce<Standing | null>((now, each) => {
    if (each.type === 'PetitionRegistered') return each.data;
    if (now === null) return null;
    switch (each.type) {
      case 'PetitionClassified':
        return { ...now, purpose: each.data.purpose, category: each.data.category };
      case 'PetitionHanded':
        return {
          ...now,
          holder: each.data.to,
          office: each.data.toOffice ? each.data.to : now.office,
        };
      case 'ObjectionUpheld':
        return { ...now, holder: each.data.superior ?? each.data.returnTo };
      case 'HandOverReturned':
        return { ...now, holder: each.data.returnTo };
      case 'CompetenceDecided':
        return { ...now, holder: each.data.unit };
      case 'HolderSucceeded':
        return now.holder === each.data.from ? { ...now, holder: each.data.to } : now;
      default:
        return now;
    }
  }, before);
}

/**
 * P-9: the local profile follows the petition: who has it, by which channel it came, what it is
 * about. A change of it is an event, with the limits as they are then.
 */
export function withProfile(
  petition: Petition | null,
  events: readonly PetitionEvent[],
  context: Context,
): PetitionEvent[] {
  const after = standingAfter(petition, events);
  if (after === null || after === petition || context.profiles === undefined) return [...events];
  // An accusation has its own rules (Reg. 30): no hotline's limit speaks of it.
  const profile =
    after.purpose === 'accusation'
      ? null
      : profileFor(context.profiles, caseOf(after, today(context)));
  const now = petition === null ? null : presentProfile(petition);
  return isDeepEqual(now, profile)
    ? [...events]
    : [...events, event('ProfileApplied', { profile })];
}
