import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import { sentenceOf, type Refusal } from '../../../kernel/refusals.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { scopeOf, type Tx } from '../../../platform/database/index.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import {
  openVisible,
  systemActor,
  type OrganisationSnapshot,
  type Petition,
} from '../../petitions/index.ts';
import type { CommitmentCommand } from '../command.ts';
import type { Commitment } from '../commitment.ts';
import type { CommitmentDeps } from '../commands/deps.ts';
import { staffSteps, type StaffStep } from '../contract.ts';
import { decideCommitment, type CommitmentContext } from '../decide/index.ts';
import { isCommitmentVisible, mayCommit } from '../policy.ts';
import { findCommitment } from '../store.ts';
import type { CommitmentAllowance, CommitmentTimelineEntry, CommitmentView } from '../view.ts';
import { lineOf } from './lines.ts';
import { petitionFactsOf } from './petition-facts.ts';
import { openRecord, type OpenedCommitment } from './open.ts';

interface Found {
  readonly opened: OpenedCommitment;
  readonly petition: Petition | null;
}

/** Passes the petition, or the row where it hangs on none, and reads the promise. */
export async function findFor(
  tx: Tx,
  deps: CommitmentDeps,
  actor: Actor,
  place: { readonly id: string; readonly petitionId: string | null },
): Promise<Found | null> {
  const { id, petitionId } = place;
  const folder = petitionId === null ? null : await openVisible(tx, deps, actor, petitionId);
  if (petitionId === null ? (await findCommitment(tx, id)) === null : folder === null) return null;
  const opened = await openRecord(tx, deps, id);
  if (opened === null) return null;
  const petition = folder?.petition ?? null;
  return isCommitmentVisible(actor, opened.commitment, petition?.office ?? null)
    ? { opened, petition }
    : null;
}

/** Where a promise hangs; asked by the system, told to nobody. */
export const placeOf = (
  deps: CommitmentDeps,
  id: string,
): Promise<{ readonly id: string; readonly petitionId: string | null } | null> =>
  deps.db.withActor(scopeOf(systemActor('commitments')), 'read', (tx) => findCommitment(tx, id));

const words: SealedText = { id: '', hash: '', length: 20 };

/** A step as a form would send it with everything filled in: what stops it is no missing field. */
function probeOf(step: StaffStep, { dueDate }: Commitment, now: number): CommitmentCommand {
  switch (step) {
    case 'reportFulfilled':
      return {
        type: step,
        doneOn: localDateOf(now),
        evidence: words,
        files: [{ id: '', address: '', mediaType: '', size: 0, name: words }],
        withoutConfirmation: null,
      };
    case 'verifyFulfilled':
    case 'returnReport':
      return { type: step, reason: words };
    case 'changeDate': {
      const day = 86_400_000;
      const next = localDateOf(now + 30 * day);
      return {
        type: step,
        dueDate: next === dueDate ? localDateOf(now + 31 * day) : next,
        reason: words,
      };
    }
    case 'withdrawCommitment':
      return { type: step, reason: words, cause: null };
  }
}

function allowanceOf(
  step: StaffStep,
  commitment: Commitment,
  office: string | null,
  context: CommitmentContext,
): CommitmentAllowance | null {
  if (!mayCommit(context.actor, step, commitment, office)) return null;
  const decision = decideCommitment(commitment, probeOf(step, commitment, context.now), context);
  const reasonOf = (refusal: Refusal) => ({
    code: refusal.code,
    zh: sentenceOf(refusal, 'zh-CN'),
    en: sentenceOf(refusal, 'en'),
  });
  return {
    step,
    allowed: decision.ok,
    reason: decision.ok ? null : reasonOf(decision.refusal),
  };
}

const nameOfActor = (actor: string, organisation: OrganisationSnapshot): string => {
  if (actor.startsWith('staff:')) return organisation.userName(actor.slice('staff:'.length));
  return actor.startsWith('petitioner:') ? 'petitioner' : '';
};

const timelineOf = (
  { events }: OpenedCommitment,
  organisation: OrganisationSnapshot,
): readonly CommitmentTimelineEntry[] =>
  events.map(({ seq, at, type, actor, unitId }) => ({
    seq,
    at,
    type,
    actor: nameOfActor(actor, organisation),
    unit: unitId === null ? '' : (organisation.find(unitId)?.name ?? ''),
  }));

function viewOf(
  { opened, petition }: Found,
  organisation: OrganisationSnapshot,
  actor: Actor,
  now: number,
): CommitmentView {
  const { commitment, text, nameOf } = opened;
  const office = petition?.office ?? null;
  const context: CommitmentContext = {
    actor,
    now,
    units: organisation,
    petition: petitionFactsOf(petition),
  };
  return {
    ...lineOf(opened, petition?.number ?? null, organisation, now),
    version: commitment.version,
    publicText: commitment.publicText === null ? null : text(commitment.publicText),
    formerDates: commitment.formerDates.map(({ reason, ...former }) => ({
      ...former,
      reason: text(reason),
    })),
    reports: commitment.reports.map((report) => ({
      at: report.at,
      doneOn: report.doneOn,
      evidence: text(report.evidence),
      withoutConfirmation:
        report.withoutConfirmation === null ? null : text(report.withoutConfirmation),
      files: report.files.map(({ id, mediaType, size, name }) => ({
        id,
        name: nameOf(name),
        mediaType,
        size,
      })),
    })),
    returns: commitment.sentBack.map((back) => ({ ...back, words: text(back.words) })),
    fulfilled:
      commitment.fulfilled === null
        ? null
        : { ...commitment.fulfilled, words: text(commitment.fulfilled.words) },
    withdrawn:
      commitment.withdrawn === null
        ? null
        : { ...commitment.withdrawn, reason: text(commitment.withdrawn.reason) },
    allowances: staffSteps
      .map((step) => allowanceOf(step, commitment, office, context))
      .filter((allowance) => allowance !== null),
    timeline: timelineOf(opened, organisation),
  };
}

/**
 * One promise as a reader at the office may see it.
 * @param now epoch ms
 * @returns null when there is none for this reader (404, never 403)
 */
export async function openCommitment(
  deps: CommitmentDeps,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<CommitmentView | null> {
  const place = await placeOf(deps, id);
  if (place === null) return null;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const found = await findFor(tx, deps, actor, place);
    return found === null ? null : viewOf(found, await deps.organisation(tx), actor, now);
  });
}

/** A file that shows the fulfilment, on its way to a reader. */
export interface OpenedEvidence {
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Buffer>;
}

/**
 * A file of a report, for staff who see the promise and for the petitioner to whom it was made.
 * @returns null when there is none for this reader
 */
export async function openEvidence(
  deps: CommitmentDeps,
  actor: Actor,
  id: string,
  fileId: string,
): Promise<OpenedEvidence | null> {
  const place = await placeOf(deps, id);
  if (place === null) return null;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const found = await findFor(tx, deps, actor, place);
    const file = found?.opened.commitment.reports
      .flatMap(({ files }) => files)
      .find((each) => each.id === fileId);
    if (found === null || file === undefined) return null;
    return {
      name: found.opened.nameOf(file.name),
      mediaType: file.mediaType,
      content: deps.files.get(id, found.opened.key, file.address),
    };
  });
}
