import type { StaffActor } from '../../../kernel/actor.ts';
import { parsePetitionNumber } from '../../../kernel/petition-number.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { shortestExplanation } from '../decide/context.ts';
import { isVisible } from '../policy.ts';
import { openFolder } from '../queries/folder.ts';
import { findByNumber, findNumbers } from '../store.ts';
import type { PetitionDeps } from './deps.ts';
import { joinGroup } from './relating.ts';

/** One number of a list, as somebody pasted or exported it. */
export interface ListedNumber {
  /** Place in the list, as its reader counts it; from 1. */
  readonly row: number;
  readonly number: string;
}

/** What became of it; `member` was in this group before, which makes a list harmless twice. */
export interface ListedMember extends ListedNumber {
  readonly petitionId: string | null;
  readonly outcome: 'joined' | 'member' | Refusal;
}

export interface JoinList {
  readonly members: readonly ListedNumber[];
  /** Each of them agreed to be handled together with the others. */
  readonly consent: boolean;
  readonly reason: string;
}

/** Who joins them to which group. */
interface Joining {
  readonly headId: string;
  readonly actor: StaffActor;
  /** The sender's key for this list. */
  readonly key: string;
}

/**
 * Lets many petitions join a group matter, each in a transaction of its own (P-13): what is wrong with
 * one row keeps no other back, and a list sent again doubles nobody.
 * @returns one answer for each row, in order; or a refusal when there is no such group for this reader
 * Refusals: `not-found`, `group-consent`, `explanation-required`; of a row `number-length`, `number-check-digit`, `not-found`, and those of
 * `joinGroup`
 */
export async function joinMany(
  deps: PetitionDeps,
  list: JoinList,
  joining: Joining,
): Promise<Result<readonly ListedMember[], Refusal>> {
  // What is wrong with the whole list is said once, not row by row.
  if (!list.consent) return refuse('group-consent', {}, 'consent');
  if ([...list.reason.trim()].length < shortestExplanation) {
    return refuse('explanation-required', { limit: shortestExplanation }, 'reason');
  }
  const head = await read(deps, joining, joining.headId);
  if (head === null || !head.petition.groupHead || !isVisible(joining.actor, head.petition)) {
    return refuse('not-found');
  }
  const done: ListedMember[] = [];
  for (const listed of list.members) done.push(await joinOne(deps, list, joining, listed));
  return ok(done);
}

const read = (deps: PetitionDeps, { actor }: Joining, id: string) =>
  deps.db.withActor(scopeOf(actor), 'read', (tx) => openFolder(tx, deps.vault, id));

async function joinOne(
  deps: PetitionDeps,
  { consent, reason }: JoinList,
  joining: Joining,
  listed: ListedNumber,
): Promise<ListedMember> {
  const { actor, headId: head, key } = joining;
  const found = await findListed(deps, joining, listed.number);
  if (!found.ok) return { ...listed, petitionId: null, outcome: found.refusal };
  const petitionId = found.value;
  const commandId = deriveId(
    deps.keys,
    `staff:${actor.userId}`,
    `${head}:${petitionId}:${listed.row}`,
    key,
  );
  const input = { head, consent, reason, suggested: false };
  const joined = await joinGroup(deps, petitionId, input, { actor, commandId });
  if (joined.ok) return { ...listed, petitionId, outcome: 'joined' };
  const member =
    joined.refusal.code === 'group-member' &&
    (await read(deps, joining, petitionId))?.petition.group?.head === head;
  return { ...listed, petitionId, outcome: member ? 'member' : joined.refusal };
}

/**
 * The petition behind a number as somebody listed it; out of jurisdiction is the same as not there.
 * @returns its id; refusals `number-length`, `number-check-digit`, `not-found`
 */
export async function findListed(
  deps: Pick<PetitionDeps, 'db'>,
  { actor }: { readonly actor: StaffActor },
  number: string,
): Promise<Result<string, Refusal>> {
  const parsed = parsePetitionNumber(number);
  if (!parsed.ok) {
    return refuse(parsed.reason === 'length' ? 'number-length' : 'number-check-digit');
  }
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const id = await findByNumber(tx, parsed.value);
    const seen = id !== null && (await findNumbers(tx, [id])).has(id);
    return seen ? ok(id) : refuse('not-found');
  });
}
