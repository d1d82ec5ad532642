import { DatabaseError } from 'pg';
import { actorId, type Actor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStream,
  type Tx,
} from '../../../platform/database/index.ts';
import { findCommand } from '../../../platform/record/index.ts';
import { bodyHashOf, deriveId, insertCase } from '../../../platform/vault/index.ts';
import type { PetitionDeps } from '../../petitions/index.ts';
import type { BeginInput } from '../contract.ts';
import { begin } from '../decide/index.ts';
import type { HearingSubject } from '../events.ts';
import { mayBegin } from '../policy.ts';
import type { ProceedingKind } from '../terms.ts';
import { commitProceeding } from './commit.ts';
import { beginners } from './compose.ts';
import { composingOf, followOn, lookAround, type ProceedingOptions } from './opened.ts';

export interface BeginOptions {
  readonly actor: Actor;
  /** Chosen by the sender once per form: sent twice, it begins one proceeding. */
  readonly commandKey: string;
  /** Epoch ms; of the demo. */
  readonly at?: number | undefined;
  /** For what a hearing is held and who conducts it, where that is not the actor's unit. */
  readonly hearing?: { readonly subject: HearingSubject; readonly unit: string } | undefined;
}

export interface Begun {
  readonly id: string;
  readonly version: number;
}

const ofPetition: HearingSubject = { kind: 'petition' };

/** What a retry is answered with. */
async function findBegun(
  tx: Tx,
  id: string,
  bodyHash: Buffer,
): Promise<Result<Begun, Refusal> | null> {
  const done = await findCommand(tx, id, id);
  if (done === null) return null;
  return done.bodyHash.equals(bodyHash)
    ? ok({ id, version: done.lastSeq })
    : refuse('idempotency-key-reused');
}

/**
 * Begins a hearing, mediation, re-evaluation or deliberation on a petition (M-1 to M-5).
 * @returns its id; the same one when the same key comes again
 * Refusals: `not-found`, `not-permitted`, `proceeding-not-for-accusation`, those of the rule.
 */
export async function beginProceeding<K extends ProceedingKind>(
  deps: PetitionDeps,
  petitionId: string,
  kind: K,
  input: BeginInput[K],
  options: BeginOptions,
): Promise<Result<Begun, Refusal>> {
  const { actor, commandKey, at } = options;
  const id = deriveId(deps.keys, actorId(actor), `begin-${kind}-${petitionId}`, commandKey);
  const bodyHash = bodyHashOf(deps.keys, [kind, input]);
  const work = (): Promise<Result<Begun, Refusal>> =>
    inTransaction(deps, actor, async (tx) => {
      const step: ProceedingOptions = { actor, commandId: id, at };
      const around = await lookAround(tx, deps, petitionId, step);
      const done = await findBegun(tx, id, bodyHash);
      if (done !== null) return done;
      if (!mayBegin(actor, around.folder.petition) && options.hearing === undefined) {
        return refuse('not-permitted', { verb: 'proceeding.begin' });
      }
      await setStream(tx, id);
      const caseKey = deps.vault.newCaseKey();
      const unit =
        options.hearing?.unit ??
        (actor.kind === 'staff' ? actor.unitId : around.folder.petition.holder);
      const { composing, sealer } = composingOf(deps, around, {
        streamId: id,
        key: caseKey.key,
        unit,
        subject: options.hearing?.subject ?? ofPetition,
        opened: new Map(),
      });
      const command = beginners[kind](input, composing);
      const decision = begin(kind, command, {
        actor,
        now: around.now,
        calendar: deps.calendar(),
        units: around.organisation,
      });
      if (!decision.ok) throw new CommandRefused(decision);
      await insertCase(tx, id, caseKey.wrapped, caseKey.keyVersion, sealer.rows);
      const after = await commitProceeding(tx, deps, {
        streamId: id,
        kind,
        head: null,
        before: null,
        events: decision.value,
        actor,
        commandId: id,
        bodyHash,
        at: around.now,
      });
      const follow = { after, events: decision.value, key: caseKey.key, options: step };
      await followOn(tx, deps, around, follow);
      return ok({ id, version: after.version });
    });
  try {
    return await work();
  } catch (error) {
    // The same form was sent at this very moment: it is there now, and is answered as before.
    if (error instanceof DatabaseError && error.code === '23505') return work();
    throw error;
  }
}
