import { refuse } from '../../../kernel/refusals.ts';
import { CommandRefused, type Tx } from '../../../platform/database/index.ts';
import { bodyHashOf, caseKeyOf, newId, Sealer } from '../../../platform/vault/index.ts';
import { may } from '../policy.ts';
import type { PetitionDeps } from './deps.ts';
import { openForCommand, type CommandOptions } from './locked.ts';
import { decideAndCommit } from './run.ts';
import { attachUploads, dropStaged } from './uploads.ts';

/**
 * Makes staged files part of a petition inside the caller's transaction, for another record that
 * speaks of them: they are its material from then on, opened only by who may see it, with a trace.
 * Afterwards the petition's stream is the one that is open.
 * @param tx a transaction of the writing role
 * @param uploads ids of files that `options.uploadOwner` staged
 * @returns ids of the petition's new attachments, in the order of the files
 * @throws CommandRefused with `not-found`, `not-permitted`, `draft-expired` or `storage-full`
 */
export async function attachFilesFor(
  tx: Tx,
  deps: PetitionDeps,
  petitionId: string,
  uploads: readonly string[],
  options: CommandOptions,
): Promise<readonly string[]> {
  const bodyHash = bodyHashOf(deps.keys, ['attachFiles', uploads]);
  const opened = await openForCommand(tx, deps, petitionId, options, bodyHash);
  if ('done' in opened) throw new CommandRefused(refuse('idempotency-key-reused'));
  if (!may(options.actor, 'addMaterial', opened.petition)) {
    throw new CommandRefused(refuse('not-permitted', { verb: 'addMaterial' }));
  }
  const key = await caseKeyOf(tx, deps, petitionId);
  const sealer = new Sealer({ vault: deps.vault, key, streamId: petitionId, nextId: newId });
  const owner = options.uploadOwner ?? '';
  const into = { streamId: petitionId, caseKey: key, sealer, uploads, owner };
  const moved = await attachUploads(tx, deps, into);
  if (!moved.ok) throw new CommandRefused(moved);
  const attachments = moved.value.map(({ attachment }) => attachment);
  const command = { type: 'addMaterial', text: null, attachments } as const;
  await decideAndCommit(tx, deps, opened, command, sealer, options, bodyHash);
  await dropStaged(tx, uploads);
  return attachments.map(({ id }) => id);
}
