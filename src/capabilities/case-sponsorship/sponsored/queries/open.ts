import { actorId, type StaffActor } from '../../../../kernel/actor.ts';
import { localDateOf, type LocalDate } from '../../../../kernel/local-date.ts';
import { scopeOf, type Tx } from '../../../../platform/database/index.ts';
import {
  openCase,
  openStreams,
  openVisible,
  type OpenedStream,
  type OrganisationSnapshot,
} from '../../../petitions/index.ts';
import { isMissed, type Milestone, type Sponsored } from '../case.ts';
import type { SponsoredDeps } from '../commands/deps.ts';
import { sponsoredSteps, taskSteps, type SponsoredStep } from '../contract.ts';
import { isTaskThinkable } from '../decide/tasks.ts';
import { isThinkable } from '../lifecycle.ts';
import { maySponsored } from '../policy.ts';
import type { PostTask } from '../task.ts';
import type { TaskRow } from '../task-store.ts';
import type { DeedView, MilestoneView, SponsoredCase, SponsoredView, TaskView } from '../view.ts';
import { sponsoredIdOf } from './case-id.ts';
import { foldTask } from './kind.ts';
import { leaderView, lineOf, namer, openSponsoredCases, postLine } from './opened.ts';
import { timelineOf } from './timeline.ts';

/** What a petition says, in the writer's words. */
interface Content {
  readonly title?: string;
}

interface Said {
  readonly at: number;
  readonly userId: string;
  readonly words: { readonly id: string };
}

export const deedView =
  (stream: OpenedStream, organisation: OrganisationSnapshot) =>
  ({ at, userId, words }: Said): DeedView => ({
    at,
    by: organisation.userName(userId),
    words: stream.field(words, 'text'),
  });

const milestoneView =
  (stream: OpenedStream, organisation: OrganisationSnapshot, today: LocalDate) =>
  (milestone: Milestone): MilestoneView => {
    const { id, date, state, doneOn, reports, moved } = milestone;
    return {
      id,
      date,
      state,
      doneOn,
      what: stream.field(milestone.what, 'text'),
      responsible: stream.field(milestone.responsible, 'text'),
      told: stream.field(milestone.told, 'text'),
      missed: isMissed(milestone, today),
      reports: reports.map((each) => ({
        ...deedView(stream, organisation)(each),
        outcome: each.outcome,
      })),
      moved: moved.map(({ at, userId, from, to, reason }) => ({
        at,
        by: organisation.userName(userId),
        from,
        to,
        reason: stream.field(reason, 'text'),
      })),
    };
  };

function taskView(
  task: PostTask,
  row: TaskRow,
  stream: OpenedStream,
  { sponsored, actor, organisation, today }: Reading,
): TaskView {
  const said = deedView(stream, organisation);
  const leads = maySponsored(actor, 'moveMilestone', sponsored);
  const works = maySponsored(actor, 'reportMilestone', sponsored);
  const { holder, post } = task;
  const own = row.holder === actorId(actor);
  return {
    ...postLine(row, today),
    version: task.version,
    label: post.label,
    ownOnly: post.ownOnly,
    holder: {
      userId: holder.userId,
      name: stream.field(holder.contact, 'name'),
      telephone: stream.field(holder.contact, 'telephone'),
    },
    task: stream.field(task.task, 'text'),
    moved: task.moved.map(({ from, to, words }) => ({
      from,
      to,
      reason: stream.field(words, 'text'),
    })),
    reports: task.reports.map(said),
    returns: task.returns.map(said),
    withdrawn: task.withdrawn === null ? null : said(task.withdrawn),
    steps: taskSteps.filter((step) => {
      if (!isTaskThinkable(step, task)) return false;
      return step === 'reportTask' ? own || (works && holder.userId === null) : leads;
    }),
  };
}

interface Reading {
  readonly sponsored: Sponsored;
  readonly actor: StaffActor;
  readonly organisation: OrganisationSnapshot;
  readonly today: LocalDate;
}

/** The tasks of the seven, opened; afterwards only their streams are open. */
async function tasksOf(
  tx: Tx,
  deps: SponsoredDeps,
  rows: readonly TaskRow[],
  reading: Reading,
): Promise<readonly TaskView[]> {
  const streams = await openStreams(
    tx,
    deps,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const stream = streams.get(row.id);
    const task = stream === undefined ? null : foldTask(row.id, stream.events);
    return stream === undefined || task === null ? [] : [taskView(task, row, stream, reading)];
  });
}

/** Nobody verifies what they led or what their own unit did. */
const isOutside = ({ unit, leader, formerLeaders, ending }: Sponsored, actor: StaffActor) =>
  actor.unitId !== unit &&
  actor.userId !== ending?.userId &&
  [leader, ...formerLeaders].every(({ userId }) => userId !== actor.userId);

/** Where a step hangs on more than status and permission. */
const also: Partial<Record<SponsoredStep, (sponsored: Sponsored, actor: StaffActor) => boolean>> = {
  handOver: ({ handOver }) => handOver === null,
  acknowledgeHandOver: ({ handOver }) => handOver !== null,
  refuseHandOver: ({ handOver }) => handOver !== null,
  withdrawHandOver: ({ handOver }) => handOver !== null,
  proposeEnding: ({ handOver }) => handOver === null,
  reportMilestone: ({ milestones }) => milestones.some(({ state }) => state !== 'done'),
  moveMilestone: ({ milestones }) => milestones.some(({ state }) => state !== 'done'),
  takeUpAgain: ({ office }, { unitId, roles }) => unitId === office || roles.includes('leader'),
  verifyEnding: isOutside,
  returnEnding: isOutside,
};

/** What comes first: an answer that is asked for, a plan where there is none, its first step. */
function stepsFor(sponsored: Sponsored, actor: StaffActor): readonly SponsoredStep[] {
  const possible = sponsoredSteps.filter(
    (step) =>
      isThinkable(step, sponsored) &&
      maySponsored(actor, step, sponsored) &&
      (also[step]?.(sponsored, actor) ?? true),
  );
  const wanted: readonly SponsoredStep[] = [
    'acknowledgeHandOver',
    ...(sponsored.plan === null ? (['writePlan'] as const) : []),
    ...(sponsored.milestones.length === 0 ? (['addMilestone'] as const) : []),
    'reportMilestone',
  ];
  const first = wanted.find((step) => possible.includes(step));
  return first === undefined ? possible : [first, ...possible.filter((step) => step !== first)];
}

/**
 * One case with its plan, its steps, the seven, the notes and its past.
 * @param now epoch ms
 * @returns null when there is none for this reader (404, never 403); so also for one of the seven who
 * sees the own task alone
 */
export function openSponsored(
  deps: SponsoredDeps,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<SponsoredView | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const petitionId = await openCase(tx, id);
    if (petitionId === null) return null;
    const folder = await openVisible(tx, deps, actor, petitionId);
    const [opened] = folder === null ? [] : await openSponsoredCases(tx, deps, actor, [id]);
    if (opened === undefined || folder === null) return null;
    const organisation = await deps.organisation(tx);
    const { sponsored, stream, tasks } = opened;
    const { number, content } = folder.petition;
    const { title = '' } = folder.words.open<Content>(content) ?? {};
    const today = localDateOf(now);
    const said = deedView(stream, organisation);
    const { plan, handOver, ending } = sponsored;
    return {
      ...lineOf(opened, { number, title }, organisation, now),
      version: sponsored.version,
      office: namer(organisation)(sponsored.office),
      takenAt: sponsored.takenAt,
      proposal: sponsored.proposal === null ? null : said(sponsored.proposal),
      declined: sponsored.declined === null ? null : said(sponsored.declined),
      plan:
        plan === null
          ? null
          : {
              at: plan.at,
              by: organisation.userName(plan.userId),
              matterKnot: stream.field(plan.matterKnot, 'text'),
              mindKnot: stream.field(plan.mindKnot, 'text'),
              measures: plan.measures.map(({ kind, words }) => ({
                kind,
                words: stream.field(words, 'text'),
              })),
            },
      milestones: sponsored.milestones
        .map(milestoneView(stream, organisation, today))
        .toSorted((one, other) => one.date.localeCompare(other.date)),
      tasks: await tasksOf(tx, deps, tasks, { sponsored, actor, organisation, today }),
      notes: sponsored.notes.map(said).toReversed(),
      handOver:
        handOver === null
          ? null
          : {
              to: leaderView(handOver.to, organisation),
              reason: stream.field(handOver.reason, 'text'),
              at: handOver.at,
            },
      ending: ending === null ? null : { ...said(ending), result: ending.result },
      verified: sponsored.verified === null ? null : said(sponsored.verified),
      timeline: timelineOf(stream, organisation),
      steps: stepsFor(sponsored, actor),
      mayGiveTasks: sponsored.status === 'open' && maySponsored(actor, 'addMilestone', sponsored),
      mayPromise: sponsored.status === 'open' && maySponsored(actor, 'moveMilestone', sponsored),
    };
  });
}

/**
 * The case of a petition, for records that stand beside it and link to it.
 * @param petitionId the petition
 * @returns id, leader and state; nothing where there is none for this reader
 */
export function sponsoredCaseOf(
  deps: SponsoredDeps,
  actor: StaffActor,
  petitionId: string,
): Promise<SponsoredCase | undefined> {
  const caseId = sponsoredIdOf(deps, petitionId);
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    if ((await openCase(tx, caseId)) === null) return undefined;
    if ((await openVisible(tx, deps, actor, petitionId)) === null) return undefined;
    const [opened] = await openSponsoredCases(tx, deps, actor, [caseId]);
    if (opened === undefined) return undefined;
    const { leader, status: state } = opened.sponsored;
    return { id: caseId, leader: leaderView(leader, await deps.organisation(tx)), state };
  });
}
