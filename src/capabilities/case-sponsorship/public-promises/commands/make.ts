import { actorId, type StaffActor } from '../../../../kernel/actor.ts';
import { localDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStream,
  type Tx,
} from '../../../../platform/database/index.ts';
import { findCommand, loadEvents } from '../../../../platform/record/index.ts';
import {
  bodyHashOf,
  deriveId,
  insertCase,
  newId,
  Sealer,
} from '../../../../platform/vault/index.ts';
import { commitmentIdOf, makeCommitmentIn } from '../../../commitments/index.ts';
import { checkWords, openCase, openVisible } from '../../../petitions/index.ts';
import { foldMeeting } from '../../meetings/queries/kind.ts';
import type { PromiseWords } from '../case.ts';
import type { MakePromiseInput } from '../contract.ts';
import { decidePromise } from '../decide/index.ts';
import { limits } from '../limits.ts';
import { mayMakePromise } from '../policy.ts';
import { drawNumber } from '../store.ts';
import type { PromiseDeps } from './deps.ts';
import { commitPromise, type PromiseAnswer } from './run.ts';

export interface MakePromiseOptions {
  readonly actor: StaffActor;
  /** Chosen by the sender once per form: sent twice, it makes one promise. */
  readonly commandKey: string;
  /** Epoch ms; of the demo. */
  readonly at?: number | undefined;
}

/** Checks words that everybody will read. */
function words(value: string, field: string, limit: number, least = 1): string {
  const checked = checkWords(value, field, limit);
  if (!checked.ok) throw new CommandRefused(checked);
  if ([...checked.value].length < least) {
    throw new CommandRefused(refuse('promise-words', {}, field));
  }
  return checked.value;
}

/** The petition that it hangs on: the meeting's, the one that was named, or none. */
async function petitionOf(
  tx: Tx,
  { petitionId, meetingId }: MakePromiseInput,
): Promise<string | null> {
  if (meetingId === undefined) return petitionId ?? null;
  const found = await openCase(tx, meetingId);
  if (found === null) throw new CommandRefused(refuse('not-found'));
  await setStream(tx, meetingId);
  const meeting = foldMeeting(meetingId, await loadEvents(tx, meetingId));
  if ((meeting?.held?.actions.length ?? 0) === 0) {
    throw new CommandRefused(refuse('promise-meeting', {}, 'meetingId'));
  }
  return found;
}

/** The id of a promise that somebody makes: known before it is sent, so that it is made once. */
export const promiseIdOf = (
  deps: Pick<PromiseDeps, 'keys'>,
  actor: StaffActor,
  commandKey: string,
): string => deriveId(deps.keys, actorId(actor), 'public-promise', commandKey);

async function make(
  tx: Tx,
  deps: PromiseDeps,
  input: MakePromiseInput,
  { actor, commandKey, at }: MakePromiseOptions,
): Promise<PromiseAnswer> {
  const id = promiseIdOf(deps, actor, commandKey);
  const bodyHash = bodyHashOf(deps.keys, ['makePromise', input]);
  await setStream(tx, id);
  const done = await findCommand(tx, id, id);
  if (done !== null) {
    if (!done.bodyHash.equals(bodyHash)) throw new CommandRefused(refuse('idempotency-key-reused'));
    return { id, version: done.lastSeq };
  }
  const petitionId = await petitionOf(tx, input);
  const folder = petitionId === null ? null : await openVisible(tx, deps, actor, petitionId);
  if (petitionId !== null && folder === null) throw new CommandRefused(refuse('not-found'));
  const organisation = await deps.organisation(tx);
  const own = actor.roles.includes('leader') ? actor.userId : undefined;
  const name = input.leaderName.trim();
  const leader = name === '' ? (input.leaderUser ?? own ?? null) : null;
  const spoken: PromiseWords = {
    title: words(input.title, 'title', limits.title, 2),
    text: words(input.text, 'text', limits.text, 5),
    leader:
      leader === null ? words(name, 'leaderName', limits.name) : organisation.userName(leader),
    steps: input.steps.map((step) => ({
      name: words(step.name, 'steps', limits.step),
      need: words(step.need, 'steps', limits.need, 0),
    })),
  };
  const source = { kind: 'public-promise', id } as const;
  const key = deps.vault.newCaseKey();
  const sealer = new Sealer({ vault: deps.vault, key: key.key, streamId: id, nextId: newId });
  const decision = decidePromise(
    null,
    {
      type: 'makePromise',
      number: await drawNumber(tx),
      petitionId,
      meetingId: input.meetingId ?? null,
      commitmentId: commitmentIdOf(deps, { source }),
      byUnit: actor.unitId,
      unit: input.unit,
      leader,
      dueDate: localDate(input.dueDate),
      words: sealer.item(spoken),
      steps: spoken.steps.length,
    },
    { actor, accusation: folder?.petition.purpose === 'accusation' },
    () => 0,
  );
  if (!decision.ok) throw new CommandRefused(decision);
  const text = `${spoken.title}：${spoken.text}`;
  await makeCommitmentIn(
    tx,
    deps,
    {
      source,
      petitionId,
      promisedTo: 'public',
      text,
      publicText: text,
      responsible: leader === null ? { name: spoken.leader } : { userId: leader },
      unit: input.unit,
      byUnit: actor.unitId,
      dueDate: input.dueDate,
    },
    { actor, at },
  );
  // Making a commitment leaves its own streams open.
  await setStream(tx, id);
  await insertCase(tx, id, key.wrapped, key.keyVersion, sealer.rows);
  const promise = await commitPromise(
    tx,
    deps,
    {
      id,
      head: null,
      before: null,
      events: decision.value,
      known: new Map(),
      bodyHash,
      at: at ?? tx.openedAt.getTime(),
    },
    { actor, commandId: id },
  );
  return { id, version: promise.version };
}

/**
 * Promises something to many households in public (S-4): by itself, for a petition, or from what was
 * agreed at a three-party meeting. It makes one commitment to the public in the same transaction.
 * @returns its id; refusals `not-permitted`, `not-found`, `promise-accusation`, `promise-meeting`,
 * `promise-words`, and those of `makeCommitmentIn`
 */
export async function makePublicPromise(
  deps: PromiseDeps,
  input: MakePromiseInput,
  options: MakePromiseOptions,
): Promise<Result<PromiseAnswer, Refusal>> {
  const { actor } = options;
  if (!mayMakePromise(actor)) return refuse('not-permitted', { verb: 'public-promise.make' });
  return inTransaction(deps, actor, async (tx) => ok(await make(tx, deps, input, options)));
}
