import type { StaffActor } from '../../../kernel/actor.ts';
import { isGranted } from '../../../kernel/permissions.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { loadOrganisation } from '../../identity-organisation/index.ts';
import { findSuggested, openSummaries, openVisible } from '../../petitions/index.ts';
import type { MeetingDeps } from '../commands/deps.ts';
import { mayPlanAt } from '../policy.ts';
import type { SeatChoice, SuggestionView } from '../view.ts';

/** What waits for a place on an agenda at the reader's office, the oldest first. */
export async function listSuggestions(
  deps: MeetingDeps,
  actor: StaffActor,
): Promise<readonly SuggestionView[]> {
  if (!mayPlanAt(actor, actor.unitId)) return [];
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const ids = await findSuggested(tx, actor.unitId);
    const titles = await openSummaries(tx, deps.vault, ids);
    const found: SuggestionView[] = [];
    for (const id of ids) {
      const folder = await openVisible(tx, deps, actor, id);
      const agenda = folder?.petition.agenda ?? null;
      if (folder === null || agenda === null) continue;
      found.push({
        petition: { id, number: folder.petition.number, title: titles.get(id)?.title ?? '' },
        question: agenda.question,
        cause: agenda.cause,
        text: folder.words.text(agenda.text),
        at: agenda.at,
      });
    }
    return found.toSorted((one, other) => one.at - other.at);
  });
}

/** People who may sit at a table, for whoever prepares a meeting: by name and unit. */
export async function listSeats(
  deps: MeetingDeps,
  actor: StaffActor,
): Promise<readonly SeatChoice[] | null> {
  if (!mayPlanAt(actor, actor.unitId)) return null;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const { users } = await loadOrganisation(tx);
    const organisation = await deps.organisation(tx);
    return users.flatMap(({ userId, displayName, posts }) => {
      const units = [...new Set(posts.map(({ unitId }) => unitId))];
      return units.flatMap((unitId) => {
        const roles = posts.filter((post) => post.unitId === unitId).map(({ role }) => role);
        const unit = organisation.find(unitId);
        const reads = isGranted(roles, 'joint-meeting.read', new Set(['unit']));
        if (unit?.active !== true || !reads) return [];
        return [
          {
            userId,
            name: displayName,
            unit: { id: unitId, name: unit.name },
            maySign: isGranted(roles, 'joint-meeting.sign', new Set(['unit'])),
          },
        ];
      });
    });
  });
}
