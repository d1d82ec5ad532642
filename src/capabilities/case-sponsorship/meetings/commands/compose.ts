import { localDate } from '../../../../kernel/local-date.ts';
import { refuse } from '../../../../kernel/refusals.ts';
import type { SealedText } from '../../../../kernel/sealed.ts';
import { CommandRefused, setStreams } from '../../../../platform/database/index.ts';
import { openItems } from '../../../../platform/vault/index.ts';
import { commitmentIdOf, makeCommitmentIn } from '../../../commitments/index.ts';
import {
  openVisible,
  sealDocument,
  systemActor,
  type CaseComposing,
} from '../../../petitions/index.ts';
import { flowPaperOf } from '../../commands/fixed-papers.ts';
import type { SponsorshipDeps } from '../../commands/deps.ts';
import type { AgreedAction, Meeting, MeetingPlan, Participant } from '../case.ts';
import type { MeetingCommandOf } from '../command.ts';
import type { MeetingStepInput, ParticipantInput, PlanInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { minutesDocument } from '../paper-content/minutes.ts';

type Composing = CaseComposing<Meeting>;

const when = (
  { words }: Composing,
  input: { readonly on: string; readonly time: string; readonly place: string },
): MeetingPlan => ({
  on: localDate(input.on),
  time: input.time,
  place: words(input.place, 'place', limits.place),
});

const optional = ({ optionalWords }: Composing, told: string): SealedText | null =>
  optionalWords(told, 'told', limits.reason);

function participantOf(from: Composing, input: ParticipantInput): Participant {
  const { organisation, nextId, sealer, words } = from;
  if (input.userId !== null && organisation.userName(input.userId) === '') {
    throw new CommandRefused(refuse('person-unknown', {}, 'participants'));
  }
  // Checked like all words; what is kept is one item with both.
  words(input.name, 'participants', limits.name);
  return {
    id: nextId(),
    side: input.side,
    who: sealer.item({ name: input.name.trim(), post: input.post.trim().slice(0, limits.line) }),
    unit: input.unit,
    userId: input.userId,
  };
}

/** What a unit typed to convene a meeting. */
export const composePlan = (
  from: Composing,
  input: PlanInput,
  unit: string,
): MeetingCommandOf<'planMeeting'> => ({
  type: 'planMeeting',
  petitionId: from.petition.id,
  office: from.petition.office,
  unit,
  plan: when(from, input),
  agenda: input.agenda.map((line) => from.words(line, 'agenda', limits.line)),
  participants: input.participants.map((each) => participantOf(from, each)),
});

export const composeMove = (
  from: Composing,
  input: MeetingStepInput<'postponeMeeting'>,
): MeetingCommandOf<'postponeMeeting'> => ({
  type: 'postponeMeeting',
  plan: when(from, input),
  reason: from.words(input.reason, 'reason', limits.reason),
  told: optional(from, input.told),
});

export const composeCancel = (
  from: Composing,
  input: MeetingStepInput<'cancelMeeting'>,
): MeetingCommandOf<'cancelMeeting'> => ({
  type: 'cancelMeeting',
  reason: from.words(input.reason, 'reason', limits.reason),
  told: optional(from, input.told),
});

const meetingOf = ({ state }: Composing): Meeting => {
  if (state === null) throw new Error('There is no meeting to write to');
  return state;
};

/**
 * What came of the meeting. Each agreed action becomes a commitment in this very transaction: the
 * meeting and its promises stand or fall together, and none is made twice (C-1).
 */
export async function composeRecord(
  from: Composing,
  deps: SponsorshipDeps,
  input: MeetingStepInput<'recordMeeting'>,
): Promise<MeetingCommandOf<'recordMeeting'>> {
  const { tx, actor, now, words, nextId, petition } = from;
  const meeting = meetingOf(from);
  const actions: AgreedAction[] = [];
  for (const { text, unit, responsible, dueDate } of input.actions) {
    const id = nextId();
    const source = { kind: 'three-party-meeting', id: meeting.id } as const;
    await makeCommitmentIn(
      tx,
      deps,
      {
        source,
        part: id,
        petitionId: petition.id,
        promisedTo: 'petitioner',
        text,
        responsible: { name: responsible },
        unit,
        byUnit: meeting.unit,
        dueDate,
      },
      { actor, at: now },
    );
    actions.push({
      id,
      text: words(text, 'actions', limits.reason, { responsible: responsible.trim() }),
      unit,
      dueDate: localDate(dueDate),
      commitmentId: commitmentIdOf(deps, { source, part: id }),
    });
  }
  await setStreams(tx, [meeting.id, petition.id]);
  return {
    type: 'recordMeeting',
    came: input.came,
    positions: input.positions.map(({ side, words: said }) => ({
      side,
      words: words(said, 'positions', limits.words),
    })),
    actions,
    openPoints: input.openPoints.map(({ matter, reason }) => ({
      matter: words(matter, 'openPoints', limits.reason),
      reason: words(reason, 'openPoints', limits.reason),
    })),
  };
}

/** Gives the minutes number and code, and fixes what they say before anything is printed (G-1). */
export async function composeMinutes(
  from: Composing,
  deps: SponsorshipDeps,
): Promise<MeetingCommandOf<'issueMinutes'>> {
  const { tx, now, key, sealer, organisation, petition, actor, nextId } = from;
  const meeting = meetingOf(from);
  const { held } = meeting;
  const by = actor.kind === 'staff' ? actor.userId : '';
  // No number is drawn for what the rules then refuse.
  if (held === null) {
    throw new CommandRefused(refuse('meeting-not-in-status', { status: meeting.status }));
  }
  if (held.userId === by) throw new CommandRefused(refuse('meeting-minutes-own'));
  const opened = await openItems(tx, deps, meeting.id, key);
  const folder = await openVisible(tx, deps, systemActor('meetings'), petition.id);
  await setStreams(tx, [meeting.id, petition.id]);
  const title = folder?.words.open<{ title?: string }>(petition.content)?.title ?? '';
  const paper = { paperId: nextId(), at: now, by, issuer: meeting.unit };
  const sealed = await sealDocument(tx, deps, {
    streamId: meeting.id,
    paper: flowPaperOf('meeting-minutes', paper, { by: held.userId, at: held.at }),
    accusation: false,
    sealer,
    organisation,
    now,
    compose: (given, wording) =>
      minutesDocument(
        { meeting, petition, matter: title, opened, organisation, now, ...given },
        wording,
      ),
  });
  return { type: 'issueMinutes', ...sealed };
}
