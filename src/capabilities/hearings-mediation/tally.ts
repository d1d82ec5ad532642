import type { Party } from './events.ts';
import type { Hearing } from './proceeding.ts';
import { votes, type Vote } from './terms.ts';

/** How often the panel voted which way. */
export const countVotes = (hearing: Hearing): Record<Vote, number> =>
  Object.fromEntries(
    votes.map((each) => [each, hearing.votes.filter(({ vote }) => vote === each).length]),
  ) as Record<Vote, number>;

/** Agents and witnesses accompany a side; they are none. */
export const isSideOf = (party: Pick<Party, 'role'>): boolean =>
  party.role !== 'agent' && party.role !== 'witness';
