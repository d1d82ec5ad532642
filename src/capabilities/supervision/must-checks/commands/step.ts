import { localDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStreams,
  type Tx,
} from '../../../../platform/database/index.ts';
import { findCommand, loadEvents, lockStream } from '../../../../platform/record/index.ts';
import {
  bodyHashOf,
  caseKeyOf,
  insertSealed,
  newId,
  Sealer,
} from '../../../../platform/vault/index.ts';
import {
  checkWords,
  openVisible,
  type CommandAnswer,
  type CommandOptions,
  type Petition,
} from '../../../petitions/index.ts';
import type { ItemCommand } from '../command.ts';
import type { ItemStep, ItemStepInput } from '../contract.ts';
import { decideItem } from '../decide/index.ts';
import { foldItem } from '../evolve.ts';
import { limits } from '../limits.ts';
import { isItemVisible, mayItem } from '../policy.ts';
import { findItems } from '../store.ts';
import { upcast } from '../upcast.ts';
import { commitItem, readersFactsOf } from './commit.ts';
import type { MustCheckDeps } from './deps.ts';

type Words = (value: string) => ReturnType<Sealer['text']>;

/** How each typed step becomes a command of the rules. */
const composers: {
  readonly [T in ItemStep]: (input: ItemStepInput<T>, words: Words) => ItemCommand;
} = {
  answerItem: (input, words) => ({ type: 'answerItem', words: words(input.words) }),
  returnAnswer: (input, words) => ({
    type: 'returnAnswer',
    words: words(input.words),
    dueDate: localDate(input.dueDate),
  }),
  closeItem: (input, words) => ({ type: 'closeItem', words: words(input.words) }),
};

/** Passes the item's row, and its petition's, through row-level security (404, never 403). */
async function pass(
  tx: Tx,
  deps: MustCheckDeps,
  id: string,
  { actor }: CommandOptions,
): Promise<Petition | null> {
  const [row] = await findItems(tx, [id]);
  if (row === undefined) throw new CommandRefused(refuse('not-found'));
  if (row.petitionId === null) return null;
  const folder = await openVisible(tx, deps, actor, row.petitionId);
  if (folder === null) throw new CommandRefused(refuse('not-found'));
  return folder.petition;
}

async function take(
  deps: MustCheckDeps,
  id: string,
  type: ItemCommand['type'],
  compose: (words: Words) => ItemCommand,
  options: CommandOptions,
  bodyHash: Buffer,
): Promise<Result<CommandAnswer, Refusal>> {
  const { actor, commandId, expectedVersion } = options;
  return inTransaction(deps, actor, async (tx) => {
    const petition = await pass(tx, deps, id, options);
    await setStreams(tx, [id, ...(petition === null ? [] : [petition.id])]);
    const head = await lockStream(tx, id);
    const done = await findCommand(tx, id, commandId);
    if (done !== null) {
      return done.bodyHash.equals(bodyHash)
        ? ok({ version: done.lastSeq })
        : refuse('idempotency-key-reused');
    }
    const before = foldItem(id, (await loadEvents(tx, id)).map(upcast));
    const readers = readersFactsOf(petition);
    const seen = before !== null && (readers.accusation || isItemVisible(actor, before));
    if (head === null || !seen) return refuse('not-found');
    if (expectedVersion !== undefined && expectedVersion !== before.version) {
      return refuse('version-conflict');
    }
    if (!mayItem(actor, type, before)) return refuse('not-permitted', { verb: type });
    const key = await caseKeyOf(tx, deps, id);
    const sealer = new Sealer({ vault: deps.vault, key, streamId: id, nextId: newId });
    const command = compose((value) => {
      const checked = checkWords(value, 'words', limits.words);
      if (!checked.ok) throw new CommandRefused(checked);
      return sealer.text(checked.value);
    });
    const at = options.at ?? tx.openedAt.getTime();
    const decision = decideItem(before, command, {
      actor,
      now: at,
      calendar: deps.calendar(),
      units: await deps.organisation(tx),
      petition:
        petition === null ? null : { accusation: readers.accusation, readers: petition.readers },
    });
    if (!decision.ok) throw new CommandRefused(decision);
    if (decision.value.length === 0) return ok({ version: before.version });
    await insertSealed(tx, id, deps.vault.keyVersion, sealer.rows);
    const events = decision.value;
    const commit = { id, head, before, readers, events, actor, commandId, bodyHash, at };
    return ok({ version: (await commitItem(tx, deps, commit)).version });
  });
}

/**
 * A unit answers a supervision item, or somebody outside it closes it or sends the answer back.
 * @param input of the contract's shape
 * @returns the new version, or a refusal with nothing changed: `not-found` (also out of
 * jurisdiction), `not-permitted`, `version-conflict`, `idempotency-key-reused`,
 * `supervision-not-in-status`, `supervision-verifier-inside`, `supervision-date-past`,
 * `explanation-required`
 */
export function stepItem<T extends ItemStep>(
  deps: MustCheckDeps,
  id: string,
  type: T,
  input: ItemStepInput<T>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  // Each composer takes exactly the input of its own key; TypeScript cannot follow that by index.
  const compose = composers[type] as (input: ItemStepInput<T>, words: Words) => ItemCommand;
  const bodyHash = bodyHashOf(deps.keys, [type, input]);
  return take(deps, id, type, (words) => compose(input, words), options, bodyHash);
}

/** Takes a step of the system, which needs no typed input; refusals as `stepItem`. */
export const stepItemBySystem = (
  deps: MustCheckDeps,
  id: string,
  command: ItemCommand,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> =>
  take(deps, id, command.type, () => command, options, bodyHashOf(deps.keys, command));
