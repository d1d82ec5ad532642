import type { StaffActor } from '../../../kernel/actor.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { type Tx, nextPlace, placeBefore, scopeOf } from '../../../platform/database/index.ts';
import { loadOrganisation } from '../../identity-organisation/index.ts';
import {
  countCasesOfKind,
  findCasesOfKind,
  openCase,
  openStreams,
  openSummaries,
  openVisible,
  visibleNumbers,
  type CaseCount,
  type CaseRow,
  type OpenedStream,
  type OrganisationSnapshot,
} from '../../petitions/index.ts';
import type { Backlog } from '../backlog.ts';
import type { SponsorshipDeps } from '../commands/deps.ts';
import { backlogSteps, type BacklogQuery } from '../contract.ts';
import { isThinkable } from '../lifecycle.ts';
import { backlogTarget } from '../measures.ts';
import { isBacklogVisible, mayBacklog } from '../policy.ts';
import type { BacklogLine, BacklogPage, BacklogView, BatchCount } from '../view.ts';
import { backlogKind, foldBacklog } from './kind.ts';

interface Opened {
  readonly backlog: Backlog;
  readonly stream: OpenedStream;
}

/** Cases whose rows were passed, in one packet; those that the actor may see. */
async function openCases(
  tx: Tx,
  deps: SponsorshipDeps,
  actor: StaffActor,
  ids: readonly string[],
): Promise<readonly Opened[]> {
  const streams = await openStreams(tx, deps, ids);
  return ids.flatMap((id) => {
    const stream = streams.get(id);
    const backlog = stream === undefined ? null : foldBacklog(id, stream.events);
    if (stream === undefined || backlog === null || !isBacklogVisible(actor, backlog)) return [];
    return [{ backlog, stream }];
  });
}

const named = (organisation: OrganisationSnapshot) => (id: string) => ({
  id,
  name: organisation.find(id)?.name ?? id,
});

function lineOf(
  { backlog, stream }: Opened,
  matter: { readonly number: string; readonly title: string },
  organisation: OrganisationSnapshot,
  now: number,
): BacklogLine {
  const { id, status, batch, petitionId, unit, leader, dueDate, assignedAt, closed } = backlog;
  return {
    id,
    status,
    batch,
    petition: { id: petitionId, ...matter },
    unit: named(organisation)(unit),
    leader: stream.field(leader, 'text'),
    dueDate,
    overdue: status !== 'closed' && dueDate !== null && dueDate < localDateOf(now),
    assignedAt,
    closedAt: closed?.at ?? null,
  };
}

/** The lines of rows whose petitions the reader may see; of others nothing is told (L-5). */
async function linesOf(
  tx: Tx,
  deps: SponsorshipDeps,
  actor: StaffActor,
  rows: readonly CaseRow[],
  now: number,
): Promise<readonly BacklogLine[]> {
  const petitionIds = [...new Set(rows.map(({ petitionId }) => petitionId))];
  const [numbers, summaries, organisation] = await Promise.all([
    visibleNumbers(tx, petitionIds),
    openSummaries(tx, deps.vault, petitionIds),
    deps.organisation(tx),
  ]);
  const seen = rows.filter(({ petitionId }) => numbers.has(petitionId));
  const opened = await openCases(
    tx,
    deps,
    actor,
    seen.map(({ id }) => id),
  );
  return opened.map((each) => {
    const { petitionId } = each.backlog;
    const title = summaries.get(petitionId)?.title ?? '';
    const number = numbers.get(petitionId) ?? '';
    return lineOf(each, { number, title }, organisation, now);
  });
}

/** Each batch with how many there are and how many are resolved. */
function batchesOf(
  counted: readonly CaseCount[],
  samples: ReadonlyMap<string, Backlog>,
): readonly BatchCount[] {
  const batches = new Map<string, BatchCount>();
  for (const { state, n, sample } of counted) {
    const batch = samples.get(sample)?.batch;
    if (batch === undefined) continue;
    const before = batches.get(batch.id) ?? { batch, all: 0, closed: 0 };
    const closed = before.closed + (state === 'closed' ? n : 0);
    batches.set(batch.id, { batch, all: before.all + n, closed });
  }
  return [...batches.values()].toSorted((one, other) =>
    one.batch.name.localeCompare(other.batch.name, 'zh-Hans-CN'),
  );
}

/**
 * The ledger as far as the reader sees it, newest first, with how far each batch is (S-6). Rates by
 * region, unit and topic are those of statistics, which open their lists.
 * @param now epoch ms
 */
export function listBacklog(
  deps: SponsorshipDeps,
  actor: StaffActor,
  query: BacklogQuery,
  now: number,
): Promise<BacklogPage> {
  const { status = null, unit = null, batch = null, region, topic, limit } = query;
  const kind = backlogKind.kind;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const within = region ?? topic;
    const places = within === undefined ? null : await loadOrganisation(tx);
    const [rows, counted] = await Promise.all([
      findCasesOfKind(tx, {
        kind,
        state: status,
        holder: unit,
        subject: batch,
        regions: region === undefined ? null : (places?.regionsWithin(region) ?? []),
        topics: topic === undefined ? null : (places?.categoriesWithin(topic) ?? []),
        before: placeBefore(query.after),
        limit,
      }),
      countCasesOfKind(tx, { kind, holder: unit, subject: null }),
    ]);
    const items = await linesOf(tx, deps, actor, rows, now);
    const opened = await openCases(
      tx,
      deps,
      actor,
      counted.map(({ sample }) => sample),
    );
    const samples = new Map(opened.map(({ backlog }) => [backlog.id, backlog]));
    return {
      items,
      next: nextPlace(rows, limit, ({ openedAt }) => openedAt),
      batches: batchesOf(counted, samples),
      target: backlogTarget,
    };
  });
}

/** What a petition says, in the writer's words. */
interface Content {
  readonly title?: string;
}

/**
 * One case with what was done, what the petitioner said and what was found.
 * @param now epoch ms
 * @returns null when there is none for this reader (404, never 403)
 */
export function openBacklog(
  deps: SponsorshipDeps,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<BacklogView | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const petitionId = await openCase(tx, id);
    if (petitionId === null) return null;
    const [opened] = await openCases(tx, deps, actor, [id]);
    const folder = opened === undefined ? null : await openVisible(tx, deps, actor, petitionId);
    if (opened === undefined || folder === null) return null;
    const organisation = await deps.organisation(tx);
    const { backlog, stream } = opened;
    const { number, content } = folder.petition;
    const { title = '' } = folder.words.open<Content>(content) ?? {};
    const verified = ({ at, userId, words }: Backlog['sentBack'][number]) => ({
      at,
      by: organisation.userName(userId),
      words: stream.field(words, 'text'),
    });
    const outside =
      actor.unitId !== backlog.unit &&
      backlog.proposals.every(({ userId }) => userId !== actor.userId);
    return {
      ...lineOf(opened, { number, title }, organisation, now),
      version: backlog.version,
      listedAs: backlog.listedAs,
      office: named(organisation)(backlog.office),
      proposals: backlog.proposals.map((each) => ({
        at: each.at,
        by: organisation.userName(each.userId),
        evidence: stream.field(each.evidence, 'text'),
        view: each.view,
        viewWords: stream.field(each.viewWords, 'text'),
        files: each.attachments.map(({ id: fileId, mediaType, size, name }) => ({
          id: fileId,
          name: stream.field(name, 'name'),
          mediaType,
          size,
        })),
      })),
      sentBack: backlog.sentBack.map(verified),
      closed: backlog.closed === null ? null : verified(backlog.closed),
      cameBack: backlog.cameBack.map(({ closed, again }) => ({
        closed: verified(closed),
        at: again.at,
        by: again.userId === null ? null : organisation.userName(again.userId),
        words: again.words === null ? null : stream.field(again.words, 'text'),
      })),
      steps: backlogSteps.filter(
        (step) =>
          isThinkable(step, backlog) &&
          mayBacklog(actor, step, backlog) &&
          (step === 'proposeClosing' || step === 'takeUpAgain' || outside),
      ),
    };
  });
}

/** A file that shows what was done, on its way to a reader; null when there is none for them. */
export function openBacklogFile(
  deps: SponsorshipDeps,
  actor: StaffActor,
  id: string,
  fileId: string,
): Promise<{
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Buffer>;
} | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const petitionId = await openCase(tx, id);
    if (petitionId === null) return null;
    const [opened] = await openCases(tx, deps, actor, [id]);
    const file = opened?.backlog.proposals
      .flatMap(({ attachments }) => attachments)
      .find((each) => each.id === fileId);
    if (opened === undefined || file === undefined) return null;
    if ((await openVisible(tx, deps, actor, petitionId)) === null) return null;
    return {
      name: opened.stream.field(file.name, 'name'),
      mediaType: file.mediaType,
      content: deps.files.get(id, opened.stream.key, file.address),
    };
  });
}
