import type { Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { makeCommitment } from '../../../commitments/index.ts';
import { openCase, openStreams, systemActor } from '../../../petitions/index.ts';
import { foldVisit } from '../queries/kind.ts';
import type { VisitDeps } from './deps.ts';

const actor = systemActor('home-visits');

/**
 * Makes a commitment of what was promised on a visit (C-1), once, however often it is asked for.
 * @param now epoch ms
 */
export async function promiseOfVisit(
  deps: VisitDeps,
  visitId: string,
  now: number,
): Promise<Result<unknown, Refusal>> {
  const found = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    if ((await openCase(tx, visitId)) === null) return null;
    const stream = (await openStreams(tx, deps, [visitId])).get(visitId);
    const visit = stream === undefined ? null : foldVisit(visitId, stream.events);
    const record = visit?.record ?? null;
    if (stream === undefined || visit === null || record === null) return null;
    if (record.promise === null) return null;
    const { unit, petitionId } = visit;
    const { text, dueDate } = record.promise;
    return { text: stream.field(text, 'text'), dueDate, unit, petitionId, record };
  });
  if (found === null) return ok(undefined);
  const { text, dueDate, unit, petitionId, record } = found;
  return makeCommitment(
    deps,
    {
      source: { kind: 'home-visit', id: visitId },
      petitionId,
      promisedTo: 'petitioner',
      text,
      responsible: { userId: record.userId },
      unit,
      byUnit: unit,
      madeBy: record.userId,
      // A record that came late from a telephone may have promised a day that is over: it stays so.
      dueDate,
    },
    { actor, at: now },
  );
}
