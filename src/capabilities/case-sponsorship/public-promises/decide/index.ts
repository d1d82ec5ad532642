import type { Actor } from '../../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { totalOf, type PublicPromise } from '../case.ts';
import type { PromiseCommand, PromiseCommandOf } from '../command.ts';
import type { PromiseEvent, PromiseEventOf, PromiseEventType } from '../events.ts';
import { isPromiseThinkable } from '../lifecycle.ts';
import { limits } from '../limits.ts';

export interface PromiseContext {
  readonly actor: Actor;
  /** Its petition is an accusation. */
  readonly accusation: boolean;
}

type Decision = Result<readonly PromiseEvent[], Refusal>;

const event = <T extends PromiseEventType>(
  type: T,
  data: PromiseEventOf<T>['data'],
): PromiseEvent => ({ type, data }) as PromiseEvent;

const userOf = (actor: Actor): string => (actor.kind === 'staff' ? actor.userId : '');

function changeHouseholds(
  promise: PublicPromise,
  { changes }: PromiseCommandOf<'changeHouseholds'>,
  { actor }: PromiseContext,
  placeOf: (id: string) => number,
): Decision {
  if (changes.length === 0) return ok([]);
  const before = totalOf(promise);
  let place = before;
  const placed = changes.map((each) => ({
    ...each,
    place: each.from === null ? (place += 1) : placeOf(each.id),
  }));
  if (place > limits.households) return refuse('household-too-many', { limit: limits.households });
  return ok([event('HouseholdsChanged', { userId: userOf(actor), changes: placed })]);
}

const same = (
  promise: PublicPromise,
  { status, dueDate, unit, byUnit }: PromiseCommandOf<'followCommitment'>,
): boolean =>
  promise.status === status &&
  promise.dueDate === dueDate &&
  promise.unit === unit &&
  promise.byUnit === byUnit;

/**
 * The rules of a promise to many households.
 * @param promise null before it is made
 * @param placeOf the place of a household that stands under it already
 * @returns its events; none where nothing changes. Refusals `promise-accusation`, `promise-closed`,
 * `household-too-many`
 */
export function decidePromise(
  promise: PublicPromise | null,
  command: PromiseCommand,
  context: PromiseContext,
  placeOf: (id: string) => number,
): Decision {
  const userId = userOf(context.actor);
  if (command.type === 'makePromise') {
    if (promise !== null) throw new Error('A promise is made once');
    const { type: _type, ...made } = command;
    // L-5: what everybody may read would show that the accusation exists.
    return context.accusation
      ? refuse('promise-accusation')
      : ok([event('PromiseMade', { userId, ...made })]);
  }
  if (promise === null) throw new Error(`${command.type} before the promise was made`);
  if (!isPromiseThinkable(command.type, promise.status)) return refuse('promise-closed');
  const { type: _type, ...data } = command;
  switch (command.type) {
    case 'changeHouseholds':
      return changeHouseholds(promise, command, context, placeOf);
    case 'replaceHouseholdCode':
      return ok([
        event('HouseholdCodeReplaced', {
          userId,
          householdId: command.householdId,
          version: command.version,
        }),
      ]);
    case 'makeSlips':
      return ok([event('SlipsMade', { userId, first: command.first, last: command.last })]);
    case 'followCommitment':
      return ok(same(promise, command) ? [] : [event('CommitmentFollowed', data as never)]);
    case 'withholdPromise':
      return ok(
        promise.withheld === command.withheld
          ? []
          : [event('PromiseWithheld', { withheld: command.withheld })],
      );
  }
}
