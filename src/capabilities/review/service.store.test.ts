import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskQuerySchema, papersQuerySchema, type PaperStep } from '../desk/contract.ts';
import { findDesk } from '../desk/index.ts';
import { findWaitingPapers } from '../desk/queries/waiting-papers.ts';
import { addDays, localDate, localDateOf } from '../../kernel/local-date.ts';
import { head, must, openCounty, type County } from '../petitions/queries/county.test-data.ts';
import {
  completeReviewAnnouncements,
  openReviewView,
  rebuildReviews,
  reviewCasePapers,
  type ReviewInput,
} from './index.ts';
import { body, dayMs, petitioner, reviewSteps } from './review.test-data.ts';

let county: County;
let steps: ReturnType<typeof reviewSteps>;

beforeAll(async () => {
  county = await openCounty();
  steps = reviewSteps(county);
}, 60_000);
afterAll(() => county.close());

describe('how a paper of a review reaches the petitioner', () => {
  /** A review whose opinion is sealed and waits to be served. */
  async function sealed(): Promise<{ readonly review: string; readonly paperId: string }> {
    const review = await steps.open(await steps.answered());
    must(await steps.run(body, review, 'acceptReview', {}));
    const paperId = await steps.draft(review, 'county-government', 'upheld');
    must(await steps.run(head('county-government'), review, 'issuePaper', { paperId }));
    return { review, paperId };
  }
  const serve = (review: string, input: Omit<ReviewInput<'servePaper'>, 'servedOn'>) =>
    steps.run(body, review, 'servePaper', { servedOn: steps.today(), ...input });
  const never = new AbortController().signal;

  test('G-2 each way needs its own proof: a postal number, a witness, a place', async () => {
    for (const [way, code, given] of [
      ['post', 'service-mail-number', { mailNumber: 'XA12345678943' }],
      ['left', 'service-witness', { witness: '社区工作人员', proof: '拒绝签收，留置住所。' }],
    ] as const) {
      const { review, paperId } = await sealed();
      expect(await serve(review, { paperId, way })).toMatchObject({ refusal: { code } });
      must(await serve(review, { paperId, way, ...given }));
    }
  });

  test('G-2 an announced opinion counts as served on the last day, and the next window opens then', async () => {
    const before = county.at.now;
    const { review, paperId } = await sealed();
    const announced = steps.today();
    const way = 'announcement';
    expect(await serve(review, { paperId, way })).toMatchObject({
      refusal: { code: 'service-place' },
    });
    must(await serve(review, { paperId, way, place: '甲县人民政府网站', proof: '两次邮寄退回。' }));
    county.at.now = before + 29 * dayMs;
    await completeReviewAnnouncements(county.deps, county.at.now, never);
    const opinion = async () =>
      (await openReviewView(county.deps, body, review, county.at.now))?.papers.find(
        ({ id }) => id === paperId,
      );
    expect((await opinion())?.stage).toBe('sealed');
    county.at.now = before + 40 * dayMs;
    await completeReviewAnnouncements(county.deps, county.at.now, never);
    const last = addDays(localDate(announced), 30);
    const served = await opinion();
    expect(served?.stage).toBe('served');
    expect(localDateOf(served?.servedAt ?? 0)).toBe(last);
    const view = await openReviewView(county.deps, body, review, county.at.now);
    const window = view?.clocks.find(({ period }) => period === 're-examination-request');
    expect(localDateOf(window?.startedAt ?? 0)).toBe(last);
    const version = view?.version;
    await completeReviewAnnouncements(county.deps, county.at.now, never);
    expect((await openReviewView(county.deps, body, review, county.at.now))?.version).toBe(version);
    county.at.now = before;
  });
});

describe('papers of reviews among those of petitions', () => {
  const waiting = async (actor: typeof body, step: PaperStep) => {
    const query = papersQuerySchema.parse({ step, limit: '50' });
    const page = must(await findWaitingPapers(deps(), actor, query, county.at.now));
    return page.items.filter(({ petition }) => petition.case?.kind === 'review');
  };
  const deps = () => ({
    ...county.deps,
    casePapers: (kind: string) => (kind === 'review' ? reviewCasePapers(county.deps) : undefined),
  });

  test('P-4a drafted, issued and served from the lists, each step by whoever may take it', async () => {
    const review = await steps.open(await steps.answered());
    must(await steps.accept(review, body));
    const paperId = await steps.draft(review, 'county-government', 'upheld');
    const chief = head('county-government');
    const here = (items: Awaited<ReturnType<typeof waiting>>) =>
      items.filter(({ petition }) => petition.case?.id === review).map(({ paper }) => paper.kind);
    // Nobody approves what they drafted.
    expect(here(await waiting(body, 'issuePaper'))).toEqual([]);
    expect(here(await waiting(chief, 'issuePaper'))).toEqual([
      'review-acceptance',
      'review-opinion',
    ]);
    const take = reviewCasePapers(county.deps).take;
    must(await take(chief, review, { step: 'issuePaper', paperId }));
    expect(await take(chief, review, { step: 'issuePaper', paperId })).toMatchObject({ ok: false });
    expect(here(await waiting(chief, 'sealPaper'))).not.toContain('review-opinion');
    expect(here(await waiting(body, 'servePaper'))).toEqual(['review-opinion']);
    const service = { step: 'servePaper', paperId, servedOn: steps.today() } as const;
    expect(await take(body, review, { ...service, way: 'not-servable' })).toMatchObject({
      ok: false,
    });
    must(await take(body, review, { ...service, way: 'hand', proof: '本人签收，回证归档。' }));
    expect((await steps.view(body, review))?.closing).toBe('upheld');
    // Whoever reads along steps on nothing.
    expect(here(await waiting(head('office'), 'issuePaper'))).toEqual([]);
  });
});

describe('a notice of acceptance that was never issued', () => {
  const chief = head('county-government');
  /** An accepted review whose notice still waits to be checked, and that notice. */
  async function accepted(): Promise<{ readonly review: string; readonly notice: string }> {
    const review = await steps.open(await steps.answered());
    must(await steps.accept(review, body));
    const shown = await steps.view(chief, review);
    expect(shown?.papers).toMatchObject([{ kind: 'review-acceptance', stage: 'drafted' }]);
    return { review, notice: shown?.papers[0]?.id ?? '' };
  }
  const tasksOf = async (review: string) => {
    const query = deskQuerySchema.parse({ limit: '200' });
    const desk = must(await findDesk(county.deps, chief, query, county.at.now));
    return desk.items.filter((line) => line.case?.id === review).flatMap(({ tasks }) => tasks);
  };

  test('P-15 P-4a decided, it waits for nobody and cannot go out any more', async () => {
    const { review, notice } = await accepted();
    expect(await tasksOf(review)).toContain('paper-approval');
    const paperId = await steps.draft(review, 'county-government', 'upheld');
    must(await steps.run(chief, review, 'issuePaper', { paperId }));
    // The opinion itself goes on to its service.
    expect(await tasksOf(review)).toEqual(['paper-serve']);
    expect((await steps.view(chief, review))?.papers).toMatchObject([
      { kind: 'review-acceptance', stage: 'void', steps: [] },
      { kind: 'review-opinion', stage: 'sealed' },
    ]);
    expect(await steps.run(chief, review, 'issuePaper', { paperId: notice })).toMatchObject({
      refusal: { code: 'paper-stage' },
    });
  });

  test('P-15 withdrawn by the petitioner, nothing of the review waits any more', async () => {
    const { review } = await accepted();
    const petition = (await steps.view(chief, review))?.petition.id ?? '';
    must(await steps.run(petitioner(petition), review, 'withdrawReview', { signed: false }));
    expect(await tasksOf(review)).toEqual([]);
    expect((await steps.view(chief, review))?.papers).toMatchObject([{ stage: 'void' }]);
  });

  test('one that went out stays what it is, and is still served', async () => {
    const { review, notice } = await accepted();
    must(await steps.run(chief, review, 'issuePaper', { paperId: notice }));
    const paperId = await steps.draft(review, 'county-government', 'upheld');
    must(await steps.run(chief, review, 'issuePaper', { paperId }));
    expect((await steps.view(chief, review))?.papers).toMatchObject([
      { kind: 'review-acceptance', stage: 'sealed' },
      { kind: 'review-opinion', stage: 'sealed' },
    ]);
    expect(await rebuildReviews(county.deps, 'check')).toEqual([]);
  });
});
