import { DatabaseError } from 'pg';
import { actorId, type Actor } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStreams,
  type Tx,
} from '../../../platform/database/index.ts';
import { findCommand } from '../../../platform/record/index.ts';
import { bodyHashOf, deriveId, insertCase, newId, Sealer } from '../../../platform/vault/index.ts';
import { checkWords, openVisible, type Petition } from '../../petitions/index.ts';
import type { CommitmentCommandOf } from '../command.ts';
import type { CommitmentSource, Promisee } from '../commitment.ts';
import type { NewCommitmentInput } from '../contract.ts';
import { decideCommitment } from '../decide/index.ts';
import { limits } from '../limits.ts';
import { mayMake } from '../policy.ts';
import { commitCommitment } from './commit.ts';
import type { CommitmentDeps } from './deps.ts';
import { petitionFactsOf } from '../queries/petition-facts.ts';
import { newsOf, tell } from './tell.ts';

/** What another capability promises in somebody's name. */
export interface NewCommitment {
  /** What it is made by; with `part` it says which promise this is, however often it is made. */
  readonly source: { readonly kind: CommitmentSource; readonly id: string };
  /** Where one source makes several promises: which of them. */
  readonly part?: string;
  /** The petition that it hangs on; null where it hangs on none. */
  readonly petitionId: string | null;
  /** `petitioner`: shown to them, and theirs to confirm. `office`: internal. `public`: everybody. */
  readonly promisedTo: Promisee;
  readonly text: string;
  /** Shown to everybody on the portal; must name nobody. Left out, nothing is shown there. */
  readonly publicText?: string;
  /** The leader who answers for it: a user id, or the name of somebody without an account. */
  readonly responsible: { readonly userId: string } | { readonly name: string };
  /** The unit that keeps it. */
  readonly unit: string;
  /** The unit in whose name it is promised or instructed. */
  readonly byUnit: string;
  /** User id of whoever promised; left out, the actor. */
  readonly madeBy?: string;
  /** YYYY-MM-DD, not before today. */
  readonly dueDate: string;
}

export interface MakeOptions {
  readonly actor: Actor;
  /** Epoch ms; of the demo. */
  readonly at?: number | undefined;
}

export interface MadeCommitment {
  readonly id: string;
  readonly version: number;
}

/** The id of the promise that a source makes: known before it is made. */
export const commitmentIdOf = (
  deps: Pick<CommitmentDeps, 'keys'>,
  { source, part = '' }: Pick<NewCommitment, 'source' | 'part'>,
): string =>
  deriveId(deps.keys, 'system:commitments', source.kind, JSON.stringify([source.id, part]));

function words(value: string, field: string, limit: number): string {
  const checked = checkWords(value, field, limit);
  if (!checked.ok) throw new CommandRefused(checked);
  return checked.value;
}

async function compose(
  tx: Tx,
  deps: CommitmentDeps,
  made: NewCommitment,
  sealer: Sealer,
  actor: Actor,
): Promise<CommitmentCommandOf<'makeCommitment'>> {
  const { source, promisedTo, responsible, unit, byUnit } = made;
  const userId = 'userId' in responsible ? responsible.userId : null;
  const organisation = await deps.organisation(tx);
  const name = userId === null ? '' : organisation.userName(userId);
  if (userId !== null && name === '') {
    throw new CommandRefused(refuse('person-unknown', {}, 'responsible'));
  }
  const called = 'name' in responsible ? responsible.name : name;
  const { publicText = '' } = made;
  return {
    type: 'makeCommitment',
    source,
    promisedTo,
    text: sealer.text(words(made.text, 'text', limits.text)),
    publicText:
      publicText.trim() === '' ? null : sealer.text(words(publicText, 'publicText', limits.text)),
    responsible: { userId, name: sealer.item({ text: words(called, 'responsible', limits.name) }) },
    unit,
    byUnit,
    madeBy: made.madeBy ?? (actor.kind === 'staff' ? actor.userId : null),
    dueDate: localDate(made.dueDate),
  };
}

async function passPetition(
  tx: Tx,
  deps: CommitmentDeps,
  actor: Actor,
  petitionId: string | null,
): Promise<Petition | null> {
  if (petitionId === null) return null;
  const folder = await openVisible(tx, deps, actor, petitionId);
  if (folder === null) throw new CommandRefused(refuse('not-found'));
  return folder.petition;
}

/**
 * Makes a promise inside another capability's own transaction, which it then stands or falls with.
 * Whether the actor may is that capability's question; here only the promise itself is judged.
 * Afterwards the streams of the promise and its petition are open, and no others: open your own
 * again (`setStreams`) when you go on writing.
 * @param tx a transaction of the writing role as `options.actor`, who must see the petition
 * @returns its id and version; the same ones when the same source and part come again
 * @throws CommandRefused (inside `inTransaction` it becomes the answer) with `not-found`,
 * `explanation-required`, `unit-unknown`, `accused-unit`, `person-unknown`, `commitment-no-petitioner`,
 * `commitment-public-text`, `commitment-not-public`, `commitment-date-past`,
 * `idempotency-key-reused`, or a refusal of its words
 */
export async function makeCommitmentIn(
  tx: Tx,
  deps: CommitmentDeps,
  made: NewCommitment,
  options: MakeOptions,
): Promise<MadeCommitment> {
  const { actor } = options;
  const id = commitmentIdOf(deps, made);
  const bodyHash = bodyHashOf(deps.keys, made);
  const petition = await passPetition(tx, deps, actor, made.petitionId);
  await setStreams(tx, [id, ...(petition === null ? [] : [petition.id])]);
  const done = await findCommand(tx, id, id);
  if (done !== null) {
    if (done.bodyHash.equals(bodyHash)) return { id, version: done.lastSeq };
    throw new CommandRefused(refuse('idempotency-key-reused'));
  }
  const key = deps.vault.newCaseKey();
  const sealer = new Sealer({ vault: deps.vault, key: key.key, streamId: id, nextId: newId });
  const command = await compose(tx, deps, made, sealer, actor);
  const now = options.at ?? tx.openedAt.getTime();
  const decision = decideCommitment(null, command, {
    actor,
    now,
    units: await deps.organisation(tx),
    petition: petitionFactsOf(petition),
  });
  if (!decision.ok) throw new CommandRefused(decision);
  await insertCase(tx, id, key.wrapped, key.keyVersion, sealer.rows);
  const after = await commitCommitment(tx, deps, {
    id,
    head: null,
    before: null,
    petition,
    events: decision.value,
    actor,
    commandId: id,
    bodyHash,
    at: now,
  });
  const office = petition?.office ?? null;
  const news = decision.value.flatMap((event) => newsOf(after, event, office));
  await tell(tx, deps, { commitment: after, petition }, news, id);
  return { id, version: after.version };
}

/**
 * Makes a promise in a transaction of its own: by reaction to another capability's event, or by a
 * job. The same source and part make it once.
 * @returns its id and version; refusals as `makeCommitmentIn`
 */
export async function makeCommitment(
  deps: CommitmentDeps,
  made: NewCommitment,
  options: MakeOptions,
): Promise<Result<MadeCommitment, Refusal>> {
  const work = (): Promise<Result<MadeCommitment, Refusal>> =>
    inTransaction(deps, options.actor, async (tx) =>
      ok(await makeCommitmentIn(tx, deps, made, options)),
    );
  try {
    return await work();
  } catch (error) {
    // The same promise was made at this very moment: it is there now, and is answered as before.
    if (error instanceof DatabaseError && error.code === '23505') return work();
    throw error;
  }
}

/**
 * Makes a promise that a member of staff typed (POST /commitments): of the own unit, or an
 * instruction to another one.
 * @param commandKey chosen by the sender once per form
 * @returns refusals `not-permitted` and those of `makeCommitmentIn`
 */
export async function promise(
  deps: CommitmentDeps,
  input: NewCommitmentInput,
  options: MakeOptions & { readonly commandKey: string },
): Promise<Result<MadeCommitment, Refusal>> {
  const { actor, commandKey } = options;
  if (actor.kind !== 'staff' || !mayMake(actor)) {
    return refuse('not-permitted', { verb: 'commitment.make' });
  }
  const { petitionId = null, responsibleName = '', publicText, ...typed } = input;
  return makeCommitment(
    deps,
    {
      source: { kind: typed.source, id: `${actorId(actor)}/${commandKey}` },
      petitionId,
      promisedTo: typed.promisedTo,
      text: typed.text,
      ...(publicText === undefined ? {} : { publicText }),
      responsible:
        responsibleName.trim() === ''
          ? { userId: typed.responsibleUser ?? actor.userId }
          : { name: responsibleName },
      unit: typed.unit,
      byUnit: actor.unitId,
      dueDate: typed.dueDate,
    },
    options,
  );
}
