import type { StaffActor } from '../../../kernel/actor.ts';
import { lengthOf } from '../../../kernel/clean-text.ts';
import { localDate } from '../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { inTransaction, setStreams, type Tx } from '../../../platform/database/index.ts';
import { findCommand, loadEvents } from '../../../platform/record/index.ts';
import { bodyHashOf } from '../../../platform/vault/index.ts';
import {
  checkWords,
  registerPetition,
  registrationSchema,
  runOwnRecord,
  systemActor,
  type CommandOptions,
  type Registered,
} from '../../petitions/index.ts';
import type { Dispute } from '../case.ts';
import type { DisputeCommand } from '../command.ts';
import type { PromoteInput } from '../contract.ts';
import { decideDispute } from '../decide/index.ts';
import { disputeStreamKind } from '../events.ts';
import { foldDispute } from '../evolve.ts';
import { limits } from '../limits.ts';
import { isDisputeVisible, mayDispute } from '../policy.ts';
import { usualSettings } from '../settings.ts';
import { findDispute } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { DisputeDeps } from './deps.ts';
import { disputeKind } from './kind.ts';

/** Number and look-up code go to the person concerned, as with every petition. */
export interface Promoted extends Pick<Registered, 'number' | 'lookupCode'> {
  readonly petitionId: string;
  readonly version: number;
}

/** The petition comes from the place of the dispute; the office that answers for it has it first. */
const registrationOf = ({ regionCode }: Dispute, input: PromoteInput) =>
  registrationSchema.parse({
    channel: 'field-investigation',
    title: input.title,
    text: input.text,
    demands: input.demand === undefined || input.demand.trim() === '' ? [] : [input.demand],
    regionCode,
    people: [
      {
        name: input.name,
        ...(input.mobile === undefined ? {} : { mobile: input.mobile }),
        ...(input.address === undefined ? {} : { address: input.address }),
      },
    ],
  });

/** Asked before a petition is registered: it could not be taken back. */
async function findFault(
  tx: Tx,
  id: string,
  input: PromoteInput,
  deps: DisputeDeps,
  { actor, commandId, expectedVersion, at }: CommandOptions,
): Promise<Result<Dispute, Refusal>> {
  if ((await findDispute(tx, id)) === null) return refuse('not-found');
  await setStreams(tx, [id]);
  const dispute = foldDispute(id, (await loadEvents(tx, id)).map(upcast));
  if (dispute === null || !isDisputeVisible(actor, dispute)) return refuse('not-found');
  const done = await findCommand(tx, id, commandId);
  if (done !== null) {
    const same = done.bodyHash.equals(bodyHashOf(deps.keys, [disputeStreamKind, 'promote', input]));
    return same ? ok(dispute) : refuse('idempotency-key-reused');
  }
  if (expectedVersion !== undefined && expectedVersion !== dispute.version) {
    return refuse('version-conflict');
  }
  if (!mayDispute(actor, 'promote', dispute)) return refuse('not-permitted', { verb: 'promote' });
  const wish = checkWords(input.wish, 'wish', limits.explanation);
  if (!wish.ok) return wish;
  const organisation = await deps.organisation(tx);
  const wouldBe = decideDispute(
    dispute,
    {
      type: 'promote',
      petitionId: '',
      way: input.way,
      saidOn: localDate(input.saidOn),
      wish: { id: '', hash: '', length: lengthOf(wish.value) },
    },
    {
      actor,
      now: at ?? tx.openedAt.getTime(),
      units: organisation,
      settings: usualSettings,
    },
  );
  return wouldBe.ok ? ok(dispute) : wouldBe;
}

/**
 * Makes a petition of a dispute at the wish of the person concerned (D-1), by the registration that
 * every petition goes through. A dispute becomes one petition at most: its registration has one key.
 * @returns number and look-up code for the person; the same ones when the same command comes again.
 * Refusals: those of registration, `not-found`, `not-permitted`, `dispute-not-in-status`,
 * `version-conflict`, `idempotency-key-reused`, `date-in-future`, `explanation-required`
 */
export async function promoteDispute(
  deps: DisputeDeps,
  id: string,
  input: PromoteInput,
  options: CommandOptions & { readonly actor: StaffActor },
): Promise<Result<Promoted, Refusal>> {
  const found = await inTransaction(deps, options.actor, (tx) =>
    findFault(tx, id, input, deps, options),
  );
  if (!found.ok) return found;
  const { at } = options;
  const registered = await registerPetition(deps, registrationOf(found.value, input), {
    // Whoever recorded the dispute asks nothing for themselves: the program registers, the dispute
    // says who was told, and the office has it first.
    actor: systemActor('disputes'),
    commandKey: id,
    uploadOwner: '',
    ...(at === undefined ? {} : { at }),
  });
  if (!registered.ok) return registered;
  const { id: petitionId, number, lookupCode } = registered.value;
  const promoted = await runOwnRecord(
    deps,
    disputeKind(),
    id,
    {
      type: 'promote',
      input,
      compose: ({ words }): DisputeCommand => ({
        type: 'promote',
        petitionId,
        way: input.way,
        saidOn: localDate(input.saidOn),
        wish: words(input.wish, 'wish', limits.explanation),
      }),
    },
    // What moved on meanwhile does not undo the wish.
    { actor: options.actor, commandId: options.commandId, ...(at === undefined ? {} : { at }) },
  );
  if (!promoted.ok) return promoted;
  return ok({ petitionId, number, lookupCode, version: promoted.value.version });
}
