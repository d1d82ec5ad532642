import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  CommandRefused,
  inTransaction,
  setStream,
  type Tx,
} from '../../../platform/database/index.ts';
import { bodyHashOf, caseKeyOf, deriveId, newId, Sealer } from '../../../platform/vault/index.ts';
import type { Command } from '../command.ts';
import type { CommandInput } from '../contract.ts';
import { checkWords } from '../intake-check.ts';
import { limits } from '../limits.ts';
import { isAccusation, isOpen } from '../petition.ts';
import { isVisible, may } from '../policy.ts';
import { openFolder } from '../queries/folder.ts';
import type { PetitionDeps } from './deps.ts';
import { openForCommand, type CommandAnswer, type CommandOptions, type Locked } from './locked.ts';
import { decideAndCommit } from './run.ts';

/** Words that both petitions keep, each under its own key. */
const checked = (text: string, field: string): string => {
  const words = checkWords(text, field, limits.explanation);
  if (!words.ok) throw new CommandRefused(words);
  return words.value;
};

interface Side {
  readonly opened: Locked;
  readonly options: CommandOptions;
  readonly command: (sealer: Sealer) => Command;
}

async function commitSide(
  tx: Tx,
  deps: PetitionDeps,
  { opened, options, command }: Side,
  bodyHash: Buffer,
): Promise<Result<CommandAnswer, Refusal>> {
  const streamId = opened.petition.id;
  await setStream(tx, streamId);
  const key = await caseKeyOf(tx, deps, streamId);
  const sealer = new Sealer({ vault: deps.vault, key, streamId, nextId: newId });
  return decideAndCommit(tx, deps, opened, command(sealer), sealer, options, bodyHash);
}

interface Pair {
  readonly own: string;
  readonly other: string;
  readonly type: 'relate' | 'undoRelation' | 'undoMerge';
  readonly options: CommandOptions;
  readonly bodyHash: Buffer;
}

/** Locks two petitions in id order, then writes the other side and the own one. */
async function writeBoth(
  tx: Tx,
  deps: PetitionDeps,
  pair: Pair,
  commands: (own: Locked) => Readonly<Record<'own' | 'other', Side['command']>>,
): Promise<Result<CommandAnswer, Refusal>> {
  const { own, other, options, bodyHash } = pair;
  const otherOptions: CommandOptions = {
    actor: options.actor,
    commandId: deriveId(deps.keys, 'system:relating', own, options.commandId),
    ...(options.at === undefined ? {} : { at: options.at }),
  };
  const open = (id: string) =>
    openForCommand(tx, deps, id, id === own ? options : otherOptions, bodyHash);
  const [low = '', high = ''] = [own, other].toSorted();
  const first = await open(low);
  const second = await open(high);
  const [mine, theirs] = low === own ? [first, second] : [second, first];
  if ('done' in mine) return ok(mine.done);
  if ('done' in theirs) throw new CommandRefused(refuse('idempotency-key-reused'));
  if (!may(options.actor, pair.type, mine.petition)) {
    return refuse('not-permitted', { verb: pair.type });
  }
  const sides = commands(mine);
  await commitSide(
    tx,
    deps,
    { opened: theirs, options: otherOptions, command: sides.other },
    bodyHash,
  );
  return commitSide(tx, deps, { opened: mine, options, command: sides.own }, bodyHash);
}

/**
 * Says that one petition repeats another or is about the same matter, with the reason (P-13). Both
 * streams are written, locked one by one in id order.
 * Refusals: those of `runCommand`, `relation-self`, `relation-exists`, `relation-accusation`.
 */
export function relatePetitions(
  deps: PetitionDeps,
  petitionId: string,
  input: CommandInput<'relate'>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, ['relate', input]);
  return inTransaction(deps, options.actor, async (tx) => {
    const { kind, other, suggested } = input;
    if (other === petitionId) return refuse('relation-self', {}, 'other');
    const reason = checked(input.reason, 'reason');
    const relationId = deriveId(deps.keys, 'system:relating', 'relation', options.commandId);
    const said = { type: 'relate', relationId, kind, suggested } as const;
    const pair = { own: petitionId, other, type: 'relate', options, bodyHash } as const;
    return writeBoth(tx, deps, pair, () => ({
      own: (sealer) => ({ ...said, side: 'from', other, reason: sealer.text(reason) }),
      other: (sealer) => ({
        ...said,
        side: 'to',
        other: petitionId,
        reason: sealer.text(reason),
      }),
    }));
  });
}

/** The petition at the other end of a relation, as the petition's own record names it. */
async function findOther(
  tx: Tx,
  deps: PetitionDeps,
  petitionId: string,
  options: CommandOptions,
  pick: (folder: NonNullable<Awaited<ReturnType<typeof openFolder>>>) => string | undefined,
): Promise<string | null> {
  const folder = await openFolder(tx, deps.vault, petitionId);
  if (folder === null || !isVisible(options.actor, folder.petition)) return null;
  return pick(folder) ?? '';
}

/**
 * Undoes what people said of two petitions; it stays readable with who, when and why (P-13).
 * Refusals: those of `runCommand`, `relation-unknown`, `relation-undone`, `relation-otherwise`.
 */
export function undoRelation(
  deps: PetitionDeps,
  petitionId: string,
  input: CommandInput<'undoRelation'>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, ['undoRelation', input]);
  return inTransaction(deps, options.actor, async (tx) => {
    const { relationId } = input;
    const other = await findOther(
      tx,
      deps,
      petitionId,
      options,
      ({ petition }) => petition.relations.find(({ id }) => id === relationId)?.other,
    );
    if (other === null) return refuse('not-found');
    if (other === '') return refuse('relation-unknown', {}, 'relationId');
    const reason = checked(input.reason, 'reason');
    const undo = (sealer: Sealer): Command => ({
      type: 'undoRelation',
      relationId,
      reason: sealer.text(reason),
    });
    const pair = { own: petitionId, other, type: 'undoRelation', options, bodyHash } as const;
    return writeBoth(tx, deps, pair, () => ({ own: undo, other: undo }));
  });
}

/**
 * Gives a merged petition its own life back: open where it stood, with its holder and its clocks,
 * whose days were never interrupted (P-13).
 * Refusals: those of `runCommand`, `merge-none`.
 */
export function undoMerge(
  deps: PetitionDeps,
  petitionId: string,
  input: CommandInput<'undoMerge'>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, ['undoMerge', input]);
  return inTransaction(deps, options.actor, async (tx) => {
    // Done before, it stands in no conclusion any more: the relation still names the other one.
    const other = await findOther(
      tx,
      deps,
      petitionId,
      options,
      ({ petition }) =>
        petition.relations.findLast(({ kind, side }) => kind === 'merged-into' && side === 'from')
          ?.other,
    );
    if (other === null) return refuse('not-found');
    if (other === '') return refuse('merge-none');
    const reason = checked(input.reason, 'reason');
    const pair = { own: petitionId, other, type: 'undoMerge', options, bodyHash } as const;
    return writeBoth(tx, deps, pair, () => ({
      own: (sealer) => ({ type: 'undoMerge', reason: sealer.text(reason) }),
      other: (sealer) => ({
        type: 'undoAbsorption',
        petition: petitionId,
        reason: sealer.text(reason),
      }),
    }));
  });
}

/**
 * Lets a petition join a group matter, by the petitioner's own word. Only the member's stream is
 * written (docs/adr/members-write-their-own-streams.md); the head is read. What the head has
 * decided so far reaches the member by job.
 * Refusals: those of `runCommand`, `group-none`, `group-ended`, `group-other-office`,
 * `group-consent`, `group-member`, `group-exists`, `group-accusation`.
 */
export function joinGroup(
  deps: PetitionDeps,
  petitionId: string,
  input: CommandInput<'joinGroup'>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const bodyHash = bodyHashOf(deps.keys, ['joinGroup', input]);
  return inTransaction(deps, options.actor, async (tx) => {
    const folder = await openFolder(tx, deps.vault, input.head);
    const opened = await openForCommand(tx, deps, petitionId, options, bodyHash);
    if ('done' in opened) return ok(opened.done);
    if (!may(options.actor, 'joinGroup', opened.petition)) {
      return refuse('not-permitted', { verb: 'joinGroup' });
    }
    const head = folder?.petition;
    if (head === undefined || !isVisible(options.actor, head)) {
      return refuse('group-none', {}, 'head');
    }
    const reason = checked(input.reason, 'reason');
    const done = await commitSide(
      tx,
      deps,
      {
        opened,
        options,
        command: (sealer) => ({
          type: 'joinGroup',
          relationId: deriveId(deps.keys, 'system:relating', 'member', options.commandId),
          head: {
            id: head.id,
            isHead: head.groupHead,
            open: isOpen(head),
            accusation: isAccusation(head),
            office: head.office,
          },
          consent: input.consent,
          reason: sealer.text(reason),
          suggested: input.suggested,
        }),
      },
      bodyHash,
    );
    await deps.enqueueFollowing(tx, head.id);
    return done;
  });
}
