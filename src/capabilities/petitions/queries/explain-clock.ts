import type { StaffActor } from '../../../kernel/actor.ts';
import { countLocalClock } from '../../../kernel/local-profiles.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { isVisible } from '../policy.ts';
import { countClock } from '../../../kernel/case-clocks.ts';
import type { ClockExplanation } from '../view.ts';
import { explain, explainLocal } from './clock-view.ts';
import { localClocksOf } from '../local-clocks.ts';
import type { PetitionReads } from './deps.ts';
import { openFolder } from './folder.ts';
import { reachOf } from './reach.ts';

/**
 * One clock with its legal basis and every day counted or skipped (P-9).
 * @param key the clock's key, as the petition's view names it
 * @returns null when there is no such petition or clock for this reader
 */
export async function explainClock(
  deps: PetitionReads,
  actor: StaffActor,
  petitionId: string,
  key: string,
  now: number,
): Promise<ClockExplanation | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openFolder(tx, deps.vault, petitionId);
    if (folder === null || !isVisible(actor, folder.petition)) return null;
    const clock = folder.petition.clocks.find((each) => each.key === key);
    const local = localClocksOf(folder.petition).find((each) => each.key === key);
    const asked = clock ?? local;
    if (asked === undefined) return null;
    const whole = reachOf(actor, folder.petition) === 'whole';
    if (!whole && !actor.readingUnits.includes(asked.holder)) return null;
    const calendar = deps.calendar(folder.petition.calendarVersion);
    const units = await deps.organisation(tx);
    if (local !== undefined) {
      return explainLocal(countLocalClock(local, calendar), calendar, units, now);
    }
    if (clock === undefined) return null;
    return explain(countClock(clock, calendar), calendar, units, now);
  });
}
