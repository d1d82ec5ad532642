import type { StaffActor } from '../../../../kernel/actor.ts';
import { scopeOf, type Tx } from '../../../../platform/database/index.ts';
import { systemActor, visibleNumbers } from '../../../petitions/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { personNamed, unitNamed } from '../../inspections/queries/lines.ts';
import { findOwn } from '../../own-store.ts';
import { openOwn, pageOfOwn, readAs } from '../../queries/own-pages.ts';
import type { GapQuery } from '../contract.ts';
import { isGapThinkable } from '../lifecycle.ts';
import { mayGap } from '../policy.ts';
import type { PolicyGap } from '../policy-gap.ts';
import type { PolicyRepair } from '../policy-repair.ts';
import type { GapPage, GapView } from '../view.ts';
import { gapKind } from './kind.ts';

const instant = (at: number): string => new Date(at).toISOString();

/** Titles of repairs: whoever sees a gap may read under which one it stands. */
async function titlesOf(
  deps: SupervisionDeps,
  gaps: readonly PolicyGap[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(gaps.flatMap(({ projectId }) => (projectId === null ? [] : [projectId])));
  if (ids.size === 0) return new Map();
  return deps.db.withActor(scopeOf(systemActor('recommendations')), 'read', async (tx) => {
    const titles = new Map<string, string>();
    for (const id of ids) {
      const row = await findOwn(tx, id);
      if (row !== null) titles.set(id, (row.state as PolicyRepair).title);
    }
    return titles;
  });
}

/**
 * Gaps with their words, which lie sealed each in its own record.
 * @param tx a transaction as the reader
 */
export async function gapViewsOf(
  tx: Tx,
  deps: SupervisionDeps,
  actor: StaffActor,
  gaps: readonly PolicyGap[],
): Promise<GapView[]> {
  const organisation = await deps.organisation(tx);
  const numbers = await visibleNumbers(
    tx,
    gaps.map(({ petitionId }) => petitionId),
  );
  const titles = await titlesOf(deps, gaps);
  const views: GapView[] = [];
  for (const { id } of gaps) {
    const opened = await openOwn(tx, deps, gapKind, actor, id);
    if (opened === null) continue;
    const { state: gap, text } = opened;
    const number = numbers.get(gap.petitionId);
    views.push({
      id,
      version: gap.version,
      status: gap.status,
      office: unitNamed(organisation, gap.office),
      department: unitNamed(organisation, gap.department),
      topic: gap.topic,
      policy: text(gap.policy),
      missing: text(gap.missing),
      petition: number === undefined ? null : { id: gap.petitionId, number },
      notedAt: instant(gap.notedAt),
      notedBy: personNamed(organisation, gap.notedBy),
      notedAtUnit: unitNamed(organisation, gap.notedAtUnit),
      repair:
        gap.projectId === null
          ? null
          : { id: gap.projectId, name: titles.get(gap.projectId) ?? '' },
      dropped:
        gap.dropped === null
          ? null
          : { at: instant(gap.dropped.at), reason: text(gap.dropped.reason) },
      mayDrop: isGapThinkable('dropGap', gap.status) && mayGap(actor, 'dropGap', gap),
    });
  }
  return views;
}

/** Policy gaps that the reader may see, newest first (U-6). */
export const listGaps = (
  deps: SupervisionDeps,
  actor: StaffActor,
  query: GapQuery,
): Promise<GapPage> =>
  readAs(deps, actor, async (tx) => {
    const { items, next } = await pageOfOwn(tx, gapKind, actor, {
      status: query.status ?? null,
      unit: query.department ?? null,
      topic: query.topic ?? null,
      after: query.after,
      limit: query.limit,
    });
    return { items: await gapViewsOf(tx, deps, actor, items), next };
  });

/** One gap; null when there is none for this reader. */
export const openGap = (
  deps: SupervisionDeps,
  actor: StaffActor,
  id: string,
): Promise<GapView | null> =>
  readAs(deps, actor, async (tx) => {
    const opened = await openOwn(tx, deps, gapKind, actor, id);
    if (opened === null) return null;
    const [view] = await gapViewsOf(tx, deps, actor, [opened.state]);
    return view ?? null;
  });
