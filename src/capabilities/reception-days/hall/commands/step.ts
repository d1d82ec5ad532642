import { actorId, type StaffActor, type SystemActor } from '../../../../kernel/actor.ts';
import { localDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { inTransaction, setStreams } from '../../../../platform/database/index.ts';
import { findCommand, lockStream } from '../../../../platform/record/index.ts';
import { bodyHashOf, deriveId } from '../../../../platform/vault/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import type { HallStep } from '../command.ts';
import type { HallInput, HallInputType } from '../contract.ts';
import { decide } from '../decide/index.ts';
import { mayChangeHall } from '../policy.ts';
import { findHall } from '../store.ts';
import { loadHall } from '../queries/load.ts';
import { commitHall } from './commit.ts';
import { prepareHall } from './prepare.ts';

export interface HallOptions {
  readonly actor: StaffActor | SystemActor;
  /** Chosen by the sender: sent twice, it is done once. */
  readonly commandKey: string;
  /** Epoch ms; of the demo. */
  readonly at?: number | undefined;
}

export interface HallAnswer {
  readonly version: number;
  /** The id of what the step made: a group, a desk, a screen. */
  readonly madeId: string | null;
}

const groupOf = ({ id, label, place, units, topics }: HallInput<'formGroup'> & { id: string }) => ({
  id,
  label,
  place,
  units: [...new Set(units)],
  topics: [...new Set(topics)],
});

const composers: { readonly [T in HallInputType]: (input: HallInput<T>, id: string) => HallStep } =
  {
    changeSettings: (settings) => ({ type: 'changeSettings', settings }),
    sit: ({ on }) => ({ type: 'sit', on: localDate(on) }),
    openDesk: ({ label }, deskId) => ({ type: 'openDesk', deskId, label }),
    formGroup: (input, id) => ({ type: 'formGroup', group: groupOf({ ...input, id }) }),
    changeGroup: ({ groupId, ...input }) => ({
      type: 'changeGroup',
      group: groupOf({ ...input, id: groupId }),
    }),
    openGroup: ({ groupId }) => ({ type: 'openGroup', groupId }),
    restGroup: ({ groupId }) => ({ type: 'restGroup', groupId }),
    addScreen: ({ label }, screenId) => ({ type: 'addScreen', screenId, label }),
    revokeScreen: ({ screenId }) => ({ type: 'revokeScreen', screenId }),
  };

/** The id of what a step makes, known before it is made; the same when it is sent again. */
export const hallMadeIdOf = (
  { keys }: Pick<PetitionDeps, 'keys'>,
  dayId: string,
  actor: StaffActor | SystemActor,
  commandKey: string,
): string => deriveId(keys, actorId(actor), `hall-${dayId}`, commandKey);

const makes: ReadonlySet<HallInputType> = new Set(['openDesk', 'formGroup', 'addScreen']);

const groupNamed = (input: object): string | undefined =>
  'groupId' in input && typeof input.groupId === 'string' ? input.groupId : undefined;

/**
 * Changes a hall: groups, desks, screens, the day on which it sits.
 * Refusals: `not-found`, `not-permitted`, `group-unknown`, `unit-unknown`, `idempotency-key-reused`.
 */
export async function changeHall<T extends HallInputType>(
  deps: PetitionDeps,
  dayId: string,
  type: T,
  input: HallInput<T>,
  options: HallOptions,
): Promise<Result<HallAnswer, Refusal>> {
  const { actor } = options;
  if (!(await prepareHall(deps, dayId))) return refuse('not-found');
  const commandId = hallMadeIdOf(deps, dayId, actor, options.commandKey);
  const bodyHash = bodyHashOf(deps.keys, [type, input]);
  const madeId = makes.has(type) ? commandId : null;
  return inTransaction(deps, actor, async (tx) => {
    const row = await findHall(tx, dayId);
    if (row === null) return refuse('not-found');
    if (!mayChangeHall(actor, row, type, groupNamed(input))) {
      return refuse('not-permitted', { verb: type });
    }
    if ('units' in input) {
      const organisation = await deps.organisation(tx);
      const unknown = input.units.find((unit) => organisation.find(unit) === undefined);
      if (unknown !== undefined) return refuse('unit-unknown', {}, 'units');
    }
    await setStreams(tx, [dayId, row.id]);
    const head = await lockStream(tx, row.id);
    const hall = await loadHall(tx, row.id);
    if (head === null || hall === null) throw new Error(`The hall of ${dayId} has no record`);
    const done = await findCommand(tx, row.id, commandId);
    if (done !== null) {
      return done.bodyHash.equals(bodyHash)
        ? ok({ version: done.lastSeq, madeId })
        : refuse('idempotency-key-reused');
    }
    const decision = decide(hall, composers[type](input, commandId));
    if (!decision.ok) return decision;
    if (decision.value.length === 0) return ok({ version: hall.version, madeId });
    const after = await commitHall(tx, deps, {
      hall,
      head,
      events: decision.value,
      actor,
      commandId,
      bodyHash,
      at: options.at ?? tx.openedAt.getTime(),
    });
    return ok({ version: after.version, madeId });
  });
}
