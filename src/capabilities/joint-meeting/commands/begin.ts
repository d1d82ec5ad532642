import { actorId, type StaffActor } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { CommandRefused, inTransaction, setStream } from '../../../platform/database/index.ts';
import { findCommand, lockStream } from '../../../platform/record/index.ts';
import { bodyHashOf, deriveId, insertCase } from '../../../platform/vault/index.ts';
import { checkWords } from '../../petitions/index.ts';
import type { PlanInput } from '../contract.ts';
import { decideMeeting } from '../decide/index.ts';
import { limits } from '../limits.ts';
import type { MeetingPlan } from '../meeting.ts';
import { mayPlanAt } from '../policy.ts';
import { commitMeeting } from './commit.ts';
import { contextOf } from './asking.ts';
import type { MeetingDeps, MeetingOptions } from './deps.ts';

/** The id of the meeting that a request makes; the same when it is sent again. */
export const meetingIdOf = (
  deps: Pick<MeetingDeps, 'keys'>,
  actor: StaffActor,
  commandKey: string,
): string => deriveId(deps.keys, actorId(actor), 'joint-meeting', commandKey);

/** What was typed, cleaned. */
export function planOf(input: PlanInput): MeetingPlan {
  const place = checkWords(input.place, 'place', limits.place);
  if (!place.ok) throw new CommandRefused(place);
  return { ...input, on: localDate(input.on), place: place.value };
}

/**
 * Plans a joint meeting or case conference at the actor's own unit (J-1).
 * @returns its id; the same one when the same key comes again
 * Refusals: `not-permitted`, `meeting-unit`, `meeting-day-past`, `meeting-chair`,
 * `meeting-members`, `meeting-member-twice`, `person-unknown`, `idempotency-key-reused`, words.
 */
export async function planMeeting(
  deps: MeetingDeps,
  input: PlanInput,
  options: MeetingOptions & { readonly actor: StaffActor },
): Promise<Result<{ readonly id: string }, Refusal>> {
  const { actor } = options;
  if (!mayPlanAt(actor, actor.unitId)) {
    return refuse('not-permitted', { verb: 'joint-meeting.plan' });
  }
  const id = meetingIdOf(deps, actor, options.commandKey);
  const bodyHash = bodyHashOf(deps.keys, input);
  return inTransaction(deps, actor, async (tx) => {
    await setStream(tx, id);
    const head = await lockStream(tx, id);
    if (head !== null) {
      const done = await findCommand(tx, id, id);
      return done?.bodyHash.equals(bodyHash) === true
        ? ok({ id })
        : refuse('idempotency-key-reused');
    }
    const at = options.at ?? tx.openedAt.getTime();
    const decision = decideMeeting(
      null,
      { type: 'planMeeting', unit: actor.unitId, plan: planOf(input) },
      await contextOf(tx, deps, actor, at),
    );
    if (!decision.ok) return decision;
    const caseKey = deps.vault.newCaseKey();
    await insertCase(tx, id, caseKey.wrapped, caseKey.keyVersion, []);
    await commitMeeting(tx, deps, {
      streamId: id,
      head: null,
      before: null,
      events: decision.value,
      options,
      commandId: id,
      bodyHash,
      at,
    });
    return ok({ id });
  });
}
