import type { StaffActor } from '../../../../kernel/actor.ts';
import { localDate, type LocalDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStreams,
  type Tx,
} from '../../../../platform/database/index.ts';
import { findCommand } from '../../../../platform/record/index.ts';
import { bodyHashOf, insertCase, newId, Sealer } from '../../../../platform/vault/index.ts';
import {
  checkWords,
  findListed,
  openVisible,
  type CommandAnswer,
  type Petition,
} from '../../../petitions/index.ts';
import type { ItemCommandOf } from '../command.ts';
import type { OrderInput } from '../contract.ts';
import { decideItem } from '../decide/index.ts';
import { limits } from '../limits.ts';
import { mayOrder } from '../policy.ts';
import { commitItem, readersFactsOf } from './commit.ts';
import type { MustCheckDeps } from './deps.ts';

export interface OrderOptions {
  readonly actor: StaffActor;
  /** Derived from sender, route and key, so that a retry meets the same item. */
  readonly id: string;
  /** Epoch ms; of the demo. */
  readonly at?: number;
}

/** What is ordered, as a person wrote it. */
export interface Ordered {
  readonly on: ItemCommandOf<'orderItem'>['on'];
  readonly unit: string;
  /** In whose name. */
  readonly office: string;
  readonly words: string;
  readonly dueDate: LocalDate;
}

async function petitionOf(
  deps: MustCheckDeps,
  { number = '', petitionId }: OrderInput,
  options: OrderOptions,
): Promise<Result<string | null, Refusal>> {
  if (petitionId !== undefined) return ok(petitionId);
  return number.trim() === '' ? ok(null) : findListed(deps, options, number);
}

/**
 * Opens an ordered item inside the transaction of whoever orders it; its stream and the petition's
 * must be open.
 * @param petition what it is about; null where that is the unit as a whole
 * @param bodyHash of what was typed, by which a retry is known
 * @throws CommandRefused with the refusals of `orderSupervision`
 */
export async function orderItemIn(
  tx: Tx,
  deps: MustCheckDeps,
  { on, unit, office, words, dueDate }: Ordered,
  petition: Petition | null,
  { actor, id, at = tx.openedAt.getTime() }: OrderOptions,
  bodyHash: Buffer,
): Promise<CommandAnswer> {
  const units = await deps.organisation(tx);
  const key = deps.vault.newCaseKey();
  const sealer = new Sealer({ vault: deps.vault, key: key.key, streamId: id, nextId: newId });
  const checked = checkWords(words, 'words', limits.words);
  if (!checked.ok) throw new CommandRefused(checked);
  const readers = readersFactsOf(petition);
  const decision = decideItem(
    null,
    {
      type: 'orderItem',
      place: {
        petitionId: petition?.id ?? null,
        unit,
        office,
        regionCode: petition?.regionCode ?? units.find(unit)?.regionCode ?? '',
      },
      on,
      words: sealer.text(checked.value),
      dueDate,
    },
    {
      actor,
      now: at,
      calendar: deps.calendar(),
      units,
      petition:
        petition === null ? null : { accusation: readers.accusation, readers: petition.readers },
    },
  );
  if (!decision.ok) throw new CommandRefused(decision);
  await insertCase(tx, id, key.wrapped, key.keyVersion, sealer.rows);
  const events = decision.value;
  const place = { id, head: null, before: null, readers, events, actor };
  return commitItem(tx, deps, { ...place, commandId: id, bodyHash, at });
}

/**
 * Orders supervision of a petition or of a unit, on the grounds of Reg. art. 40(1), with a day for
 * the answer.
 * @returns id and version; refusals `not-permitted`, `not-found`, `supervision-about`,
 * `supervision-accusation`, `supervision-own-unit`, `supervision-unit-outside`, `unit-unknown`,
 * `supervision-date-past`, `explanation-required`, `idempotency-key-reused`
 */
export async function orderSupervision(
  deps: MustCheckDeps,
  input: OrderInput,
  options: OrderOptions,
): Promise<Result<CommandAnswer & { readonly id: string }, Refusal>> {
  const { actor, id } = options;
  if (!mayOrder(actor)) return refuse('not-permitted', { verb: 'supervision.order' });
  const about = await petitionOf(deps, input, options);
  if (!about.ok) return about;
  const petitionId = about.value;
  const bodyHash = bodyHashOf(deps.keys, ['orderItem', input]);
  return inTransaction(deps, actor, async (tx) => {
    const folder = petitionId === null ? null : await openVisible(tx, deps, actor, petitionId);
    if (petitionId !== null && folder === null) return refuse('not-found');
    const petition = folder?.petition ?? null;
    await setStreams(tx, [id, ...(petition === null ? [] : [petition.id])]);
    const done = await findCommand(tx, id, id);
    if (done !== null) {
      return done.bodyHash.equals(bodyHash)
        ? ok({ id, version: done.lastSeq })
        : refuse('idempotency-key-reused');
    }
    const unit = (input.unit ?? '') === '' ? petition?.holder : input.unit;
    if (unit === undefined) return refuse('supervision-about', {}, 'number');
    const { ground, words } = input;
    const dueDate = localDate(input.dueDate);
    const ordered = { on: ground, unit, office: actor.unitId, words, dueDate };
    const { version } = await orderItemIn(tx, deps, ordered, petition, options, bodyHash);
    return ok({ id, version });
  });
}
