import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../platform/database/index.ts';
import { newId } from '../../platform/vault/index.ts';
import { openPaperDocument, stageUpload } from '../petitions/index.ts';
import { staff } from '../petitions/life.test-data.ts';
import { head, must, openCounty, type County } from '../petitions/queries/county.test-data.ts';
import {
  carryReview,
  findReviewsOfPetition,
  openReviewFile,
  openReviewPaper,
  openReviewView,
  requestReview,
  runReviewCommand,
} from './index.ts';
import { body, dayMs, petitioner, reviewSteps } from './review.test-data.ts';

let county: County;
let steps: ReturnType<typeof reviewSteps>;

beforeAll(async () => {
  county = await openCounty();
  steps = reviewSteps(county);
}, 60_000);
afterAll(() => county.close());

describe('rules at the door', () => {
  test('V-1 late requests are taken in and decided with a reason, a refusal leaves on paper', async () => {
    const id = await steps.answered();
    const at = county.at.now;
    county.at.now += 40 * dayMs;
    expect(await steps.ask(id)).toMatchObject({
      ok: false,
      refusal: { code: 'explanation-required', field: 'lateReason' },
    });
    const review = await steps.open(id, { lateReason: '在外地住院，有住院证明。' });
    const view = await openReviewView(county.deps, body, review, county.at.now);
    expect(view).toMatchObject({ status: 'late', next: 'decideLateness' });
    must(
      await steps.run(body, review, 'decideLateness', {
        admitted: false,
        reason: '住院时间不在申请期限之内。',
      }),
    );
    const drafted = await openReviewView(county.deps, head('county-government'), review, at);
    const paperId = drafted?.papers[0]?.id ?? '';
    must(await steps.run(head('county-government'), review, 'issuePaper', { paperId }));
    expect((await steps.look(id))?.reviews).toMatchObject([{ state: 'refused' }]);
    const document = await openReviewPaper(county.deps, body, review, paperId);
    expect(JSON.stringify(document)).toContain('超过了规定的期限');

    // P-19: asked again, somebody else looks at it.
    const again = await steps.open(id, { lateReason: '住院至上周，另附出院记录。' });
    const input = { admitted: true, reason: '出院记录可以证明。' } as const;
    expect(await steps.run(body, again, 'decideLateness', input)).toMatchObject({
      refusal: { code: 'review-person-conflict' },
    });
    const other = staff('county-government', 'county-government-other');
    must(await steps.run(other, again, 'decideLateness', input));
    county.at.now = at;
  });

  test('V-1 never the people that decided before: conflict has its own reason', async () => {
    const id = await steps.answered();
    const review = await steps.open(id);
    const same = { ...body, userId: 'housing-officer' };
    expect(await steps.accept(review, same)).toMatchObject({
      ok: false,
      refusal: { code: 'review-person-conflict' },
    });
  });

  test('V-1 only the petitioner takes a request back, and may ask again in time', async () => {
    const id = await steps.answered();
    const review = await steps.open(id);
    expect(
      await steps.run(staff('office'), review, 'withdrawReview', { signed: false }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'withdrawal-own' },
    });
    must(await steps.run(petitioner(id), review, 'withdrawReview', { signed: false }));
    expect((await steps.look(id))?.reviews).toMatchObject([{ state: 'withdrawn' }]);
    expect((await steps.ask(id)).ok).toBe(true);
  });

  test('V-1 two clerks at once: one request is taken in, the other is told', async () => {
    const id = await steps.answered();
    const both = await Promise.all([steps.ask(id), steps.ask(id)]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(both.find((each) => !each.ok)).toMatchObject({ refusal: { code: 'review-pending' } });
  });

  test('V-1 two heads decide on the same draft at once: one seal, the other is told', async () => {
    const review = await steps.open(await steps.answered());
    must(await steps.accept(review, body));
    const paperId = await steps.draft(review, 'county-government', 'upheld');
    const expectedVersion = (await steps.view(body, review))?.version ?? 0;
    const chief = head('county-government');
    const other = { ...chief, userId: 'county-government-deputy' };
    const issue = (actor: typeof chief) =>
      runReviewCommand(
        county.deps,
        review,
        'issuePaper',
        { paperId },
        {
          actor,
          commandId: newId(),
          expectedVersion,
        },
      );
    const both = await Promise.all([issue(chief), issue(other)]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(both.find((each) => !each.ok)).toMatchObject({ refusal: { code: 'version-conflict' } });
    const shown = await steps.view(body, review);
    expect(shown?.status).toBe('issued');
    expect(shown?.timeline.filter(({ type }) => type === 'PaperSealed')).toHaveLength(1);
  });

  test('V-1 an opinion names the bodies that the form offers, not simply the level above', async () => {
    Object.assign(county.deps, { reviewBodies: () => Promise.resolve(['city-office']) });
    const id = await steps.answered();
    Object.assign(county.deps, { reviewBodies: undefined });
    const paperId = (await steps.look(id))?.papers.find(({ kind }) => kind === 'opinion')?.id ?? '';
    const opened = await openPaperDocument(county.deps, staff('housing'), id, paperId);
    expect(JSON.stringify(opened?.document)).toContain('向city-office请求复查');
  });

  test('V-1 nothing is reviewed before an opinion was served', async () => {
    const { id } = await county.register();
    expect(await steps.ask(id)).toMatchObject({ ok: false, refusal: { code: 'review-nothing' } });
  });
});

describe('what a petition shows of its reviews', () => {
  const photograph = {
    name: '高峰时段水压.png',
    mediaType: 'image/png',
    ext: 'png',
    bytes: Buffer.from('iVBORw0KGgo=', 'base64'),
  };

  test('V-1 a clerk registers a letter with its scan; who decides opens it, each look leaves a trace (L-4)', async () => {
    const id = await steps.answered();
    const clerk = staff('office');
    const owner = `staff:${clerk.userId}`;
    const staged = must(await stageUpload(county.deps, photograph, owner));
    const asked = must(
      await requestReview(
        county.deps,
        { caseId: newId(), petitionId: id },
        {
          channel: 'letter',
          requestedOn: steps.today(),
          grounds: '高峰时段六楼没有水，照片附后。',
          uploads: [staged.id],
        },
        { actor: clerk, commandId: newId(), uploadOwner: owner },
      ),
    );
    must(await carryReview(county.deps, asked.id));
    const [file] = (await steps.view(body, asked.id))?.files ?? [];
    expect(file).toMatchObject({ name: photograph.name, mediaType: 'image/png' });
    const opened = await openReviewFile(county.deps, body, asked.id, file?.id ?? '');
    const chunks: Buffer[] = [];
    for await (const chunk of opened?.content ?? []) chunks.push(chunk);
    expect(Buffer.concat(chunks)).toEqual(photograph.bytes);
    expect(
      await openReviewFile(county.deps, staff('transport'), asked.id, file?.id ?? ''),
    ).toBeNull();
    const looks = await county.database.db.withActor(
      { actor: 'system:test', units: [], roles: ['system'] },
      'read',
      (tx) =>
        run<{ actor: string; what: string }>(tx, {
          name: 'test.looks-at-review',
          text: 'SELECT actor, what FROM access_record WHERE stream_id = $1',
          values: [id],
        }),
    );
    const what = `attachment:${file?.id ?? ''}`;
    expect(looks.filter((look) => look.what === what)).toEqual([
      { actor: `staff:${body.userId}`, what },
    ]);
  });

  test('V-1 a petition lists its reviews with body, state and due day, and says whether the next may be asked for', async () => {
    const id = await steps.answered();
    const list = (unit: string) =>
      findReviewsOfPetition(county.deps, staff(unit), id, county.at.now);
    expect(await list('office')).toMatchObject({ items: [], request: { allowed: true } });
    const review = await steps.open(id);
    const line = { id: review, stage: 'review', state: 'requested', body: 'county-government' };
    for (const unit of ['office', 'housing', 'county-government']) {
      expect((await list(unit))?.items).toMatchObject([{ ...line, readable: true }]);
    }
    const [listed] = (await list('office'))?.items ?? [];
    expect(listed?.clock).toMatchObject({ period: 'review', holder: { id: 'county-government' } });
    expect((await list('office'))?.request).toMatchObject({
      allowed: false,
      reason: { code: 'review-pending' },
    });
    expect(await list('transport')).toBeNull();
    must(await steps.run(petitioner(id), review, 'withdrawReview', { signed: false }));
    expect(await list('office')).toMatchObject({
      items: [{ state: 'withdrawn', clock: null }],
      request: { allowed: true },
    });
  });
});
