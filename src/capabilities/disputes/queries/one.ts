import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import { colourOf, remainingDays } from '../../../kernel/clock-colours.ts';
import { countClock, isRunning } from '../../../kernel/case-clocks.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { sentenceOf, type Refusal } from '../../../kernel/refusals.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import {
  recordAccess,
  systemActor,
  visibleNumbers,
  type OrganisationSnapshot,
} from '../../petitions/index.ts';
import { isOpenDispute, type Dispute } from '../case.ts';
import type { DisputeCommand } from '../command.ts';
import type { DisputeDeps } from '../commands/deps.ts';
import { disputeSteps, partySchema, type DisputeStep } from '../contract.ts';
import { decideDispute } from '../decide/index.ts';
import type { RecordedDisputeEvent } from '../events.ts';
import { isDisputeVisible, mayDispute } from '../policy.ts';
import { usualSettings, kindOf, type DisputeSettings } from '../settings.ts';
import { findDispute, findOrigin } from '../store.ts';
import type {
  DisputeAllowance,
  DisputeClock,
  DisputeOrigin,
  DisputeTimelineEntry,
  DisputeView,
} from '../view.ts';
import { lineOf, unitNamed } from './lines.ts';
import { openRecord, type OpenedDispute } from './open.ts';
import { readerOf } from './reader.ts';
import { settingsOf } from './settings.ts';

const words: SealedText = { id: '', hash: '', length: 20 };

/** A step as a form would send it with everything filled in: what stops it is no missing field. */
function filledIn(step: DisputeStep | 'promote', dispute: Dispute, now: number): DisputeCommand {
  switch (step) {
    case 'settle':
      return { type: step, agreed: words };
    case 'acknowledge':
      return { type: step };
    case 'followUp':
      return { type: step, kept: true, words };
    case 'noteAttempt':
      return { type: step, words };
    case 'endDispute':
      return { type: step, how: 'fell-away', words };
    case 'promote':
      return {
        type: step,
        petitionId: '',
        way: 'spoken',
        saidOn: localDateOf(now),
        wish: words,
      };
    case 'passDown':
      return { type: step, to: dispute.line[0]?.unit ?? '', reason: words };
    case 'passUp':
    case 'takeBack':
      return { type: step, reason: words };
  }
}

const told = (refusal: Refusal): DisputeAllowance['reason'] => ({
  code: refusal.code,
  zh: sentenceOf(refusal, 'zh-CN'),
  en: sentenceOf(refusal, 'en'),
});

/** What the choice of a unit or words would decide is left to the form. */
const asksMore = new Set(['dispute-not-below']);

function allowanceOf(
  step: DisputeStep | 'promote',
  dispute: Dispute,
  { actor, now, organisation }: { actor: Actor; now: number; organisation: OrganisationSnapshot },
): DisputeAllowance | null {
  if (!mayDispute(actor, step, dispute)) return null;
  if (step === 'passDown' && dispute.holder.level === 'village') return null;
  const decision = decideDispute(dispute, filledIn(step, dispute, now), {
    actor,
    now,
    units: organisation,
    settings: usualSettings,
  });
  if (decision.ok || asksMore.has(decision.refusal.code)) {
    return { step, allowed: true, reason: null };
  }
  // What belongs to another stage of its life is no news to anybody.
  return decision.refusal.code === 'dispute-not-in-status'
    ? null
    : { step, allowed: false, reason: told(decision.refusal) };
}

function wordsOf(event: RecordedDisputeEvent): SealedText | null {
  switch (event.type) {
    case 'AttemptNoted':
    case 'SettlementFollowedUp':
    case 'DisputeEnded':
      return event.data.words;
    case 'DisputePassed':
    case 'PassingTakenBack':
      return event.data.reason;
    case 'DisputeSettled':
      return event.data.agreed;
    case 'DisputePromoted':
      return event.data.wish;
    default:
      return null;
  }
}

const timelineOf = (
  { events, text }: OpenedDispute,
  organisation: OrganisationSnapshot,
): readonly DisputeTimelineEntry[] =>
  events.map((event) => ({
    seq: event.seq,
    at: event.at,
    type: event.type,
    actor: event.actor.startsWith('staff:') ? organisation.userName(event.actor.slice(6)) : '',
    unit: event.unitId === null ? '' : (organisation.find(event.unitId)?.name ?? event.unitId),
    words: text(wordsOf(event)),
  }));

function clockOf(
  dispute: Dispute,
  deps: DisputeDeps,
  organisation: OrganisationSnapshot,
  now: number,
): DisputeClock | null {
  const { clock } = dispute;
  if (!isOpenDispute(dispute) || !isRunning(clock)) return null;
  const { dueAt, dueDate, startedAt, period, holder } = countClock(clock, deps.calendar());
  return {
    period,
    holder: unitNamed(organisation, holder),
    startedAt,
    dueAt,
    dueDate,
    days: clock.ownDays ?? 0,
    source: clock.ownSource ?? '',
    colour: colourOf(startedAt, dueAt, now),
    remainingDays: remainingDays(now, dueDate),
  };
}

async function viewOf(
  deps: DisputeDeps,
  opened: OpenedDispute,
  number: string | null,
  context: {
    readonly actor: StaffActor;
    readonly now: number;
    readonly organisation: OrganisationSnapshot;
    readonly settings: DisputeSettings;
    readonly row: Parameters<typeof lineOf>[1];
  },
): Promise<DisputeView> {
  const { dispute, text } = opened;
  const { organisation, settings, now, row } = context;
  const named = (id: string) => unitNamed(organisation, id);
  const { passing, promotion, ended } = dispute;
  return {
    ...lineOf(opened, row, organisation, settings, now),
    version: dispute.version,
    partyCount: dispute.partyCount,
    line: dispute.line.map(({ level, unit }) => ({ level, unit: named(unit) })),
    passing:
      passing === null
        ? null
        : {
            from: named(passing.from.unit),
            to: named(passing.to.unit),
            at: passing.at,
            reason: text(passing.reason),
          },
    attempts: dispute.attempts.map(({ at, unit, words: said }) => ({
      at,
      unit: named(unit).name,
      words: text(said),
    })),
    settlements: dispute.settlements.map(({ at, level, unit, agreed }) => ({
      at,
      level,
      unit: named(unit).name,
      agreed: text(agreed),
    })),
    followUps: dispute.followUps.map(({ at, kept, words: said }) => ({
      at,
      kept,
      words: text(said),
    })),
    promotion:
      promotion === null
        ? null
        : {
            at: promotion.at,
            way: promotion.way,
            saidOn: promotion.saidOn,
            wish: text(promotion.wish),
            petition: number === null ? null : { id: promotion.petitionId, number },
          },
    ended: ended === null ? null : { at: ended.at, how: ended.how, words: text(ended.words) },
    clock: clockOf(dispute, deps, organisation, now),
    allowances: [...disputeSteps, 'promote' as const]
      .map((step) => allowanceOf(step, dispute, context))
      .filter((allowance) => allowance !== null),
    timeline: timelineOf(opened, organisation),
  };
}

/**
 * One dispute as a reader along its line sees it; nobody is named in it.
 * @param now epoch ms
 * @returns null when there is none for this reader (404, never 403)
 */
export async function openDispute(
  deps: DisputeDeps,
  asking: StaffActor,
  id: string,
  now: number,
): Promise<DisputeView | null> {
  const { actor } = await readerOf(deps, asking);
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const row = await findDispute(tx, id);
    if (row === null) return null;
    const numbers = await visibleNumbers(tx, row.petitionId === null ? [] : [row.petitionId]);
    const opened = await openRecord(tx, deps, id);
    if (opened === null || !isDisputeVisible(actor, opened.dispute)) return null;
    const organisation = await deps.organisation(tx);
    const office = organisation.petitionOfficeOf(row.regionCode) ?? '';
    const { settings } = await settingsOf(tx, office);
    const number = row.petitionId === null ? null : (numbers.get(row.petitionId) ?? null);
    return viewOf(deps, opened, number, { actor, now, organisation, settings, row });
  });
}

export interface Party {
  readonly name: string;
  readonly contact: string;
}

/**
 * Who is concerned by a dispute: opened one dispute at a time, and each look leaves its trace (L-4).
 * @returns null when there is none for this reader
 */
export function openParties(
  deps: DisputeDeps,
  actor: StaffActor,
  id: string,
): Promise<readonly Party[] | null> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    if ((await findDispute(tx, id)) === null) return null;
    const opened = await openRecord(tx, deps, id);
    if (opened === null || !isDisputeVisible(actor, opened.dispute)) return null;
    const { parties } = opened.dispute;
    if (parties === null) return [];
    await recordAccess(tx, actor, id, 'dispute-parties');
    const listed: unknown = JSON.parse(opened.text(parties));
    return partySchema
      .array()
      .parse(listed)
      .map(({ name, contact = '' }) => ({ name, contact }));
  });
}

/**
 * The dispute that a petition grew out of; the caller has passed the petition.
 * @param reader on the dispute's line they may open it, else they are told that there was one
 */
export function originOf(
  deps: DisputeDeps,
  reader: Actor,
  petitionId: string,
): Promise<DisputeOrigin | null> {
  const system = scopeOf(systemActor('disputes'));
  return deps.db.withActor(system, 'read', async (tx) => {
    const row = await findOrigin(tx, petitionId);
    const opened = row === null ? null : await openRecord(tx, deps, row.id);
    if (opened === null || opened.dispute.promotion === null) return null;
    const { dispute } = opened;
    const { promotion } = opened.dispute;
    const organisation = await deps.organisation(tx);
    const office = organisation.petitionOfficeOf(dispute.regionCode) ?? '';
    const { settings } = await settingsOf(tx, office);
    const mine = reader.kind === 'staff' && isDisputeVisible(reader, dispute);
    return {
      id: mine ? dispute.id : null,
      kind: kindOf(settings, dispute.kind).name,
      recordedAt: dispute.recordedAt,
      recordedBy: unitNamed(organisation, dispute.recordedBy).name,
      promotedAt: promotion.at,
      way: promotion.way,
    };
  });
}
