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
import type { Meeting } from '../case.ts';
import { meetingSteps, type MeetingsQuery } from '../contract.ts';
import { isThinkable } from '../lifecycle.ts';
import { isMeetingVisible, mayMeet, mayPlan } from '../policy.ts';
import type {
  MeetingFacts,
  MeetingLine,
  MeetingPage,
  MeetingsOfPetition,
  MeetingView,
} from '../view.ts';
import { foldMeeting, meetingKind } from './kind.ts';

const reading: CaseReading<Meeting> = { fold: foldMeeting, isVisible: isMeetingVisible };

const lineOf = (
  { state, petition }: OpenedCase<Meeting>,
  organisation: OrganisationSnapshot,
): MeetingLine => ({
  id: state.id,
  status: state.status,
  on: state.plan.on,
  time: state.plan.time,
  unit: namedBy(organisation)(state.unit),
  petition,
  postponed: state.postponed.length,
  actions: state.held?.actions.length ?? 0,
});

/** Meetings that the reader may see, those planned last first (S-4). */
export function listMeetings(
  deps: SponsorshipDeps,
  actor: StaffActor,
  { status, after, limit }: MeetingsQuery,
): Promise<MeetingPage> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const rows = await findCasesOfKind(tx, {
      kind: meetingKind.kind,
      state: status ?? null,
      holder: null,
      subject: null,
      before: placeBefore(after),
      limit,
    });
    const organisation = await deps.organisation(tx);
    const opened = await openCaseRows(tx, deps, actor, rows, reading);
    return {
      items: opened.map((each) => lineOf(each, organisation)),
      next: nextPlace(rows, limit, ({ openedAt }) => openedAt),
    };
  });
}

/**
 * The meetings on one petition, oldest first.
 * @returns null when there is no such petition for this reader
 */
export function meetingsOfPetition(
  deps: SponsorshipDeps,
  actor: StaffActor,
  petitionId: string,
): Promise<MeetingsOfPetition | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    if (folder === null) return null;
    const rows = (await findCases(tx, petitionId)).filter(({ kind }) => kind === meetingKind.kind);
    const organisation = await deps.organisation(tx);
    const opened = await openCaseRows(tx, deps, actor, rows, reading);
    const { purpose } = folder.petition;
    return {
      items: opened.map((each) => lineOf(each, organisation)),
      mayPlan: purpose !== 'accusation' && mayPlan(actor, folder.petition),
    };
  });
}

/** What a meeting says, opened. */
function factsOf(
  meeting: Meeting,
  { field }: Pick<OpenedStream, 'field'>,
  organisation: OrganisationSnapshot,
): MeetingFacts {
  const { plan, held } = meeting;
  const text = (item: { readonly id: string } | null): string => field(item, 'text');
  const nameOf = (unit: string): string => organisation.find(unit)?.name ?? unit;
  const noted = ({ at, reason, told }: NonNullable<Meeting['cancelled']>) => ({
    at,
    reason: text(reason),
    told: text(told),
  });
  return {
    id: meeting.id,
    status: meeting.status,
    on: plan.on,
    time: plan.time,
    place: text(plan.place),
    agenda: meeting.agenda.map(text),
    participants: meeting.participants.map(({ id, side, who, unit }) => ({
      id,
      side,
      name: field(who, 'name'),
      post: field(who, 'post'),
      unit: unit === null ? null : nameOf(unit),
      came: held === null ? null : held.came.includes(id),
    })),
    postponed: meeting.postponed.map((move) => ({ ...noted(move), from: move.from, to: move.to })),
    cancelled: meeting.cancelled === null ? null : noted(meeting.cancelled),
    positions: (held?.positions ?? []).map(({ side, words }) => ({ side, words: text(words) })),
    actions: (held?.actions ?? []).map(({ text: words, unit, ...action }) => ({
      ...action,
      text: text(words),
      unit: nameOf(unit),
      responsible: field(words, 'responsible'),
    })),
    openPoints: (held?.openPoints ?? []).map(({ matter, reason }) => ({
      matter: text(matter),
      reason: text(reason),
    })),
    minutes:
      meeting.minutes === null ? null : { at: meeting.minutes.at, number: meeting.minutes.number },
    answers: meeting.answers.map(({ at, agrees, words }) => ({ at, agrees, words: text(words) })),
  };
}

/**
 * One meeting for staff.
 * @returns null when there is none for this reader (404, never 403)
 */
export function openMeeting(
  deps: SponsorshipDeps,
  actor: StaffActor,
  id: string,
): Promise<MeetingView | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const opened = await passCase(tx, deps, actor, id, reading);
    if (opened === null) return null;
    const organisation = await deps.organisation(tx);
    const { state, stream, petition } = opened;
    const own = state.held?.userId === actor.userId;
    return {
      ...factsOf(state, stream, organisation),
      version: state.version,
      unit: namedBy(organisation)(state.unit),
      office: namedBy(organisation)(state.office),
      petition,
      steps: meetingSteps.filter(
        (step) =>
          isThinkable(step, state) &&
          mayMeet(actor, step, state) &&
          !(step === 'issueMinutes' && own) &&
          // What was not held yet cannot be recorded.
          !(step === 'recordMeeting' && state.plan.on > localDateOf(tx.openedAt.getTime())),
      ),
    };
  });
}

/**
 * What the petitioner reads of meetings on their own petition: when and where, whether it was put
 * off, and once the minutes are out all that they say.
 */
export function meetingsOfPetitioner(
  deps: SponsorshipDeps,
  petitionId: string,
): Promise<readonly MeetingFacts[]> {
  const actor = { kind: 'petitioner', petitionId } as const;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    // L-5: of an accusation nothing stands on a page beside it.
    if (folder === null || folder.petition.purpose === 'accusation') return [];
    const rows = (await findCases(tx, petitionId)).filter(({ kind }) => kind === meetingKind.kind);
    const organisation = await deps.organisation(tx);
    const streams = await openStreams(
      tx,
      deps,
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ id }) => {
      const stream = streams.get(id);
      const meeting = stream === undefined ? null : foldMeeting(id, stream.events);
      if (stream === undefined || meeting === null) return [];
      const facts = factsOf(meeting, stream, organisation);
      if (meeting.status === 'minuted') return [facts];
      return [{ ...facts, positions: [], actions: [], openPoints: [] }];
    });
  });
}

/**
 * The minutes as a file, for staff; the look is recorded (L-4).
 * @returns null where there are none for this reader
 */
export async function openMinutesFile(
  deps: SponsorshipDeps,
  actor: StaffActor,
  id: string,
  format: PaperFormat,
  officeFonts?: string,
): Promise<PaperOnItsWay | null> {
  const read = await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const opened = await passCase(tx, deps, actor, id, reading);
    const paperId = opened?.state.minutes?.paperId;
    if (opened === null || paperId === undefined) return null;
    await recordAccess(tx, actor, opened.petition.id, `meeting-minutes:${id}`);
    return readFixedPaper(tx, deps, id, paperId, format);
  });
  return read === null ? null : fileOf(read, format, officeFonts);
}

/** The minutes as a file, for the petitioner whose meeting it was. */
export async function openOwnMinutes(
  deps: SponsorshipDeps,
  petitionId: string,
  id: string,
  officeFonts?: string,
): Promise<PaperOnItsWay | null> {
  const actor = { kind: 'petitioner', petitionId } as const;
  const read = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    if (folder === null || folder.petition.purpose === 'accusation') return null;
    const own = (await findCases(tx, petitionId)).some((row) => row.id === id);
    const stream = own ? (await openStreams(tx, deps, [id])).get(id) : undefined;
    const paperId = stream && foldMeeting(id, stream.events)?.minutes?.paperId;
    return paperId === undefined ? null : readFixedPaper(tx, deps, id, paperId, 'pdf');
  });
  return read === null ? null : fileOf(read, 'pdf', officeFonts);
}
