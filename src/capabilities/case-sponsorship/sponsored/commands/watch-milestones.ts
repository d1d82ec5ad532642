import { addDays, localDateOf, type LocalDate } from '../../../../kernel/local-date.ts';
import { scopeOf, setStreams } from '../../../../platform/database/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import {
  findCasesWaiting,
  openStreams,
  openVisible,
  runAll,
  systemActor,
  tellOfPetition,
} from '../../../petitions/index.ts';
import type { Milestone, Sponsored } from '../case.ts';
import { foldSponsored, sponsoredKind } from '../queries/kind.ts';
import type { SponsoredDeps } from './deps.ts';

const actor = systemActor('case-sponsorship');

/** Days before its date on which a step is recalled, as promises are; an assumption of this program. */
const recallDays = 3;
/** Days after its date on which a missed one is still told, once, where the worker had stood still. */
const stillNews = 14;

/** Steps of a plan that come soon, or whose day is over and that nobody has reported. */
const watched = ({ milestones }: Sponsored, today: LocalDate): readonly Milestone[] =>
  milestones.filter(
    ({ state, date }) =>
      state === 'open' && date >= addDays(today, -stillNews) && date <= addDays(today, recallDays),
  );

/** Who sees to it and who answers for it; of a missed one also the office that verifies the case. */
function addresseesOf({ unit, leader, office }: Sponsored, overdue: boolean) {
  const units = overdue ? [...new Set([unit, office])] : [unit];
  return [...units.map((unitId) => ({ unitId })), { unitId: leader.unit, userId: leader.userId }];
}

async function watchOne(deps: SponsoredDeps, id: string, today: LocalDate): Promise<void> {
  await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const stream = (await openStreams(tx, deps, [id])).get(id);
    const sponsored = stream === undefined ? null : foldSponsored(id, stream.events);
    if (sponsored?.status !== 'open') return;
    const steps = watched(sponsored, today);
    if (steps.length === 0) return;
    const petition = (await openVisible(tx, deps, actor, sponsored.petitionId))?.petition;
    // Of what became an accusation nobody is told here (L-5).
    if (petition === undefined || petition.purpose === 'accusation') return;
    await setStreams(tx, [petition.id]);
    for (const { id: milestone, date } of steps) {
      const overdue = date < today;
      const template = overdue ? 'milestone-overdue-staff' : 'milestone-for-staff';
      for (const to of addresseesOf(sponsored, overdue)) {
        const cause = JSON.stringify([to, template, id, milestone, date]);
        const messageId = deriveId(deps.keys, 'system:case-sponsorship', 'milestone', cause);
        const url = `${deps.publicUrl}/console/sponsored/${id}`;
        await tellOfPetition(tx, deps, petition, { ...to, due: date, template, url }, messageId);
      }
    }
  });
}

/**
 * Recalls the steps of plans shortly before their date, and tells unit, leader and office when a day
 * is over and nothing was reported (S-1). Run daily; each date is told once however often it runs, and
 * a date that was moved is a new one.
 * @param now epoch ms
 * @param signal aborted when the worker stops
 */
export async function watchMilestones(
  deps: SponsoredDeps,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  const today = localDateOf(now);
  await runAll<string>(
    (after) =>
      // The reading role sees lines of its own units alone.
      deps.db.withActor(scopeOf(actor), 'write', (tx) =>
        findCasesWaiting(tx, sponsoredKind.kind, 'sponsored', after),
      ),
    (id) => watchOne(deps, id, today),
    signal,
  );
}
