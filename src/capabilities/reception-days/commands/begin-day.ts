import { actorId, type StaffActor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { inTransaction, setStream } from '../../../platform/database/index.ts';
import { findCommand, lockStream } from '../../../platform/record/index.ts';
import { bodyHashOf, deriveId, insertCase } from '../../../platform/vault/index.ts';
import type { DayPlanInput } from '../contract.ts';
import { planDay } from '../decide/plan.ts';
import { mayAtUnit } from '../policy.ts';
import { commitDay } from './commit.ts';
import type { CommandOptions, ReceptionDeps } from './deps.ts';
import { planOf } from './plan-input.ts';

/** The id of the day that a request makes; the same when it is sent again. */
export const dayIdOf = (deps: ReceptionDeps, actor: StaffActor, commandKey: string): string =>
  deriveId(deps.keys, actorId(actor), 'reception-day', commandKey);

/**
 * Plans a reception day at the actor's own unit.
 * @returns its id; the same one when the same key comes again
 * Refusals: `not-permitted`, `idempotency-key-reused`, `reception-day-past`, `reception-hours`,
 * `reception-leader-missing`, `reception-leader-unknown`, `reception-theme-missing`,
 * `reception-way`, `region-unknown`, `category-unknown`, words.
 */
export async function beginDay(
  deps: ReceptionDeps,
  input: DayPlanInput,
  options: CommandOptions & { readonly actor: StaffActor },
): Promise<Result<{ readonly id: string }, Refusal>> {
  const { actor } = options;
  if (!mayAtUnit(actor, 'reception.plan', actor.unitId)) {
    return refuse('not-permitted', { verb: 'reception.plan' });
  }
  const id = dayIdOf(deps, actor, options.commandKey);
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
    const plan = await planOf(tx, await deps.organisation(tx), input);
    const decision = planDay(actor.unitId, plan, {
      now: at,
      calendar: deps.calendar(),
      actor: actorId(actor),
    });
    if (!decision.ok) return decision;
    const caseKey = deps.vault.newCaseKey();
    await insertCase(tx, id, caseKey.wrapped, caseKey.keyVersion, []);
    await commitDay(tx, deps, {
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
