import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import type { RecordedEvent } from '../../../platform/record/index.ts';
import { openFolder, systemActor } from '../../petitions/index.ts';
import type { LetterDeps } from './deps.ts';
import { layLetter } from './lay.ts';

const actor = systemActor('letters');

/** Events by which a petition may come to another unit. */
export const arrivals = ['PetitionHanded', 'CompetenceDecided', 'HeadFollowed'] as const;

/** What lies longer than this was read before the program laid it before anybody. */
const newDays = 7;

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
  for (const { streamId: petitionId, type, at } of events) {
    const arrived = arrivals.some((each) => each === type);
    if (!arrived || at < now - newDays * 86_400_000) continue;
    const folder = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
      openFolder(tx, deps.vault, petitionId),
    );
    if (folder === null) continue;
    const { holder, office, purpose } = folder.petition;
    if (holder === office || purpose === 'accusation') continue;
    const place = { petitionId, before: 'unit-head' } as const;
    const laid = await layLetter(deps, place, { unit: holder }, { actor });
    // A unit that ended meanwhile has no head; its successor gets the petition by another event.
    if (!laid.ok && laid.refusal.code !== 'unit-unknown') return laid;
  }
  return ok(undefined);
}
