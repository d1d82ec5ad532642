import type { StaffActor } from '../../../kernel/actor.ts';
import { countClock } from '../../../kernel/case-clocks.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { sentenceOf } from '../../../kernel/refusals.ts';
import { scopeOf, type Tx } from '../../../platform/database/index.ts';
import {
  findCases,
  isPetitionVisible,
  openFolder,
  viewClock,
  type CaseRow,
  type OrganisationSnapshot,
  type Petition,
} from '../../petitions/index.ts';
import type { ReviewDeps } from '../commands/deps.ts';
import { dutyOf } from '../projection.ts';
import type { Review } from '../review.ts';
import type { ReviewLine, ReviewsOfPetition } from '../view.ts';
import { findGround, mayRequest, readReviews } from './ground.ts';
import { mayOpenReview } from './open.ts';

/**
 * The reviews of a petition, oldest first, and whether the next can be asked for now. Who reads the
 * petition and not the review sees that there is one, as the petition itself tells.
 * @param now epoch ms
 * @returns null when there is no such petition for this reader
 */
export function findReviewsOfPetition(
  deps: ReviewDeps,
  actor: StaffActor,
  petitionId: string,
  now: number,
): Promise<ReviewsOfPetition | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openFolder(tx, deps.vault, petitionId);
    if (folder === null || !isPetitionVisible(actor, folder.petition)) return null;
    const { petition } = folder;
    const organisation = await deps.organisation(tx);
    const rows = await findCases(tx, petitionId);
    const reviews = (await readReviews(tx, rows)).filter((each) =>
      mayOpenReview(actor, each, petition),
    );
    const lines = reviews.map((review): ReviewLine => {
      const calendar = deps.calendar(review.calendarVersion);
      const duty = dutyOf(review.clocks.map((clock) => countClock(clock, calendar)));
      return {
        id: review.id,
        stage: review.stage,
        state: review.closing ?? review.status,
        body: review.body === null ? '' : (organisation.find(review.body)?.name ?? ''),
        requestedAt: review.openedAt,
        clock: duty === null ? null : viewClock(duty, organisation, now),
        readable: true,
      };
    });
    const items = [...lines, ...unreadable(petition, reviews, organisation)];
    return {
      items: items.toSorted((one, other) => one.requestedAt - other.requestedAt),
      request: await requestOf(tx, deps, actor, { petition, rows, organisation, now }),
    };
  });
}

const unreadable = (
  petition: Petition,
  readable: readonly Review[],
  organisation: OrganisationSnapshot,
): ReviewLine[] =>
  petition.reviews
    .filter(({ caseId }) => readable.every(({ id }) => id !== caseId))
    .map(({ caseId, stage, state, body, requestedAt }) => ({
      id: caseId,
      stage,
      state,
      body: body === null ? '' : (organisation.find(body)?.name ?? ''),
      requestedAt,
      clock: null,
      readable: false,
    }));

async function requestOf(
  tx: Tx,
  deps: ReviewDeps,
  actor: StaffActor,
  asked: {
    readonly petition: Petition;
    readonly rows: readonly CaseRow[];
    readonly organisation: OrganisationSnapshot;
    readonly now: number;
  },
): Promise<ReviewsOfPetition['request']> {
  if (!mayRequest(actor, asked.petition)) return null;
  const ground = await findGround(tx, {
    petition: asked.petition,
    rows: asked.rows,
    organisation: asked.organisation,
    calendar: deps.calendar(),
    on: localDateOf(asked.now),
  });
  if (ground.ok) return { allowed: true, reason: null };
  const { refusal } = ground;
  return {
    allowed: false,
    reason: {
      code: refusal.code,
      zh: sentenceOf(refusal, 'zh-CN'),
      en: sentenceOf(refusal, 'en'),
    },
  };
}
