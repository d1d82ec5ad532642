import { localDateOf } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Paper } from '../petition.ts';
import type { PetitionDeps } from './deps.ts';

/**
 * The bodies that an opinion names: those that a request of this day would be offered (V-1).
 * @param now epoch ms: the paper's date
 */
export async function reviewBodiesFor(
  tx: Tx,
  deps: Pick<PetitionDeps, 'reviewBodies'>,
  paper: Pick<Paper, 'kind' | 'issuer'>,
  now: number,
): Promise<readonly string[]> {
  return paper.kind === 'opinion'
    ? ((await deps.reviewBodies?.(tx, paper.issuer, localDateOf(now))) ?? [])
    : [];
}
