import { CommandRefused, type Tx } from '../../../platform/database/index.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { bodyHashOf, caseKeyOf, newId, Sealer } from '../../../platform/vault/index.ts';
import { may } from '../policy.ts';
import type { PaperKind } from '../petition.ts';
import type { PetitionDeps } from './deps.ts';
import { openForCommand, type CommandOptions } from './locked.ts';
import { decideAndCommit } from './run.ts';

/** A paper that another record asks for; `facts` are what its template says beyond the petition. */
export interface WantedPaper {
  readonly paperId: string;
  readonly kind: PaperKind;
  /** The unit that issues it: its people check, sign, seal and serve it. */
  readonly issuer: string;
  /** The words that the draft is about; they lie sealed. */
  readonly words: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * Drafts a paper on a petition inside the caller's transaction: the paper then leaves the office by
 * the one flow of papers, with number, seal, rendering, service and the petitioner's list (P-4a).
 * Afterwards the petition's stream is the one that is open.
 * @param tx a transaction of the writing role
 * @param petitionId the petition that the paper is about
 * @param paper what it says
 * @param options who drafts it; the same command id drafts it once
 * @throws CommandRefused with `not-found` or `not-permitted`
 */
export async function draftPaperFor(
  tx: Tx,
  deps: PetitionDeps,
  petitionId: string,
  paper: WantedPaper,
  options: CommandOptions,
): Promise<void> {
  const { paperId, kind, issuer, words, facts } = paper;
  const bodyHash = bodyHashOf(deps.keys, [kind, paperId]);
  const opened = await openForCommand(tx, deps, petitionId, options, bodyHash);
  if ('done' in opened) return;
  if (!may(options.actor, 'draftPaper', opened.petition)) {
    throw new CommandRefused(refuse('not-permitted', { verb: 'draftPaper' }));
  }
  const key = await caseKeyOf(tx, deps, petitionId);
  const sealer = new Sealer({ vault: deps.vault, key, streamId: petitionId, nextId: newId });
  const text = sealer.text(words, { facts: JSON.stringify(facts) });
  const command = { type: 'draftPaper', paperId, kind, issuer, text } as const;
  await decideAndCommit(tx, deps, opened, command, sealer, options, bodyHash);
}
