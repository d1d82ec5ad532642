import { actorId, type StaffActor } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/local-date.ts';
import { isGranted } from '../../../kernel/permissions.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { inTransaction, setStream, type Tx } from '../../../platform/database/index.ts';
import { appendEvents, lockStream } from '../../../platform/record/index.ts';
import { bodyHashOf, deriveId, newId } from '../../../platform/vault/index.ts';
import { endBody, findBodies, insertBody } from '../bodies-store.ts';
import type { BodyEntry } from '../bodies.ts';
import type { NewBody } from '../contract.ts';
import type { ReviewDeps } from './deps.ts';

const mayAdminister = (actor: StaffActor): boolean =>
  isGranted(actor.roles, 'organisation.administer', new Set(['unit']));

/** L-1: which bodies were lawful when is part of the record. */
async function record(
  tx: Tx,
  deps: ReviewDeps,
  actor: StaffActor,
  unitId: string,
  event: { readonly type: string; readonly data: object },
): Promise<void> {
  const streamId = deriveId(deps.keys, 'system:review', 'bodies', unitId);
  await setStream(tx, streamId);
  await appendEvents(tx, {
    streamId,
    kind: 'review-bodies',
    head: await lockStream(tx, streamId),
    events: [{ ...event, typeVersion: 1 }],
    stamp: {
      actor: actorId(actor),
      unitId: actor.unitId,
      calendarVersion: '-',
      rulesVersion: '1',
      commandId: newId(),
    },
    at: tx.openedAt.getTime(),
    bodyHash: bodyHashOf(deps.keys, event),
  });
}

/**
 * Enters a lawful body of a unit from a day on, with the rule that says so (V-1).
 * @param id of the entry; the same id is entered once
 * @returns refusals `not-permitted`, `unit-unknown`, `review-body-conflict`
 */
export const addReviewBody = (
  deps: ReviewDeps,
  actor: StaffActor,
  input: NewBody,
  id: string = newId(),
): Promise<Result<BodyEntry, Refusal>> =>
  inTransaction(deps, actor, async (tx) => {
    if (!mayAdminister(actor)) {
      return refuse('not-permitted', { verb: 'organisation.administer' });
    }
    const organisation = await deps.organisation(tx);
    if (organisation.find(input.unitId) === undefined) return refuse('unit-unknown', {}, 'unitId');
    if (organisation.find(input.bodyId)?.active !== true) {
      return refuse('unit-unknown', {}, 'bodyId');
    }
    if (input.bodyId === input.unitId) return refuse('review-body-conflict', {}, 'bodyId');
    const entry: BodyEntry = { ...input, id, from: localDate(input.from), to: null };
    const known = (await findBodies(tx, input.unitId)).some((each) => each.id === id);
    if (known) return ok(entry);
    await insertBody(tx, entry);
    await record(tx, deps, actor, input.unitId, { type: 'ReviewBodyEntered', data: entry });
    return ok(entry);
  });

/** Ends an entry with a day; earlier requests keep the body that they had. */
export const endReviewBody = (
  deps: ReviewDeps,
  actor: StaffActor,
  entry: { readonly id: string; readonly unitId: string },
  to: string,
): Promise<Result<undefined, Refusal>> =>
  inTransaction(deps, actor, async (tx) => {
    if (!mayAdminister(actor)) {
      return refuse('not-permitted', { verb: 'organisation.administer' });
    }
    const found = (await findBodies(tx, entry.unitId)).find((each) => each.id === entry.id);
    if (found === undefined) return refuse('not-found');
    if (!(await endBody(tx, entry.id, to))) return refuse('review-body-dates', {}, 'to');
    await record(tx, deps, actor, found.unitId, {
      type: 'ReviewBodyEnded',
      data: { id: entry.id, to },
    });
    return ok(undefined);
  });
