import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDateOf } from '../../kernel/local-date.ts';
import { consumeFeed, createSequencer } from '../../platform/feed/index.ts';
import { createJobs, installJobs } from '../../platform/jobs/index.ts';
import { findDesk } from '../desk/index.ts';
import { deskQuerySchema } from '../desk/contract.ts';
import { staff } from '../petitions/life.test-data.ts';
import {
  endUnit,
  head,
  must,
  openCounty,
  type County,
} from '../petitions/queries/county.test-data.ts';
import { succeedReviews } from './commands/succeed.ts';
import { rebuildReviews, reviewReactions } from './index.ts';
import { reviewJobs } from './jobs.ts';
import { body, city, dayMs, petitioner, reviewSteps } from './review.test-data.ts';

const onError = (error: unknown): never => {
  throw error;
};

let county: County;
let steps: ReturnType<typeof reviewSteps>;

beforeAll(async () => {
  county = await openCounty();
  steps = reviewSteps(county);
}, 60_000);
afterAll(() => county.close());

/** A re-examination that is being examined and for which a hearing was ordered. */
async function heard(): Promise<{ readonly id: string; readonly review: string }> {
  const id = await steps.answered();
  const first = await steps.open(id);
  must(await steps.accept(first, body));
  await steps.decideOn(first, 'county-government', 'upheld');
  const review = await steps.open(id);
  must(await steps.accept(review, city));
  must(await steps.run(city, review, 'orderHearing', { reason: '双方对检测结果争议较大。' }));
  return { id, review };
}

const decision = { outcome: 'upheld', conclusion: '综合以上审查，作出本结论。' } as const;
const draftNow = async (review: string) => {
  const demands = (await steps.view(city, review))?.demands ?? [];
  const points = demands.map(({ id: demandId }) => ({
    demandId,
    finding: 'upheld' as const,
    facts: '高峰时段复测，水压达到标准。',
    basis: '《城市供水条例》第二十二条',
    answer: '原意见认定的事实清楚。',
  }));
  return steps.run(city, review, 'draftDecision', { ...decision, points });
};

describe('a hearing that does not take place', () => {
  test('V-2 called off by the body, it is waited for no longer, and another may be ordered', async () => {
    const { id, review } = await heard();
    expect(await draftNow(review)).toMatchObject({ refusal: { code: 'review-hearing-open' } });
    const { take } = await steps.hearingOf(id);
    await take('cancel', { reason: '双方一致同意不再举行听证。' });
    await steps.react();
    const shown = await steps.view(city, review);
    expect(shown).toMatchObject({ status: 'examining', hearing: null });
    const order = shown?.allowances.find(({ command }) => command === 'orderHearing');
    expect(order?.allowed).toBe(true);
    // The same batch once more changes nothing.
    await steps.react();
    expect((await steps.view(city, review))?.version).toBe(shown?.version);
    must(await draftNow(review));
    expect((await steps.view(city, review))?.clock?.period).toBe('re-examination');
  }, 30_000);

  test('V-2 it goes with a request that is withdrawn or refused, and the petitioner is told', async () => {
    const withdrawn = await heard();
    county.at.now += dayMs;
    must(
      await steps.run(petitioner(withdrawn.id), withdrawn.review, 'withdrawReview', {
        signed: false,
      }),
    );
    expect((await steps.hearingOf(withdrawn.id)).hearing).toMatchObject({ stage: 'cancelled' });
    const refused = await heard();
    must(
      await steps.run(city, refused.review, 'refuseReview', {
        reason: 'not-reviewable',
        explanation: '申请的事项不在原处理意见之内。',
      }),
    );
    expect((await steps.hearingOf(refused.id)).hearing).toMatchObject({ stage: 'convened' });
    const chief = head('city-government');
    const paper = (await steps.view(chief, refused.review))?.papers.at(-1);
    must(await steps.run(chief, refused.review, 'issuePaper', { paperId: paper?.id ?? '' }));
    expect((await steps.hearingOf(refused.id)).hearing).toMatchObject({ stage: 'cancelled' });
    const told = await county.database.db.withActor(
      { actor: 'system:test', units: [], roles: ['system'] },
      'write',
      (tx) =>
        tx.query<{ stream_id: string }>({
          name: 'test.told',
          text: 'SELECT stream_id FROM message WHERE stream_id = ANY ($1::uuid[])',
          values: [[withdrawn.id, refused.id]],
        }),
    );
    expect(new Set(told.map((each) => each.stream_id)).size).toBe(2);
  }, 30_000);
});

describe('a body that is no more', () => {
  const never = new AbortController().signal;
  const waiting = async (unit: string) => {
    const query = deskQuerySchema.parse({ limit: '200' });
    const desk = must(await findDesk(county.deps, staff(unit), query, county.at.now));
    return desk.items.flatMap((line) => (line.case === null ? [] : [line.case.id]));
  };

  test('O-1 its open reviews go to the successor with clock, papers and desk; never to who made the opinion', async () => {
    const id = await steps.answered();
    const review = await steps.open(id);
    must(await steps.accept(review, body));
    const before = await steps.view(body, review);
    await succeedReviews(county.deps, { from: 'county-government', to: 'transport' }, never);
    await steps.react();
    const after = await steps.view(staff('transport'), review);
    expect(after).toMatchObject({ body: { id: 'transport' }, officer: null });
    expect(after?.papers[0]?.issuer.id).toBe('transport');
    expect(after?.clock).toMatchObject({
      holder: { id: 'transport' },
      dueDate: before?.clock?.dueDate,
    });
    expect(await waiting('transport')).toContain(review);
    expect(await waiting('county-government')).not.toContain(review);
    expect((await steps.look(id))?.reviews).toMatchObject([{ body: 'transport' }]);
    await succeedReviews(county.deps, { from: 'county-government', to: 'transport' }, never);
    expect((await steps.view(staff('transport'), review))?.version).toBe(after?.version);

    // Merged into the unit whose opinion is contested: the level above it decides instead.
    await succeedReviews(county.deps, { from: 'transport', to: 'housing' }, never);
    const moved = await steps.view(staff('office'), review);
    expect(moved?.body?.id).not.toBe('housing');
    expect(moved?.body).not.toBeNull();
    expect(await rebuildReviews(county.deps, 'check')).toEqual([]);
  }, 30_000);

  test('O-1 a merger reaches the open reviews through the feed and the worker, once', async () => {
    const review = await steps.open(await steps.answered());
    must(await steps.accept(review, body));
    const settled = await steps.open(await steps.answered());
    must(
      await steps.run(body, settled, 'refuseReview', {
        reason: 'not-reviewable',
        explanation: '申请的事项不在原处理意见之内。',
      }),
    );
    const chief = head('county-government');
    const paper = (await steps.view(chief, settled))?.papers.at(-1);
    const paperId = paper?.id ?? '';
    must(await steps.run(chief, settled, 'issuePaper', { paperId }));
    const servedOn = localDateOf(county.at.now);
    const service = { paperId, way: 'hand', servedOn, proof: '本人签收。' } as const;
    must(await steps.run(body, settled, 'servePaper', service));

    await endUnit(county, 'county-government', 'transport');
    await installJobs(county.database.ownerUrl);
    const jobs = await createJobs({
      url: county.database.appUrl,
      definitions: reviewJobs(() => county.deps),
      onError,
    });
    const sequencer = createSequencer({ db: county.deps.db, onError });
    /** Follows the feed, does the work that it sent, and follows what that work wrote. */
    const drain = async (consumer: string): Promise<void> => {
      const reactions = consumeFeed({
        db: county.deps.db,
        consumers: { [consumer]: reviewReactions(county.deps, jobs) },
        onError,
      });
      for (let round = 0; round < 2; round += 1) {
        while ((await sequencer.step()) > 0);
        while ((await reactions.step()) > 0);
        await jobs.runDue();
      }
    };
    try {
      await drain('test.review-succession');
      const moved = await steps.view(staff('transport'), review);
      expect(moved).toMatchObject({ status: 'examining', body: { id: 'transport' } });
      expect(await waiting('transport')).toContain(review);
      expect(await waiting('county-government')).not.toContain(review);
      // What is over and served stays with whoever decided it.
      expect((await steps.view(chief, settled))?.body?.id).toBe('county-government');
      // The same events once more, to a consumer that has seen none of them.
      await drain('test.review-succession-again');
      expect((await steps.view(staff('transport'), review))?.version).toBe(moved?.version);
      expect(await rebuildReviews(county.deps, 'check')).toEqual([]);
    } finally {
      await jobs.stop();
    }
  }, 60_000);
});
