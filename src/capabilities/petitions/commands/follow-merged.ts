import { refuse } from '../../../kernel/refusals.ts';
import { ok } from '../../../kernel/result.ts';
import { inTransaction, scopeOf, setStream } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { bodyHashOf, caseKeyOf, deriveId, newId, Sealer } from '../../../platform/vault/index.ts';
import { fold } from '../evolve.ts';
import { openFolder } from '../queries/folder.ts';
import { upcast } from '../upcast.ts';
import type { PetitionDeps } from './deps.ts';
import { openForCommand } from './locked.ts';
import { decideAndCommit, runSystemCommand } from './run.ts';
import { StepRefused, systemActor } from './run-all.ts';

const actor = systemActor('joining');

/** What the other petition may have become meanwhile; then there is nothing to do in it. */
const overtaken = ['petition-not-in-status', 'petition-concluded', 'not-found', 'merge-none'];

/**
 * P-19: a contest undid the merge; the petition that went on lets the other one go, for the reasons
 * of that decision. Sent twice it is done once.
 * @param member the petition that was merged
 * @param head the one that went on
 */
export async function releaseMerged(
  deps: PetitionDeps,
  member: string,
  head: string,
  contestId: string,
): Promise<void> {
  const words = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openFolder(tx, deps.vault, member);
    const contest = folder?.petition.afterwards.contests.find(({ id }) => id === contestId);
    return contest === undefined ? null : (folder?.words.text(contest.answer) ?? null);
  });
  if (words === null) return;
  const commandId = deriveId(deps.keys, 'system:joining', 'release', `${head}:${contestId}`);
  const bodyHash = bodyHashOf(deps.keys, ['release', member, contestId]);
  const options = { actor, commandId };
  const answer = await inTransaction(deps, actor, async (tx) => {
    const opened = await openForCommand(tx, deps, head, options, bodyHash);
    if ('done' in opened) return ok(opened.done);
    if (!opened.petition.absorbed.includes(member)) return refuse('merge-none');
    await setStream(tx, head);
    const key = await caseKeyOf(tx, deps, head);
    const sealer = new Sealer({ vault: deps.vault, key, streamId: head, nextId: newId });
    const reason = sealer.text(words);
    const command = { type: 'undoAbsorption', petition: member, reason } as const;
    return decideAndCommit(tx, deps, opened, command, sealer, options, bodyHash);
  });
  if (!answer.ok && !overtaken.includes(answer.refusal.code)) {
    throw new StepRefused(answer.refusal);
  }
}

/**
 * P-4: after a merge each person keeps an own rating. When the petition that goes on can be rated,
 * so can those that were merged into it.
 */
export async function openMergedRatings(
  deps: PetitionDeps,
  head: string,
  rated: { readonly office: string; readonly unit: string; readonly round: number },
): Promise<void> {
  const events = await deps.db.withActor(scopeOf(actor), 'read', (tx) => loadEvents(tx, head));
  const { office, unit, round } = rated;
  for (const member of fold(head, events.map(upcast))?.absorbed ?? []) {
    const commandId = deriveId(deps.keys, 'system:joining', 'rating', `${member}:${head}:${round}`);
    const command = { type: 'openRating', office, unit } as const;
    const answer = await runSystemCommand(deps, member, command, { actor, commandId });
    if (!answer.ok && !overtaken.includes(answer.refusal.code)) {
      throw new StepRefused(answer.refusal);
    }
  }
}
