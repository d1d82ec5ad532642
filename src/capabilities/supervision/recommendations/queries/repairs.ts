import type { StaffActor } from '../../../../kernel/actor.ts';
import { listOfSource } from '../../../commitments/index.ts';
import type { OrganisationSnapshot } from '../../../petitions/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { personNamed, unitNamed } from '../../inspections/queries/lines.ts';
import { openOwn, pageOfOwn, readAs } from '../../queries/own-pages.ts';
import { repairSteps, type RepairQuery } from '../contract.ts';
import { limits } from '../limits.ts';
import { isRepairThinkable } from '../lifecycle.ts';
import { mayRepair } from '../policy.ts';
import type { PolicyRepair } from '../policy-repair.ts';
import type { RepairLine, RepairPage, RepairView } from '../view.ts';
import { gapViewsOf } from './gaps.ts';
import { gapKind, repairKind } from './kind.ts';

const instant = (at: number): string => new Date(at).toISOString();

const lineOf = (
  organisation: Pick<OrganisationSnapshot, 'find' | 'userName'>,
  repair: PolicyRepair,
): RepairLine => ({
  id: repair.id,
  title: repair.title,
  topic: { ...repair.topic },
  office: unitNamed(organisation, repair.office),
  leader: organisation.userName(repair.leader),
  departments: repair.departments.map((unit) => unitNamed(organisation, unit)),
  status: repair.status,
  gaps: repair.gaps.length,
  begunAt: instant(repair.begunAt),
});

/** Policy repairs that the reader may see, newest first (U-6). */
export const listRepairs = (
  deps: SupervisionDeps,
  actor: StaffActor,
  query: RepairQuery,
): Promise<RepairPage> =>
  readAs(deps, actor, async (tx) => {
    const { items, next } = await pageOfOwn(tx, repairKind, actor, {
      ...query,
      status: query.status ?? null,
    });
    const organisation = await deps.organisation(tx);
    return { items: items.map((each) => lineOf(organisation, each)), next };
  });

/** One repair with its gaps and what was promised for it; null when there is none for this reader. */
export async function openRepair(
  deps: SupervisionDeps,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<RepairView | null> {
  const view = await readAs(deps, actor, async (tx) => {
    const opened = await openOwn(tx, deps, repairKind, actor, id);
    if (opened === null) return null;
    const { state: repair, text } = opened;
    const organisation = await deps.organisation(tx);
    const asked = { group: id, limit: limits.gapsShown };
    const { items } = await pageOfOwn(tx, gapKind, actor, asked);
    const { result, dropped } = repair;
    return {
      ...lineOf(organisation, repair),
      version: repair.version,
      goal: text(repair.goal),
      begunBy: personNamed(organisation, repair.begunBy),
      gaps: await gapViewsOf(tx, deps, actor, items),
      result:
        result === null ? null : { ...result, at: instant(result.at), text: text(result.text) },
      dropped: dropped === null ? null : { at: instant(dropped.at), reason: text(dropped.reason) },
      toldAt: repair.toldAt === null ? null : instant(repair.toldAt),
      steps: repairSteps.filter(
        (step) =>
          isRepairThinkable(step, repair.status) &&
          mayRepair(actor, step, repair) &&
          (step !== 'tellPetitioners' || repair.toldAt === null),
      ),
    };
  });
  if (view === null) return null;
  const promised = await listOfSource(deps, actor, { kind: 'policy-repair', id }, now);
  return {
    ...view,
    commitments: promised.map(({ id: commitmentId, unit, text, dueDate, status, overdue }) => ({
      id: commitmentId,
      unit,
      text,
      dueDate,
      status,
      overdue,
    })),
    fulfilled: promised.filter(({ status }) => status === 'fulfilled').length,
  };
}
