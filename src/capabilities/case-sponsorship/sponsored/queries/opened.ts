import { actorId, type StaffActor } from '../../../../kernel/actor.ts';
import { localDateOf, type LocalDate } from '../../../../kernel/local-date.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import {
  openStreams,
  openSummaries,
  visibleNumbers,
  type OpenedStream,
  type OrganisationSnapshot,
} from '../../../petitions/index.ts';
import { isMissed, nextMilestone, type Leader, type Sponsored } from '../case.ts';
import type { SponsoredDeps } from '../commands/deps.ts';
import { isSponsoredVisible } from '../policy.ts';
import { isTaskOverdue } from '../task.ts';
import { findOwnOnlyCases, findTasksOf, type TaskRow } from '../task-store.ts';
import type { LeaderView, PostLine, SponsoredLine } from '../view.ts';
import { foldSponsored } from './kind.ts';

export interface Opened {
  readonly sponsored: Sponsored;
  readonly stream: OpenedStream;
  readonly tasks: readonly TaskRow[];
}

/**
 * Cases whose rows were passed, with the tasks of the seven; those that the actor may see. Afterwards
 * only the streams of the cases are open.
 */
export async function openSponsoredCases(
  tx: Tx,
  deps: SponsoredDeps,
  actor: StaffActor,
  ids: readonly string[],
): Promise<readonly Opened[]> {
  if (ids.length === 0) return [];
  const streams = await openStreams(tx, deps, ids);
  const [tasks, shut] = await Promise.all([
    findTasksOf(tx, ids),
    findOwnOnlyCases(tx, actorId(actor)),
  ]);
  return ids.flatMap((id) => {
    const stream = streams.get(id);
    const sponsored = stream === undefined ? null : foldSponsored(id, stream.events);
    if (stream === undefined || sponsored === null || shut.has(id)) return [];
    if (!isSponsoredVisible(actor, sponsored)) return [];
    return [{ sponsored, stream, tasks: tasks.filter(({ caseId }) => caseId === id) }];
  });
}

export const namer = (organisation: OrganisationSnapshot) => (id: string) => ({
  id,
  name: organisation.find(id)?.name ?? id,
});

export const leaderView = (
  { userId, unit }: Leader,
  organisation: OrganisationSnapshot,
): LeaderView => ({
  userId,
  name: organisation.userName(userId),
  unit: namer(organisation)(unit),
});

export const postLine = ({ id, post, status, dueDate }: TaskRow, today: LocalDate): PostLine => ({
  id,
  post,
  status,
  dueDate,
  overdue: isTaskOverdue({ status, dueDate }, today),
});

/** One line of the ledger as it stands at a moment. */
export function lineOf(
  { sponsored, stream, tasks }: Opened,
  matter: { readonly number: string; readonly title: string },
  organisation: OrganisationSnapshot,
  now: number,
): SponsoredLine {
  const { id, status, petitionId, unit, regionCode, leader, milestones, ending } = sponsored;
  const today = localDateOf(now);
  const living = status === 'open' || status === 'ending';
  const next = living ? nextMilestone(sponsored) : null;
  const posts = tasks
    .filter((task) => task.status !== 'withdrawn')
    .map((task) => postLine(task, today));
  const late = milestones.some((each) => each.state !== 'done' && isMissed(each, today));
  return {
    id,
    status,
    petition: { id: petitionId, ...matter },
    unit: namer(organisation)(unit),
    region: { id: regionCode, name: organisation.regionName(regionCode) },
    leader: leaderView(leader, organisation),
    leaderLeft: sponsored.leaderLeft,
    openedAt: sponsored.openedAt,
    next: next === null ? null : { what: stream.field(next.what, 'text'), date: next.date },
    overdue: living && (late || posts.some(({ overdue }) => overdue)),
    posts,
    result: status === 'ended' ? (ending?.result ?? null) : null,
  };
}

/** Number and title of those petitions that the reader may see; of others nothing is told (L-5). */
export async function mattersOf(
  tx: Tx,
  deps: SponsoredDeps,
  petitionIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly number: string; readonly title: string }>> {
  const ids = [...new Set(petitionIds)];
  const [numbers, summaries] = await Promise.all([
    visibleNumbers(tx, ids),
    openSummaries(tx, deps.vault, ids),
  ]);
  return new Map(
    [...numbers].map(([id, number]) => [id, { number, title: summaries.get(id)?.title ?? '' }]),
  );
}
