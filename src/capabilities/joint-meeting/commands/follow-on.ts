import type { StaffActor } from '../../../kernel/actor.ts';
import { CommandRefused, setStream, type Tx } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { makeCommitmentIn } from '../../commitments/index.ts';
import { noteAgendaIn, settleByMeetingIn } from '../../petitions/index.ts';
import { refuse } from '../../../kernel/refusals.ts';
import type { MeetingStepInput } from '../contract.ts';
import type { AgendaItem, Meeting } from '../meeting.ts';
import type { MeetingDeps } from './deps.ts';
import { tellMembers, tellSeats } from './tell.ts';

/** A step that was recorded, and what was typed with it. */
interface Done {
  readonly before: Meeting;
  readonly after: Meeting;
  readonly type: string;
  readonly input: unknown;
  readonly actor: StaffActor;
  readonly commandId: string;
  readonly at: number;
}

const optionsOf = (deps: MeetingDeps, done: Done, what: string) => ({
  actor: done.actor,
  commandId: deriveId(deps.keys, 'system:joint-meeting', what, done.commandId),
  at: done.at,
});

/** Notes on the petition of an item what the meeting does with it. */
async function note(
  tx: Tx,
  deps: MeetingDeps,
  done: Done,
  item: AgendaItem,
  stage: 'planned' | 'suggested' | 'decided',
  words: string | null,
): Promise<void> {
  if (item.petitionId === null) return;
  await noteAgendaIn(
    tx,
    deps,
    item.petitionId,
    {
      unit: done.after.unit,
      meetingId: done.after.id,
      stage,
      question: item.question,
      words,
    },
    optionsOf(deps, done, `note:${item.id}`),
  );
}

/** Reg. 24: what was decided is in force in the petition at once, and what was promised is promised. */
async function decide(tx: Tx, deps: MeetingDeps, done: Done): Promise<void> {
  const input = done.input as MeetingStepInput<'decideItem'>;
  const item = done.after.agenda.find(({ id }) => id === input.itemId);
  const decision = item?.decision ?? null;
  if (item === undefined || decision === null) throw new Error('Nothing was decided');
  const { petitionId } = item;
  if (petitionId !== null && decision.main !== null) {
    await settleByMeetingIn(
      tx,
      deps,
      petitionId,
      {
        meetingId: done.after.id,
        office: done.after.unit,
        unit: decision.main,
        coHandlers: decision.coHandlers,
        words: input.text,
      },
      optionsOf(deps, done, 'settle'),
    );
  }
  const stage = decision.outcome === 'decided' ? 'decided' : 'suggested';
  await note(tx, deps, done, item, stage, input.text);
  for (const [place, promise] of input.commitments.entries()) {
    const part = decision.commitments[place]?.part ?? String(place + 1);
    await makeCommitmentIn(
      tx,
      deps,
      {
        source: { kind: 'joint-meeting', id: done.after.id },
        part,
        petitionId,
        promisedTo: 'office',
        text: promise.text,
        responsible: { userId: done.after.plan.chair.userId },
        unit: promise.unit,
        byUnit: done.after.unit,
        dueDate: promise.dueDate,
      },
      { actor: done.actor, at: done.at },
    );
  }
}

/**
 * What a step brings about beside the meeting's own record, in the same transaction: places on the
 * agenda, decisions in force, promises, messages.
 */
export async function followOn(tx: Tx, deps: MeetingDeps, done: Done): Promise<void> {
  const { before, after, type } = done;
  switch (type) {
    case 'addItem': {
      const item = after.agenda.at(-1);
      if (item === undefined) return;
      const { text } = done.input as MeetingStepInput<'addItem'>;
      await note(tx, deps, done, item, 'planned', text);
      return;
    }
    case 'removeItem': {
      const gone = before.agenda.find(({ id }) => !after.agenda.some((each) => each.id === id));
      if (gone !== undefined) await note(tx, deps, done, gone, 'suggested', null);
      return;
    }
    case 'cancelMeeting': {
      const { reason } = done.input as MeetingStepInput<'cancelMeeting'>;
      for (const item of before.agenda) await note(tx, deps, done, item, 'suggested', reason);
      if (before.state === 'called') await tellMembers(tx, deps, after, 'meeting-changed', done);
      return;
    }
    case 'callMeeting':
      return tellMembers(tx, deps, after, 'meeting-called', done);
    case 'moveMeeting':
      return tellMembers(tx, deps, after, 'meeting-changed', done);
    case 'draftMinutes':
      return tellSeats(tx, deps, after, [after.plan.chair], 'meeting-minutes', done);
    case 'issueMinutes':
      return tellSeats(tx, deps, after, after.members, 'meeting-minutes', done);
    case 'decideItem':
      return decide(tx, deps, done);
    default:
  }
}

/** An item only of a petition that the actor may see: nobody learns of others by trying (404). */
export async function checkPetition(
  tx: Tx,
  meeting: Meeting,
  petitionId: string | null,
  isVisible: (petitionId: string) => Promise<boolean>,
): Promise<void> {
  if (petitionId === null) return;
  const seen = await isVisible(petitionId);
  await setStream(tx, meeting.id);
  if (!seen) throw new CommandRefused(refuse('meeting-petition-unknown', {}, 'petitionId'));
}
