import { actorId } from '../../../kernel/actor.ts';
import { isMovedSince } from '../../../kernel/paper-flow.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { CommandRefused, inTransaction, setStream } from '../../../platform/database/index.ts';
import { findCommand, loadEvents, lockStream } from '../../../platform/record/index.ts';
import {
  bodyHashOf,
  caseKeyOf,
  deriveId,
  insertSealed,
  newId,
  Sealer,
} from '../../../platform/vault/index.ts';
import { openVisible } from '../../petitions/index.ts';
import type { MeetingCommand, MeetingCommandType } from '../command.ts';
import type { MeetingStep, MeetingStepInput } from '../contract.ts';
import { decideMeeting } from '../decide/index.ts';
import { fold } from '../evolve.ts';
import { isThinkable } from '../lifecycle.ts';
import { mayRead, mayStep } from '../policy.ts';
import { lockMeeting } from '../store.ts';
import { upcast } from '../upcast.ts';
import { commitMeeting } from './commit.ts';
import { composers } from './compose.ts';
import type { Composing } from './composing.ts';
import { contextOf } from './asking.ts';
import type { MeetingDeps, MeetingOptions } from './deps.ts';
import { checkPetition, followOn } from './follow-on.ts';

/** The meeting's version, and the id of what the step made, if it made something. */
export interface MeetingAnswer {
  readonly version: number;
  readonly made: string;
}

type StepOptions = MeetingOptions & { readonly expectedVersion?: number };

interface Asked {
  readonly type: Exclude<MeetingCommandType, 'planMeeting'>;
  readonly input: unknown;
  readonly compose: (from: Composing) => Promise<MeetingCommand> | MeetingCommand;
}

/**
 * Does one step with a meeting: lock, load, may, decide, append, project, and what follows from it
 * on petitions and promises, all in one transaction (J-1).
 * @returns the meeting's version; that of the first time when the same key comes again
 * Refusals: `not-found`, `not-permitted`, `version-conflict`, `idempotency-key-reused`,
 * `meeting-not-in-state`, and those of the step.
 */
export async function runMeeting(
  deps: MeetingDeps,
  meetingId: string,
  { type, input, compose }: Asked,
  options: StepOptions,
): Promise<Result<MeetingAnswer, Refusal>> {
  const { actor } = options;
  const commandId = deriveId(deps.keys, actorId(actor), meetingId, options.commandKey);
  const bodyHash = bodyHashOf(deps.keys, [type, input]);
  return inTransaction(deps, actor, async (tx) => {
    if ((await lockMeeting(tx, meetingId)) === null) return refuse('not-found');
    await setStream(tx, meetingId);
    const head = await lockStream(tx, meetingId);
    const events = await loadEvents(tx, meetingId);
    const meeting = fold(meetingId, events.map(upcast));
    if (head === null || meeting === null) throw new Error(`Meeting ${meetingId} has no record`);
    if (!mayRead(actor, meeting)) return refuse('not-found');
    const done = await findCommand(tx, meetingId, commandId);
    if (done !== null) {
      return done.bodyHash.equals(bodyHash)
        ? ok({ version: done.lastSeq, made: commandId })
        : refuse('idempotency-key-reused');
    }
    const { expectedVersion } = options;
    if (expectedVersion !== undefined && isMovedSince(events, expectedVersion)) {
      return refuse('version-conflict');
    }
    if (!mayStep(actor, type, meeting)) return refuse('not-permitted', { verb: type });
    if (!isThinkable(type, meeting.state)) return refuse('meeting-not-in-state', { command: type });
    const at = options.at ?? tx.openedAt.getTime();
    const key = await caseKeyOf(tx, deps, meetingId);
    const sealer = new Sealer({ vault: deps.vault, key, streamId: meetingId, nextId: newId });
    const organisation = await deps.organisation(tx);
    const command = await compose({
      tx,
      deps,
      meeting,
      organisation,
      sealer,
      key,
      now: at,
      madeId: commandId,
      actor,
    });
    if (command.type === 'addItem') {
      await checkPetition(
        tx,
        meeting,
        command.item.petitionId,
        async (petitionId) => (await openVisible(tx, deps, actor, petitionId)) !== null,
      );
    }
    const decision = decideMeeting(meeting, command, await contextOf(tx, deps, actor, at));
    if (!decision.ok) throw new CommandRefused(decision);
    if (decision.value.length === 0) return ok({ version: meeting.version, made: commandId });
    await insertSealed(tx, meetingId, deps.vault.keyVersion, sealer.rows);
    const after = await commitMeeting(tx, deps, {
      streamId: meetingId,
      head,
      before: meeting,
      events: decision.value,
      options,
      commandId,
      bodyHash,
      at,
    });
    if (actor.kind === 'staff') {
      await followOn(tx, deps, { before: meeting, after, type, input, actor, commandId, at });
    }
    return ok({ version: after.version, made: commandId });
  });
}

/**
 * Does one of the steps that people send (J-1).
 * @returns as `runMeeting`
 */
export const stepMeeting = <T extends MeetingStep>(
  deps: MeetingDeps,
  meetingId: string,
  type: T,
  input: MeetingStepInput<T>,
  options: StepOptions,
): Promise<Result<MeetingAnswer, Refusal>> =>
  runMeeting(
    deps,
    meetingId,
    { type, input, compose: (from) => composers[type](from, input) },
    options,
  );
