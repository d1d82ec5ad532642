import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import type { RecordedEvent } from '../../../platform/record/index.ts';
import { openFolder, systemActor, type Petition } from '../../petitions/index.ts';
import type { LetterDeps } from './deps.ts';
import { layLetter, layReadable } from './lay.ts';

const actor = systemActor('letters');

/** Events by which a petition may come to another unit. */
export const arrivals = ['PetitionHanded', 'CompetenceDecided', 'HeadFollowed'] as const;

/** What lies longer than this was read before the program laid it before anybody. */
const newDays = 7;

/** The petitions of some events as they are now, read together. */
function petitionsOf(
  deps: LetterDeps,
  events: readonly RecordedEvent[],
): Promise<readonly Petition[]> {
  const ids = new Set(events.map(({ streamId }) => streamId));
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const petitions: Petition[] = [];
    for (const id of ids) {
      const folder = await openFolder(tx, deps.vault, id);
      if (folder !== null) petitions.push(folder.petition);
    }
    return petitions;
  });
}

/**
 * The mass-work desk of a unit lays every petition that comes to it before the unit's head; an
 * accusation is laid before nobody (L-5).
 * @param now epoch ms: what came long ago is past laying
 */
export async function layBeforeHeads(
  deps: LetterDeps,
  events: readonly RecordedEvent[],
  now: number,
): Promise<Result<undefined, Refusal>> {
  const arrived = events.filter(
    ({ type, at }) => arrivals.some((each) => each === type) && at >= now - newDays * 86_400_000,
  );
  if (arrived.length === 0) return ok(undefined);
  for (const petition of await petitionsOf(deps, arrived)) {
    const { id: petitionId, holder, office, purpose, readers } = petition;
    if (holder === office || purpose === 'accusation') continue;
    const place = { petitionId, before: 'unit-head' } as const;
    const lay = readers.includes(holder) ? layReadable : layLetter;
    const laid = await lay(deps, place, { unit: holder }, { actor });
    // A unit that ended meanwhile has no head; its successor gets the petition by another event.
    if (!laid.ok && laid.refusal.code !== 'unit-unknown') return laid;
  }
  return ok(undefined);
}
