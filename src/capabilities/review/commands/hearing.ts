import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf, setStream } from '../../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../../platform/record/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { HearingEvent } from '../../hearings-mediation/events.ts';
import { callOffHearing, conveneHearing } from '../../hearings-mediation/index.ts';
import { openCase, runCase, systemActor } from '../../petitions/index.ts';
import type { ReviewCommand } from '../command.ts';
import type { ReviewEventOf } from '../events.ts';
import { foldReview, reviewKind } from '../queries/kind.ts';
import { openReviewFolder, wordsIn } from '../queries/open.ts';
import type { Hearing, Review } from '../review.ts';
import type { ReviewDeps } from './deps.ts';

const actor = systemActor('review');

type ClosedHearing = Extract<HearingEvent, { type: 'HearingClosed' }>['data'];
type ConvenedHearing = Extract<HearingEvent, { type: 'HearingConvened' }>['data'];

/** What ends a hearing: its days are left out of the period, or there are none. */
export const closedHearing = 'HearingClosed' satisfies HearingEvent['type'];
export const cancelledHearing = 'HearingCancelled' satisfies HearingEvent['type'];

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
  const { reason } = event.data as ReviewEventOf<'HearingOrdered'>['data'];
  const found = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const opened = await openReviewFolder(tx, deps, actor, event.streamId);
    return opened === null
      ? null
      : {
          review: opened.review,
          // As this order gave it: the state may know a later one, or none.
          topic: wordsIn(opened.items)(reason),
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

/** Why a hearing is called off when its re-examination is over; the petitioner reads it. */
const overBecause = '复核已经结束，听证不再举行。';

/**
 * Calls off the hearing of a re-examination that was refused or withdrawn: nobody is left waiting for
 * a day that will not come. One that is over stays as it is.
 * @param event the end of the re-examination
 */
export async function callOff(
  deps: ReviewDeps,
  event: RecordedEvent,
  { id, petitionId, stage, closing }: Review,
  at?: number,
): Promise<Result<unknown, Refusal>> {
  const empty = closing === 'refused' || closing === 'withdrawn';
  if (stage !== 're-examination' || !empty) return ok(undefined);
  return callOffHearing(deps, { id, petitionId }, overBecause, {
    actor,
    commandKey: `${event.streamId}:${event.seq}`,
    ...(at === undefined ? {} : { at }),
  });
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

/** The re-examination for which a hearing was convened; null for every other hearing. */
async function reviewOfHearing(deps: ReviewDeps, hearingId: string): Promise<Review | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    await setStream(tx, hearingId);
    const [first] = await loadEvents(tx, hearingId);
    if (first?.type !== 'HearingConvened') return null;
    const { subject } = first.data as unknown as ConvenedHearing;
    if (subject.kind !== 're-examination') return null;
    return (await openCase(tx, subject.id)) === null
      ? null
      : foldReview(subject.id, await loadEvents(tx, subject.id));
  });
}

const commandsOf = (event: RecordedEvent, review: Review): readonly ReviewCommand[] => {
  if (event.type === cancelledHearing) return [{ type: 'dropHearing' }];
  const { days } = event.data as unknown as ClosedHearing;
  return stretchesOf(days.filter((day) => !isLeftOut(review, day))).map((stretch) => ({
    type: 'recordHearing',
    ...stretch,
  }));
};

/**
 * Leaves exactly the days of a closed hearing out of the re-examination's 30 days (Reg. 36(2)); those
 * that are left out already stay as they are. One that was called off is waited for no longer.
 * @param events of hearings; others are passed over
 * @returns the first refusal; a review that is decided meanwhile is passed over
 */
export async function followHearings(
  deps: ReviewDeps,
  events: readonly RecordedEvent[],
): Promise<Result<undefined, Refusal>> {
  for (const event of events) {
    if (event.type !== closedHearing && event.type !== cancelledHearing) continue;
    const review = await reviewOfHearing(deps, event.streamId);
    if (review === null || review.status !== 'examining') continue;
    for (const command of commandsOf(event, review)) {
      const { type, ...input } = command;
      const about = 'from' in command ? command.from : type;
      const done = await runCase(
        deps,
        reviewKind,
        review.id,
        { type, input, compose: () => command },
        {
          actor,
          commandId: deriveId(deps.keys, 'system:review', 'hearing', `${event.streamId}:${about}`),
        },
      );
      if (!done.ok) return done;
    }
  }
  return ok(undefined);
}
