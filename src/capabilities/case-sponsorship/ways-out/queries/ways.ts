import type { StaffActor } from '../../../../kernel/actor.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import { nextPlace, placeBefore, scopeOf } from '../../../../platform/database/index.ts';
import type { PaperFormat } from '../../../papers/index.ts';
import {
  findCases,
  findCasesOfKind,
  openStreams,
  openVisible,
  recordAccess,
  type OpenedStream,
  type OrganisationSnapshot,
} from '../../../petitions/index.ts';
import type { SponsorshipDeps } from '../../commands/deps.ts';
import {
  namedBy,
  openCaseRows,
  passCase,
  type CaseReading,
  type OpenedCase,
} from '../../queries/case-lines.ts';
import { fileOf, readFixedPaper, type PaperOnItsWay } from '../../queries/fixed-paper-file.ts';
import type { WayOut } from '../case.ts';
import { waySteps, type WaysQuery } from '../contract.ts';
import { mayApprove } from '../decide/index.ts';
import { mayVisit } from '../festival-visit.ts';
import { isThinkable } from '../lifecycle.ts';
import { isWayVisible, mayChoose, mayWay } from '../policy.ts';
import { stateOf } from '../projection.ts';
import type { WayFacts, WayLine, WayPage, WaysOfPetition, WayView } from '../view.ts';
import { foldWay, wayOutKind } from './kind.ts';
import { visitsOfPetition } from './visits.ts';

const reading: CaseReading<WayOut> = { fold: foldWay, isVisible: isWayVisible };

function lineOf(
  { state, petition }: OpenedCase<WayOut>,
  organisation: OrganisationSnapshot,
  now: number,
): WayLine {
  const open = state.steps.filter(({ done }) => done === null).map(({ dueDate }) => dueDate);
  const dueDate = state.status === 'chosen' ? (open.toSorted()[0] ?? null) : null;
  return {
    id: state.id,
    way: state.way,
    status: state.status,
    petition,
    demandId: state.demandId,
    unit: namedBy(organisation)(state.unit),
    chosenAt: state.chosenAt,
    dueDate,
    overdue: dueDate !== null && dueDate < localDateOf(now),
  };
}

/**
 * Ways out that the reader may see, newest first; by one way and stage exactly, by one of them as far
 * as the page holds them.
 * @param now epoch ms
 */
export function listWays(
  deps: SponsorshipDeps,
  actor: StaffActor,
  { way, status, after, limit }: WaysQuery,
  now: number,
): Promise<WayPage> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const rows = await findCasesOfKind(tx, {
      kind: wayOutKind.kind,
      state: way === undefined || status === undefined ? null : stateOf({ way, status }),
      holder: null,
      subject: null,
      before: placeBefore(after),
      limit,
    });
    const wanted = rows.filter(
      ({ state }) =>
        (way === undefined || state.startsWith(`${way}-`)) &&
        (status === undefined || state.endsWith(`-${status}`)),
    );
    const organisation = await deps.organisation(tx);
    const opened = await openCaseRows(tx, deps, actor, wanted, reading);
    return {
      items: opened.map((each) => lineOf(each, organisation, now)),
      next: nextPlace(rows, limit, ({ openedAt }) => openedAt),
    };
  });
}

/**
 * The ways out of one petition, oldest first.
 * @returns null when there is no such petition for this reader
 */
export function waysOfPetition(
  deps: SponsorshipDeps,
  actor: StaffActor,
  petitionId: string,
  now: number,
): Promise<WaysOfPetition | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    if (folder === null) return null;
    const rows = (await findCases(tx, petitionId)).filter(({ kind }) => kind === wayOutKind.kind);
    const organisation = await deps.organisation(tx);
    const opened = await openCaseRows(tx, deps, actor, rows, reading);
    const { petition, words } = folder;
    return {
      items: opened.map((each) => lineOf(each, organisation, now)),
      mayChoose: petition.purpose !== 'accusation' && mayChoose(actor, petition),
      demands: petition.demands.map(({ id, text }) => ({ id, text: words.text(text) ?? '' })),
    };
  });
}

/** What a way out says, opened. */
function factsOf(
  way: WayOut,
  { field }: Pick<OpenedStream, 'field'>,
  organisation: OrganisationSnapshot,
): WayFacts {
  const text = (item: { readonly id: string } | null): string => field(item, 'text');
  const nameOf = (unit: string): string => organisation.find(unit)?.name ?? unit;
  const { aid } = way;
  return {
    id: way.id,
    way: way.way,
    status: way.status,
    demandId: way.demandId,
    chosenAt: way.chosenAt,
    reason: text(way.reason),
    steps: way.steps.map(({ id, text: words, dueDate, expert, done }) => ({
      id,
      text: text(words),
      dueDate,
      expert:
        expert === null
          ? null
          : {
              name: field(expert, 'name'),
              unit: field(expert, 'unit'),
              field: field(expert, 'field'),
            },
      doneOn: done?.on ?? null,
      note: text(done?.note ?? null),
    })),
    explanations: way.explanations.map(({ on, how, by, provisions, words, answer }) => ({
      on,
      how,
      by: field(by, 'name'),
      post: field(by, 'post'),
      provisions: provisions.map(text),
      words: text(words),
      answer: text(answer),
    })),
    finished: way.finished === null ? null : text(way.finished.words),
    changed: way.changed === null ? null : text(way.changed.reason),
    aid:
      aid === null
        ? null
        : {
            kind: aid.kind,
            basis: text(aid.basis),
            circumstances: text(aid.circumstances),
            amount: aid.amount,
            steps: aid.chain.map(({ id, name, unit }) => ({
              id,
              name,
              unit: nameOf(unit),
              takenAt: aid.approvals.find(({ stepId }) => stepId === id)?.at ?? null,
            })),
            refused: aid.refused === null ? null : text(aid.refused.words),
            paidOn: aid.paid?.on ?? null,
          },
  };
}

/**
 * One way out for staff.
 * @returns null when there is none for this reader (404, never 403)
 */
export function openWay(
  deps: SponsorshipDeps,
  actor: StaffActor,
  id: string,
): Promise<WayView | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const opened = await passCase(tx, deps, actor, id, reading);
    if (opened === null) return null;
    const organisation = await deps.organisation(tx);
    const { state, stream, petition } = opened;
    const { aid } = state;
    const { field } = stream;
    const stepNames = new Map(aid?.chain.map((step) => [step.id, step.name]));
    const taken = [
      ...(aid?.approvals ?? []).map((approval) => ({ ...approval, refused: false })),
      ...(aid?.refused == null ? [] : [{ ...aid.refused, refused: true }]),
    ];
    const paid = aid?.paid ?? null;
    const granted = state.status === 'approved' || (aid !== null && state.status === 'done');
    const visits = await visitsOfPetition(tx, deps, actor, petition.id, id);
    return {
      ...factsOf(state, stream, organisation),
      version: state.version,
      unit: namedBy(organisation)(state.unit),
      petition,
      approvals: taken.map(({ at, userId, stepId, words, refused }) => ({
        at,
        by: organisation.userName(userId),
        step: stepNames.get(stepId) ?? { zh: stepId, en: stepId },
        words: field(words, 'text'),
        refused,
      })),
      payment:
        paid === null
          ? null
          : {
              on: paid.on,
              by: organisation.userName(paid.userId),
              proof: field(paid.proof, 'text'),
              files: paid.files.map(({ id: fileId, name, size }) => ({
                id: fileId,
                name: field(name, 'name'),
                size,
              })),
            },
      sheet: aid?.sheet == null ? null : { number: aid.sheet.number },
      visits,
      mayVisit: granted && mayVisit(actor, 'planVisit', state),
      mayTake: waySteps.filter(
        (step) =>
          isThinkable(step, state) &&
          mayWay(actor, step, state) &&
          (step !== 'finishWay' || aid === null) &&
          ((step !== 'approveAid' && step !== 'refuseAid') || mayApprove(actor, state)),
      ),
    };
  });
}

/** What the petitioner reads of the ways that were chosen for them, oldest first. */
export function waysOfPetitioner(
  deps: SponsorshipDeps,
  petitionId: string,
): Promise<readonly WayFacts[]> {
  const actor = { kind: 'petitioner', petitionId } as const;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    // L-5: of an accusation nothing stands on a page beside it.
    if (folder === null || folder.petition.purpose === 'accusation') return [];
    const rows = (await findCases(tx, petitionId)).filter(({ kind }) => kind === wayOutKind.kind);
    const organisation = await deps.organisation(tx);
    const streams = await openStreams(
      tx,
      deps,
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ id }) => {
      const stream = streams.get(id);
      const way = stream === undefined ? null : foldWay(id, stream.events);
      return stream === undefined || way === null ? [] : [factsOf(way, stream, organisation)];
    });
  });
}

/**
 * The approval sheet as a file; it says what somebody lives on, so that the look is recorded (L-4).
 * @returns null where there is none for this reader
 */
export async function openSheetFile(
  deps: SponsorshipDeps,
  actor: StaffActor,
  id: string,
  format: PaperFormat,
  officeFonts?: string,
): Promise<PaperOnItsWay | null> {
  const read = await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const opened = await passCase(tx, deps, actor, id, reading);
    const paperId = opened?.state.aid?.sheet?.paperId;
    if (opened === null || paperId === undefined) return null;
    await recordAccess(tx, actor, opened.petition.id, `aid-approval:${id}`);
    return readFixedPaper(tx, deps, id, paperId, format);
  });
  return read === null ? null : fileOf(read, format, officeFonts);
}

/** A file that shows that aid was paid, on its way to a reader; null when there is none for them. */
export function openProofFile(
  deps: SponsorshipDeps,
  actor: StaffActor,
  id: string,
  fileId: string,
): Promise<{
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Buffer>;
} | null> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const opened = await passCase(tx, deps, actor, id, reading);
    const file = opened?.state.aid?.paid?.files.find((each) => each.id === fileId);
    if (opened === null || file === undefined) return null;
    await recordAccess(tx, actor, opened.petition.id, `aid-approval:${fileId}`);
    return {
      name: opened.stream.field(file.name, 'name'),
      mediaType: file.mediaType,
      content: deps.files.get(id, opened.stream.key, file.address),
    };
  });
}
