import type { StaffActor } from '../../../kernel/actor.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { scopeOf, setStream, type Tx } from '../../../platform/database/index.ts';
import { caseKeyOf, openItems } from '../../../platform/vault/index.ts';
import { commitmentIdOf } from '../../commitments/index.ts';
import { openSummaries, type OrganisationSnapshot } from '../../petitions/index.ts';
import type { MeetingDeps } from '../commands/deps.ts';
import { numbersOf } from './numbers.ts';
import { meetingSteps, type MeetingStep } from '../contract.ts';
import { isThinkable } from '../lifecycle.ts';
import type { AgendaItem, Meeting, Place } from '../meeting.ts';
import { mayRead, mayStep } from '../policy.ts';
import { findMeetings, meetingRowOf, type MeetingRow } from '../store.ts';
import type { MeetingItemView, MeetingLine, MeetingView } from '../view.ts';
import { loadMeeting } from './load.ts';

const unitWith =
  (organisation: OrganisationSnapshot) =>
  (id: string): { readonly id: string; readonly name: string } => ({
    id,
    name: organisation.find(id)?.name ?? id,
  });

const seatWith = (organisation: OrganisationSnapshot, { unit, userId }: Place) => ({
  unit: unitWith(organisation)(unit),
  userId,
  name: organisation.userName(userId),
});

const lineOf = (organisation: OrganisationSnapshot, row: MeetingRow): MeetingLine => ({
  id: row.id,
  unit: unitWith(organisation)(row.unit),
  kind: row.kind,
  state: row.state,
  on: row.on,
  time: row.time,
  place: row.place,
  chair: seatWith(organisation, { unit: row.chairUnit, userId: row.chairUser }),
  items: row.items,
  decided: row.decided,
});

/** Meetings from one date to another that the reader prepares or sits in. */
export const listMeetings = (
  deps: MeetingDeps,
  actor: StaffActor,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly MeetingLine[]> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    return (await findMeetings(tx, from, to)).map((row) => lineOf(organisation, row));
  });

/** What the reader may try now. */
const stepsOf = (actor: StaffActor, meeting: Meeting): readonly MeetingStep[] =>
  meetingSteps.filter((type) => {
    if (!isThinkable(type, meeting.state) || !mayStep(actor, type, meeting)) return false;
    if (type === 'callMeeting') return meeting.agenda.length > 0;
    if (type === 'closeMeeting') return meeting.agenda.every(({ decision }) => decision !== null);
    if (type === 'decideItem') return meeting.agenda.some(({ decision }) => decision === null);
    if (type === 'draftMinutes') return meeting.minutes?.signed == null;
    if (type === 'signMinutes') return meeting.minutes?.signed === null;
    if (type === 'issueMinutes') return meeting.minutes?.signed != null;
    if (type !== 'readMinutes') return true;
    return meeting.members.some(({ userId, readAt }) => userId === actor.userId && readAt === null);
  });

/** The one step that comes next, by the state of things. */
const order: readonly MeetingStep[] = [
  'signMinutes',
  'issueMinutes',
  'readMinutes',
  'decideItem',
  'closeMeeting',
  'draftMinutes',
  'openMeeting',
  'callMeeting',
  'addItem',
];

interface Opening {
  readonly deps: MeetingDeps;
  readonly meeting: Meeting;
  readonly organisation: OrganisationSnapshot;
  readonly numbers: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, { readonly title: string }>;
  readonly text: (item: { readonly id: string } | null) => string;
}

function itemOf(
  { deps, meeting, organisation, numbers, titles, text }: Opening,
  item: AgendaItem,
): MeetingItemView {
  const unit = unitWith(organisation);
  const { petitionId, decision } = item;
  return {
    id: item.id,
    petition:
      petitionId === null
        ? null
        : {
            id: petitionId,
            number: numbers.get(petitionId) ?? '',
            title: titles.get(petitionId)?.title ?? '',
          },
    question: item.question,
    text: text(item.text),
    background: item.background === null ? null : text(item.background),
    decision:
      decision === null
        ? null
        : {
            outcome: decision.outcome,
            text: text(decision.text),
            main: decision.main === null ? null : unit(decision.main),
            coHandlers: decision.coHandlers.map((each) => ({ ...each, unit: unit(each.unit) })),
            commitments: decision.commitments.map(({ part, unit: keeper, dueDate }) => ({
              id: commitmentIdOf(deps, {
                source: { kind: 'joint-meeting', id: meeting.id },
                part,
              }),
              unit: unit(keeper),
              dueDate,
            })),
            dissent: decision.dissent.map((each) => ({
              unit: unit(each.unit),
              text: text(each.text),
            })),
            at: decision.at,
          },
  };
}

async function viewOf(
  tx: Tx,
  deps: MeetingDeps,
  actor: StaffActor,
  meeting: Meeting,
): Promise<MeetingView> {
  const organisation = await deps.organisation(tx);
  const numbers = await numbersOf(tx, meeting);
  const titles = await openSummaries(tx, deps.vault, [...numbers.keys()]);
  await setStream(tx, meeting.id);
  const opened = await openItems(tx, deps, meeting.id, await caseKeyOf(tx, deps, meeting.id));
  const text: Opening['text'] = (item) =>
    (opened.get(item?.id ?? '') as { readonly text?: string } | undefined)?.text ?? '';
  const steps = stepsOf(actor, meeting);
  const { minutes, cancelled } = meeting;
  const opening = { deps, meeting, organisation, numbers, titles, text };
  return {
    ...lineOf(organisation, meetingRowOf(meeting)),
    version: meeting.version,
    members: meeting.members.map(({ came, readAt, ...place }) => ({
      ...seatWith(organisation, place),
      came,
      readAt,
    })),
    // L-5: what has become an accusation stands on no page but its own.
    agenda: meeting.agenda
      .filter(({ petitionId }) => petitionId === null || numbers.has(petitionId))
      .map((item) => itemOf(opening, item)),
    moves: meeting.moves.map((move) => ({ ...move, reason: text(move.reason) })),
    cancelled: cancelled === null ? null : { reason: text(cancelled.reason), at: cancelled.at },
    minutes:
      minutes === null
        ? null
        : {
            summary: text(minutes.summary),
            draftedAt: minutes.draftedAt,
            number: minutes.issued?.number ?? null,
            signedAt: minutes.signed?.at ?? null,
          },
    steps: [...steps],
    next:
      order.find(
        (step) =>
          steps.includes(step) &&
          !(step === 'draftMinutes' && minutes !== null) &&
          !(step === 'addItem' && meeting.agenda.length > 0),
      ) ?? null,
  };
}

/** One meeting for whoever prepares it or sits in it; nothing for everybody else (404). */
export const openMeetingView = (
  deps: MeetingDeps,
  actor: StaffActor,
  id: string,
): Promise<MeetingView | null> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const meeting = await loadMeeting(tx, id);
    return meeting === null || !mayRead(actor, meeting) ? null : viewOf(tx, deps, actor, meeting);
  });
