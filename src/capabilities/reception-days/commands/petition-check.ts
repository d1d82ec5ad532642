import { refuse } from '../../../kernel/refusals.ts';
import { CommandRefused, setStream } from '../../../platform/database/index.ts';
import { isAccusation, openVisible } from '../../petitions/index.ts';
import type { Composing } from './composing.ts';

/**
 * Lets a petition stand on a day only where the actor may see it, and never an accusation: a day
 * is read by more people than those who are named for one (L-5). Leaves the day's stream open.
 * @throws CommandRefused `reception-petition-unknown`, `reception-petition-accusation`
 */
export async function checkPetition(
  { tx, deps, day, actor }: Composing,
  petitionId: string | null,
): Promise<string | null> {
  if (petitionId === null) return null;
  const folder = await openVisible(tx, deps, actor, petitionId);
  await setStream(tx, day.id);
  if (folder === null) {
    throw new CommandRefused(refuse('reception-petition-unknown', {}, 'petitionId'));
  }
  if (isAccusation(folder.petition)) {
    throw new CommandRefused(refuse('reception-petition-accusation', {}, 'petitionId'));
  }
  return petitionId;
}
