import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../platform/vault/index.ts';
import { deskSummary, findDesk } from '../desk/index.ts';
import { deskQuerySchema } from '../desk/contract.ts';
import { runSystemCommand, systemActor } from '../petitions/index.ts';
import { staff } from '../petitions/life.test-data.ts';
import { must, openCounty, type County } from '../petitions/queries/county.test-data.ts';
import { findReviewsOfPetition, rebuildReviews } from './index.ts';
import { body, reviewSteps } from './review.test-data.ts';

let county: County;
let steps: ReturnType<typeof reviewSteps>;

beforeAll(async () => {
  county = await openCounty();
  steps = reviewSteps(county);
}, 60_000);
afterAll(() => county.close());

const roles = ['accusation-officer', 'case-officer'] as const;
/** Named when the purpose is changed: whoever reads that it is an accusation goes on seeing it. */
const named = { ...staff('office'), roles };

test('L-5 a petition that becomes an accusation takes the readers of its reviews with it, and back', async () => {
  const id = await steps.answered();
  const review = await steps.open(id);
  must(await steps.accept(review, body));
  // Handled once more from the beginning, so that its purpose may be looked at again.
  must(
    await runSystemCommand(
      county.deps,
      id,
      { type: 'openRound', reason: 'contest', at: 'triage', caseId: null, note: null },
      { actor: systemActor('contest'), commandId: newId() },
    ),
  );
  const classify = (purpose: 'accusation' | 'appeal') =>
    county.run(named, id, 'classify', {
      purpose,
      category: null,
      urgency: 'ordinary',
      regionCode: '430121',
      accusedUnits: [],
    });
  const onDesk = async (actor: typeof body) => {
    const query = deskQuerySchema.parse({ limit: '200' });
    const desk = must(await findDesk(county.deps, actor, query, county.at.now));
    return desk.items.some((line) => line.case?.id === review);
  };
  const count = async (actor: typeof body) =>
    (await deskSummary(county.deps, actor, county.at.now)).byTask.review ?? 0;
  const listed = async (actor: typeof body) =>
    (await findReviewsOfPetition(county.deps, actor, id, county.at.now))?.items.length ?? null;
  /** What row-level security alone lets a reader see of the record and of what waits in it. */
  const behindTheFence = (actor: typeof body) =>
    county.database.db.withActor(
      { actor: `staff:${actor.userId}`, units: actor.readingUnits, roles: [...actor.roles] },
      'read',
      async (tx) => {
        const rows = await tx.query<{ n: number }>({
          name: 'test.fence',
          text: `SELECT (SELECT count(*) FROM case_record WHERE stream_id = $1)::int
                      + (SELECT count(*) FROM case_item WHERE case_id = $1)::int AS n`,
          values: [review],
        });
        return rows[0]?.n;
      },
    );
  expect([await onDesk(body), await count(body), await behindTheFence(body)]).toEqual([true, 1, 2]);

  await classify('accusation');
  expect(await steps.view(body, review)).toBeNull();
  expect([await onDesk(body), await count(body), await behindTheFence(body)]).toEqual([
    false,
    0,
    0,
  ]);
  expect(await listed(body)).toBeNull();
  expect(
    await steps.run(body, review, 'recordInquiry', {
      record: '调阅原卷宗，到现场查看。',
      heldOn: steps.today(),
    }),
  ).toMatchObject({ refusal: { code: 'not-found' } });
  // A colleague of the named handler, of the same unit and posts, sees as little.
  const colleague = { ...named, userId: 'office-other' };
  expect(await steps.view(colleague, review)).toBeNull();
  expect(await behindTheFence(colleague)).toBe(0);
  expect(await steps.view(named, review)).toMatchObject({ id: review, status: 'examining' });
  expect(await listed(named)).toBe(1);
  expect(await rebuildReviews(county.deps, 'check')).toEqual([]);

  await classify('appeal');
  expect(await steps.view(body, review)).toMatchObject({ id: review });
  expect([await onDesk(body), await count(body), await behindTheFence(body)]).toEqual([true, 1, 2]);
  expect(await steps.view(colleague, review)).toMatchObject({ id: review });
  expect(await rebuildReviews(county.deps, 'check')).toEqual([]);
}, 30_000);
