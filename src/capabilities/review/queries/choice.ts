import type { Actor } from '../../../kernel/actor.ts';
import { localDate, localDateOf, startOfDay } from '../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { findCases, isPetitionVisible, openFolder } from '../../petitions/index.ts';
import type { ReviewDeps } from '../commands/deps.ts';
import { findGround } from './ground.ts';
import { mayRequest } from './ground.ts';
import type { ReviewChoice } from '../view.ts';

/**
 * What of a petition can be contested now, before which bodies, until when.
 * @param now epoch ms
 * @param on the day of the request; today unless told
 * @returns refusals as of the request itself
 */
export function findReviewChoice(
  deps: ReviewDeps,
  actor: Actor,
  petitionId: string,
  now: number,
  on?: string,
): Promise<Result<ReviewChoice, Refusal>> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openFolder(tx, deps.vault, petitionId);
    if (folder === null || !isPetitionVisible(actor, folder.petition)) return refuse('not-found');
    if (!mayRequest(actor, folder.petition)) {
      return refuse('not-permitted', { verb: 'requestReview' });
    }
    const organisation = await deps.organisation(tx);
    const day = on === undefined ? localDateOf(now) : localDate(on);
    const ground = await findGround(tx, {
      petition: folder.petition,
      rows: await findCases(tx, petitionId),
      organisation,
      calendar: deps.calendar(),
      on: day,
    });
    if (!ground.ok) return ground;
    const { stage, bodies, contested, lastDay, lateFrom } = ground.value;
    const name = (id: string): string => organisation.find(id)?.name ?? '';
    return ok({
      stage,
      lastDay,
      late: startOfDay(day).getTime() >= lateFrom,
      bodies: bodies.map(({ unit, source }) => ({ id: unit, name: name(unit), source })),
      contested: {
        issuer: name(contested.issuer),
        number: contested.number,
        servedAt: contested.servedAt,
      },
    });
  });
}
