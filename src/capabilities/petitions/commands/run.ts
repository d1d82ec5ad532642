import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { CommandRefused, inTransaction, type Tx } from '../../../platform/database/index.ts';
import {
  bodyHashOf,
  type CaseKey,
  insertSealed,
  loadCaseKeys,
  newId,
  Sealer,
  unwrapCaseKey,
} from '../../../platform/vault/index.ts';
import type { Command } from '../command.ts';
import type { CommandInput, SingleCommandType } from '../contract.ts';
import { decide } from '../decide/index.ts';
import { checkWords } from '../intake-check.ts';
import { limits } from '../limits.ts';
import { may } from '../policy.ts';
import { isAccusation, type AttachmentRef } from '../petition.ts';
import { addWords } from '../store.ts';
import { commitEvents } from './commit.ts';
import { composers, type Composing } from './compose.ts';
import type { PetitionDeps } from './deps.ts';
import {
  answerOf,
  openForCommand,
  type CommandAnswer,
  type CommandOptions,
  type Locked,
} from './locked.ts';
import { endedFacts } from './ended-procedure.ts';
import { composeSeal } from './paper-seal.ts';
import { attachUploads, dropStaged } from './uploads.ts';

const paperOf = (input: object): string | undefined =>
  'paperId' in input && typeof input.paperId === 'string' ? input.paperId : undefined;

const textOf = (input: object): string =>
  'text' in input && typeof input.text === 'string' ? input.text : '';

/**
 * Does one command on one petition, in one transaction (architecture: the one way to change).
 * @param type the command's name in the contract
 * @param input its body, of the contract's shape
 * @returns the new version, or a refusal with nothing changed
 * Refusals: `not-found` (also out of jurisdiction), `not-permitted`, `version-conflict`,
 * `idempotency-key-reused`, and those of the rule.
 */
export function runCommand<T extends SingleCommandType>(
  deps: PetitionDeps,
  petitionId: string,
  type: T,
  input: CommandInput<T>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, [type, input]);
  return inTransaction(deps, options.actor, async (tx) => {
    const [opened, keys] = await Promise.all([
      openForCommand(tx, deps, petitionId, options, bodyHash),
      loadCaseKeys(tx, [petitionId]),
    ]);
    if ('done' in opened) return ok(opened.done);
    if (!may(options.actor, type, opened.petition, paperOf(input))) {
      return refuse('not-permitted', { verb: type });
    }
    const key = unwrapCaseKey(deps, petitionId, keys);
    const sealer = new Sealer({ vault: deps.vault, key, streamId: petitionId, nextId: newId });
    const uploads = ('uploads' in input ? input.uploads : undefined) ?? [];
    const attachments = await moveUploads(tx, deps, { petitionId, key, sealer, uploads, options });
    const composing: Composing = {
      petition: opened.petition,
      sealer,
      organisation: opened.organisation,
      actorUserId: options.actor.kind === 'staff' ? options.actor.userId : null,
      actorUnitId: options.actor.kind === 'staff' ? options.actor.unitId : null,
      nextId: newId,
      attachments,
      beside: await besideOf(tx, deps, petitionId, input, options),
    };
    const signer = composing.actorUserId === null ? null : `staff:${composing.actorUserId}`;
    const seal: Seal = (step, paperId) =>
      composeSeal(tx, deps, { type: step, paperId, opened, sealer, key, signer });
    const compose: (typeof composeOf)[T] = composeOf[type];
    const command = await compose(input, composing, seal);
    const answer = await decideAndCommit(tx, deps, opened, command, sealer, options, bodyHash);
    await dropStaged(tx, uploads);
    if (type === 'addMaterial' && !isAccusation(opened.petition)) {
      // As it lies sealed, so that a rebuild finds the same words.
      const kept = checkWords(textOf(input), 'text', limits.text);
      if (kept.ok && kept.value !== '') {
        await addWords(tx, petitionId, deps.words.wordsOf(kept.value));
      }
    }
    return answer;
  });
}

/** Does a command of the system, which needs no typed input. */
export function runSystemCommand(
  deps: PetitionDeps,
  petitionId: string,
  command: Command,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, command);
  return inTransaction(deps, options.actor, async (tx) => {
    const opened = await openForCommand(tx, deps, petitionId, options, bodyHash);
    if ('done' in opened) return ok(opened.done);
    if (!may(options.actor, command.type, opened.petition)) {
      return refuse('not-permitted', { verb: command.type });
    }
    return decideAndCommit(tx, deps, opened, command, null, options, bodyHash);
  });
}

/** Decides, then writes events, sealed texts and projections; the one place where it is done. */
export async function decideAndCommit(
  tx: Tx,
  deps: PetitionDeps,
  opened: Locked,
  command: Command,
  sealer: Sealer | null,
  options: CommandOptions,
  bodyHash: Buffer,
): Promise<Result<CommandAnswer, Refusal>> {
  const decision = decide(opened.petition, command, {
    actor: options.actor,
    now: opened.now,
    calendar: deps.calendar(),
    units: opened.organisation,
    holdsPost: opened.organisation.holdsPost,
    profiles: opened.organisation.profiles,
    ...(deps.practice === undefined ? {} : { practice: deps.practice }),
  });
  if (!decision.ok) throw new CommandRefused(decision);
  if (decision.value.length === 0) return ok({ version: opened.petition.version });
  if (sealer !== null) {
    await insertSealed(tx, opened.petition.id, deps.vault.keyVersion, sealer.rows);
  }
  const { petition } = await commitEvents(tx, deps, {
    streamId: opened.petition.id,
    head: opened.head,
    before: opened.petition,
    events: decision.value,
    actor: options.actor,
    commandId: options.commandId,
    bodyHash,
    at: opened.now,
  });
  return ok(answerOf(opened.petition, petition));
}

/** What another petition tells that the paper will bear. */
async function besideOf(
  tx: Tx,
  deps: PetitionDeps,
  petitionId: string,
  input: object,
  { actor }: CommandOptions,
): Promise<Readonly<Record<string, string>>> {
  const earlierId: unknown = 'endedPetition' in input ? input.endedPetition : undefined;
  return typeof earlierId === 'string'
    ? endedFacts(tx, deps, actor, { earlierId, petitionId })
    : {};
}

async function moveUploads(
  tx: Tx,
  deps: PetitionDeps,
  from: {
    readonly petitionId: string;
    readonly key: CaseKey;
    readonly sealer: Sealer;
    readonly uploads: readonly string[];
    readonly options: CommandOptions;
  },
): Promise<readonly AttachmentRef[]> {
  const moved = await attachUploads(tx, deps, {
    streamId: from.petitionId,
    caseKey: from.key,
    sealer: from.sealer,
    uploads: from.uploads,
    owner: from.options.uploadOwner ?? '',
  });
  if (!moved.ok) throw new CommandRefused(moved);
  return moved.value.map((file) => file.attachment);
}

type SealStep = 'sealPaper' | 'issuePaper';

/** Draws number and date, and seals what the paper says; it reads the store, so it comes apart. */
type Seal = (type: SealStep, paperId: string) => Promise<Command>;

/** How each typed command of one petition becomes a command of the rules. */
const composeOf: {
  readonly [T in SingleCommandType]: (
    input: CommandInput<T>,
    with_: Composing,
    seal: Seal,
  ) => Command | Promise<Command>;
} = {
  ...composers,
  sealPaper: ({ paperId }, _, seal) => seal('sealPaper', paperId),
  issuePaper: ({ paperId }, _, seal) => seal('issuePaper', paperId),
};
