import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../../platform/record/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { openCase, runSystemCommand, systemActor } from '../../petitions/index.ts';
import type { RecordedReviewEvent } from '../events.ts';
import type { Closing, Review } from '../review.ts';
import type { ReviewDeps } from './deps.ts';
import { callOff, conveneOrdered } from './hearing.ts';
import { foldReview } from '../queries/kind.ts';

const actor = systemActor('review');
type PetitionCommand = Parameters<typeof runSystemCommand>[2];

/** Events of a review that its petition must know of, and the order that convenes a hearing. */
export const carriedTypes: ReadonlySet<string> = new Set<RecordedReviewEvent['type']>([
  'ReviewRequested',
  'ReviewBodyChosen',
  'ReviewUnitSucceeded',
  'ReviewClosed',
  'HearingOrdered',
]);

/** What the petition is told of a review, from one event and the review as it was then. */
export function commandsOf(event: RecordedReviewEvent, review: Review): readonly PetitionCommand[] {
  const note = (state: 'pending' | Closing, body = review.body): PetitionCommand => ({
    type: 'noteReview',
    caseId: review.id,
    stage: review.stage,
    body,
    requestedAt: review.openedAt,
    state,
  });
  const begun = (body: string | null): readonly PetitionCommand[] => [
    ...(body === null ? [] : [{ type: 'admitReader' as const, unit: body }]),
    note('pending', body),
  ];
  switch (event.type) {
    case 'ReviewRequested':
      return begun(event.data.body);
    case 'ReviewBodyChosen':
      return begun(event.data.body);
    case 'ReviewUnitSucceeded':
      return event.data.body === null || review.closing !== null ? [] : begun(event.data.body);
    case 'ReviewClosed': {
      const { closing } = event.data;
      const again: PetitionCommand = {
        type: 'openRound',
        reason: 'review',
        at: 'handling',
        caseId: review.id,
        note: null,
      };
      const ended: PetitionCommand = { type: 'endProcedure', caseId: review.id };
      const over = closing === 'upheld' || closing === 'changed';
      return [
        note(closing),
        ...(closing === 'handle-again' ? [again] : []),
        // Reg. 36(3): with the re-examination opinion served, the procedure has ended.
        ...(review.stage === 're-examination' && over ? [ended] : []),
      ];
    }
    default:
      return [];
  }
}

/**
 * Carries what happened in reviews into their petitions, once however often it comes: the ids of
 * the commands follow from the event.
 * @param events of review streams, oldest first; others are passed over
 * @param at moment of the commands, epoch ms; the database's clock unless told
 * @returns the first refusal that is none of repetition
 */
export async function carryIntoPetitions(
  deps: ReviewDeps,
  events: readonly RecordedEvent[],
  at?: number,
): Promise<Result<undefined, Refusal>> {
  for (const event of events) {
    if (!carriedTypes.has(event.type)) continue;
    if (event.type === 'HearingOrdered') {
      const convened = await conveneOrdered(deps, event, at);
      if (!convened.ok) return convened;
      continue;
    }
    const review = await deps.db.withActor(scopeOf(actor), 'read', async (tx) =>
      (await openCase(tx, event.streamId)) === null
        ? null
        : // As it was then: what comes twice must say the same.
          foldReview(
            event.streamId,
            (await loadEvents(tx, event.streamId)).filter(({ seq }) => seq <= event.seq),
          ),
    );
    if (review === null) continue;
    if (event.type === 'ReviewClosed') {
      const calledOff = await callOff(deps, event, review, at);
      if (!calledOff.ok) return calledOff;
    }
    for (const command of commandsOf(event as unknown as RecordedReviewEvent, review)) {
      const what = `${event.streamId}:${event.seq}:${command.type}`;
      const done = await runSystemCommand(deps, review.petitionId, command, {
        actor,
        commandId: deriveId(deps.keys, 'system:review', 'carry', what),
        ...(at === undefined ? {} : { at }),
      });
      if (!done.ok) return done;
    }
  }
  return ok(undefined);
}

/**
 * The same for one review, from its record as it stands: for programs that do not wait for the feed.
 */
export async function carryReview(
  deps: ReviewDeps,
  reviewId: string,
  at?: number,
): Promise<Result<undefined, Refusal>> {
  const events = await deps.db.withActor(scopeOf(actor), 'read', async (tx) =>
    (await openCase(tx, reviewId)) === null ? [] : loadEvents(tx, reviewId),
  );
  return carryIntoPetitions(deps, events, at);
}
