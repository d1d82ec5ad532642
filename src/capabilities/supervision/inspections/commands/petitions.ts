import type { StaffActor } from '../../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { CommandRefused, type Tx } from '../../../../platform/database/index.ts';
import { findListed, openVisible } from '../../../petitions/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';

/** Numbers as people paste them: one a line, or apart by commas. */
const apart = /[\n\r,，、;；]+/u;

/**
 * The petitions that somebody listed by number; none twice.
 * @param most how many there may be
 * @returns refusals `inspection-petition`, `inspection-too-many`
 */
export async function petitionsListed(
  deps: SupervisionDeps,
  actor: StaffActor,
  typed: string,
  most: number,
): Promise<Result<readonly string[], Refusal>> {
  const numbers = typed
    .split(apart)
    .map((number) => number.trim())
    .filter((number) => number !== '');
  if (numbers.length > most) return refuse('inspection-too-many', { limit: most }, 'numbers');
  const found = new Set<string>();
  for (const number of numbers) {
    const id = await findListed(deps, { actor }, number);
    if (!id.ok) {
      return refuse(
        'inspection-petition',
        { number: [...number].slice(0, 30).join('') },
        'numbers',
      );
    }
    found.add(id.value);
  }
  return ok([...found]);
}

/**
 * Keeps accusations out of whatever units and lists read (L-5): to whoever may not see one it is not
 * there, and whoever may is told so. Afterwards the last petition's stream is open.
 * @throws CommandRefused `inspection-accusation`, `not-found`
 */
export async function refuseAccusations(
  tx: Tx,
  deps: SupervisionDeps,
  actor: StaffActor,
  petitionIds: readonly string[],
): Promise<void> {
  for (const id of petitionIds) {
    const folder = await openVisible(tx, deps, actor, id);
    if (folder === null) throw new CommandRefused(refuse('not-found'));
    if (folder.petition.purpose === 'accusation') {
      throw new CommandRefused(refuse('inspection-accusation', {}, 'numbers'));
    }
  }
}
