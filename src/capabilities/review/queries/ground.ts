import type { Actor } from '../../../kernel/actor.ts';
import type { Calendar } from '../../../kernel/calendar.ts';
import { dueOf } from '../../../kernel/clocks.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { isGranted } from '../../../kernel/permissions.ts';
import { ruleOf } from '../../../kernel/periods.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { UnitDirectory } from '../../../kernel/units.ts';
import { setStreams, type Tx } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import type { CaseRow, OrganisationSnapshot, Petition } from '../../petitions/index.ts';
import { findBodies } from '../bodies-store.ts';
import { lawfulBodies } from '../bodies.ts';
import type { Ground } from '../command.ts';
import type { Barred, Contested, Review, Stage } from '../review.ts';
import { opinionKind } from '../review.ts';
import { foldReview } from './kind.ts';

/**
 * The reviews of a petition, oldest first; their streams stay open, and only theirs.
 * @param rows the records that the actor may see
 */
export async function readReviews(tx: Tx, rows: readonly CaseRow[]): Promise<readonly Review[]> {
  const ids = rows.filter(({ kind }) => kind === 'review').map(({ id }) => id);
  if (ids.length === 0) return [];
  await setStreams(tx, ids);
  const found = [];
  for (const id of ids) found.push(foldReview(id, await loadEvents(tx, id)));
  return found.filter((review) => review !== null);
}

const userIdsOf = (actors: readonly (string | null)[]): string[] =>
  actors.flatMap((actor) => (actor?.startsWith('staff:') ? [actor.slice('staff:'.length)] : []));

const unique = (values: readonly string[]): string[] => [...new Set(values)];

type Opinion = Petition['papers'][number];

/** Who had a part in the opinion: its unit and its people decide nothing of its review. */
const barredByOpinion = (petition: Petition, opinion: Opinion): Barred => ({
  units: [opinion.issuer],
  people: unique([
    ...userIdsOf([opinion.draftedBy, opinion.checkedBy, opinion.signedBy]),
    ...(petition.officer === null ? [] : [petition.officer]),
  ]),
});

const barredByReview = (review: Review): Barred => {
  const paper = review.papers.findLast(({ kind }) => kind === opinionKind(review.stage));
  return {
    units: review.body === null ? [] : [review.body],
    people: unique([
      ...userIdsOf([paper?.draftedBy ?? null, paper?.checkedBy ?? null, paper?.signedBy ?? null]),
      ...(review.officer === null ? [] : [review.officer]),
    ]),
  };
};

const both = (one: Barred, other: Barred): Barred => ({
  units: unique([...one.units, ...other.units]),
  people: unique([...one.people, ...other.people]),
});

/**
 * Who handled a request that was refused does not examine the next one (P-19): what the petitioner
 * asks again is looked at by somebody else. The head who approved it goes on to answer for the body.
 */
const barredByRefusals = (
  reviews: readonly Review[],
  fits: (review: Review) => boolean,
): Barred => ({
  units: [],
  people: unique(
    reviews
      .filter((review) => review.closing === 'refused' && fits(review))
      .flatMap(({ papers, officer }) => [
        ...userIdsOf(
          papers.flatMap(({ effect, draftedBy }) => (effect === null ? [] : [draftedBy])),
        ),
        ...(officer === null ? [] : [officer]),
      ]),
  ),
});

/** What of a petition can be contested now, by whom it may not be decided, since when. */
export interface Contestable {
  readonly stage: Stage;
  readonly contested: Contested;
  readonly barred: Barred;
  /** When the window began to run. */
  readonly windowFrom: number;
}

/**
 * What of a petition can be contested now, and at which stage.
 * @param reviews of the petition, oldest first
 * @returns refusals `procedure-ended`, `review-nothing`, `review-pending`, `review-done`
 */
export function contestableOf(
  petition: Petition,
  reviews: readonly Review[],
): Result<Contestable, Refusal> {
  if (petition.procedureEnded !== null) return refuse('procedure-ended');
  const opinion = petition.papers.findLast(
    ({ kind, stage }) => kind === 'opinion' && stage === 'served',
  );
  const over = petition.status === 'concluded' && petition.conclusion?.form === 'opinion';
  if (opinion === undefined || opinion.servedAt === null || !over) return refuse('review-nothing');
  const ofOpinion = (review: Review) => review.contested.paperId === opinion.id;
  const first = latest(reviews, ofOpinion);
  const window = petition.clocks.findLast(({ period }) => period === 'review-request');
  if (isFree(first)) {
    return ok({
      stage: 'review',
      contested: {
        paperId: opinion.id,
        caseId: null,
        issuer: opinion.issuer,
        number: opinion.number,
        servedAt: opinion.servedAt,
      },
      barred: both(barredByOpinion(petition, opinion), barredByRefusals(reviews, ofOpinion)),
      windowFrom: window?.startedAt ?? opinion.servedAt,
    });
  }
  if (first.status !== 'closed') return refuse('review-pending');
  if (first.closing === 'handle-again') return refuse('review-done');
  const paper = first.papers.findLast(
    ({ kind, stage }) => kind === opinionKind('review') && stage === 'served',
  );
  const ofReview = (review: Review) => review.contested.caseId === first.id;
  const second = latest(reviews, ofReview);
  if (!isFree(second)) {
    return refuse(second.status === 'closed' ? 'review-done' : 'review-pending');
  }
  if (paper === undefined || paper.servedAt === null) return refuse('review-nothing');
  const next = first.clocks.findLast(({ period }) => period === 're-examination-request');
  return ok({
    stage: 're-examination',
    contested: {
      paperId: paper.id,
      caseId: first.id,
      issuer: paper.issuer,
      number: paper.number,
      servedAt: paper.servedAt,
    },
    barred: [barredByReview(first), barredByRefusals(reviews, ofReview)].reduce(
      both,
      barredByOpinion(petition, opinion),
    ),
    windowFrom: next?.startedAt ?? paper.servedAt,
  });
}

const latest = (
  reviews: readonly Review[],
  fits: (review: Review) => boolean,
): Review | undefined => reviews.findLast(fits);

/** Nothing was asked yet, or what was asked came to nothing: it may be asked (again). */
const isFree = (review: Review | undefined): review is undefined =>
  review === undefined || review.closing === 'refused' || review.closing === 'withdrawn';

/**
 * Whether something can be contested now, at which stage, before whom, until when. Asked under the
 * petition's lock for a request, and without it to show the choice.
 * @param on the day of the request: the bodies are those of that day
 * @returns refusals `procedure-ended`, `review-nothing`, `review-pending`, `review-done`
 */
export async function findGround(
  tx: Tx,
  asked: {
    readonly petition: Petition;
    readonly rows: readonly CaseRow[];
    readonly organisation: OrganisationSnapshot;
    readonly calendar: Calendar;
    readonly on: LocalDate;
  },
): Promise<Result<Ground, Refusal>> {
  const found = contestableOf(asked.petition, await readReviews(tx, asked.rows));
  if (!found.ok) return found;
  const entries = await findBodies(tx, found.value.contested.issuer);
  return ok(groundOf(found.value, entries, asked));
}

/**
 * The bodies that may decide on what can be contested, and until when it may be asked.
 * @param entries the lawful bodies of the unit whose opinion it is, as dated data
 */
export function groundOf(
  { stage, contested, barred, windowFrom }: Contestable,
  entries: Parameters<typeof lawfulBodies>[0],
  asked: {
    readonly organisation: UnitDirectory;
    readonly calendar: Calendar;
    readonly on: LocalDate;
  },
): Ground {
  const bodies = lawfulBodies(
    entries,
    { unitId: contested.issuer, stage, on: asked.on },
    barred,
    asked.organisation,
  );
  const due = dueOf(
    ruleOf(stage === 'review' ? 'review-request' : 're-examination-request'),
    { startedAt: windowFrom, pauses: [], extensions: [] },
    asked.calendar,
  );
  return { stage, contested, bodies, barred, lastDay: due.dueDate, lateFrom: due.dueAt };
}

/** Who may ask for a review of a petition's opinion, or take the request in. */
export const mayRequest = (actor: Actor, petition: Petition): boolean => {
  if (petition.purpose === 'accusation') return false;
  if (actor.kind === 'petitioner') return true;
  return (
    actor.kind === 'staff' &&
    petition.readers.some((reader) => actor.readingUnits.includes(reader)) &&
    isGranted(actor.roles, 'review.request', new Set(['reader']))
  );
};
