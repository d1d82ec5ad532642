import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf, setStream } from '../../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../../platform/record/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { HearingEvent } from '../../hearings-mediation/events.ts';
import { conveneHearing } from '../../hearings-mediation/index.ts';
import { openCase, runCase, systemActor } from '../../petitions/index.ts';
import type { ReviewCommand } from '../command.ts';
import { foldReview, reviewKind } from '../queries/kind.ts';
import { openReviewFolder, wordsIn } from '../queries/open.ts';
import type { Hearing, Review } from '../review.ts';
import type { ReviewDeps } from './deps.ts';

const actor = systemActor('review');

type ClosedHearing = Extract<HearingEvent, { type: 'HearingClosed' }>['data'];
type ConvenedHearing = Extract<HearingEvent, { type: 'HearingConvened' }>['data'];

/** What ends a hearing: its days are left out of the period. */
export const closedHearing = 'HearingClosed' satisfies HearingEvent['type'];

/**
 * Convenes the hearing that the body has ordered (Reg. 36(2)), once however often it is carried: the
 * body holds it, and is a reader of the petition since the request came to it.
 * @param event the order, `HearingOrdered`
 * @param at moment of the command, epoch ms; the database's clock unless told
 */
export async function conveneOrdered(
  deps: ReviewDeps,
  event: RecordedEvent,
  at?: number,
): Promise<Result<unknown, Refusal>> {
  const found = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const opened = await openReviewFolder(tx, deps, actor, event.streamId);
    return opened === null
      ? null
      : {
          review: opened.review,
          topic: wordsIn(opened.items)(opened.review.hearing?.reason ?? null),
        };
  });
  if (found === null || found.review.body === null || found.review.status === 'closed') {
    return ok(undefined);
  }
  const { id, petitionId, body } = found.review;
  return conveneHearing(
    deps,
    { kind: 're-examination', id, petitionId, conveningUnit: body },
    { topic: found.topic, open: true, parties: [] },
    {
      actor,
      commandKey: `${event.streamId}:${event.seq}`,
      ...(at === undefined ? {} : { at }),
    },
  );
}

/** Neighbouring days as one stretch. */
function stretchesOf(days: readonly LocalDate[]): readonly Hearing[] {
  const stretches: Hearing[] = [];
  for (const day of days.toSorted()) {
    const last = stretches.at(-1);
    if (last !== undefined && day === addDays(last.to, 1)) {
      stretches[stretches.length - 1] = { from: last.from, to: day };
    } else {
      stretches.push({ from: day, to: day });
    }
  }
  return stretches;
}

const isLeftOut = (review: Review, day: LocalDate): boolean =>
  review.hearings.some(({ from, to }) => from <= day && day <= to);

/**
 * Leaves exactly the days of a closed hearing out of the re-examination's 30 days (Reg. 36(2)); those
 * that are left out already stay as they are.
 * @param events of hearings; others are passed over
 * @returns the first refusal; a review that is decided meanwhile is passed over
 */
export async function leaveOutHearingDays(
  deps: ReviewDeps,
  events: readonly RecordedEvent[],
): Promise<Result<undefined, Refusal>> {
  for (const event of events) {
    if (event.type !== closedHearing) continue;
    const review = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
      await setStream(tx, event.streamId);
      const [first] = await loadEvents(tx, event.streamId);
      if (first?.type !== 'HearingConvened') return null;
      const { subject } = first.data as unknown as ConvenedHearing;
      if (subject.kind !== 're-examination') return null;
      return (await openCase(tx, subject.id)) === null
        ? null
        : foldReview(subject.id, await loadEvents(tx, subject.id));
    });
    if (review === null || review.status !== 'examining') continue;
    const { days } = event.data as unknown as ClosedHearing;
    for (const { from, to } of stretchesOf(days.filter((day) => !isLeftOut(review, day)))) {
      const input = { from, to };
      const done = await runCase(
        deps,
        reviewKind,
        review.id,
        {
          type: 'recordHearing',
          input,
          compose: (): ReviewCommand => ({ type: 'recordHearing', ...input }),
        },
        {
          actor,
          commandId: deriveId(deps.keys, 'system:review', 'hearing', `${event.streamId}:${from}`),
        },
      );
      if (!done.ok) return done;
    }
  }
  return ok(undefined);
}
