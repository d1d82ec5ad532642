import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, localDateOf } from '../../kernel/local-date.ts';
import { displayPetitionNumber } from '../../kernel/petition-number.ts';
import { deskSummary, findDesk } from '../desk/index.ts';
import { deskQuerySchema } from '../desk/contract.ts';
import { openPaperDocument, parsePractice } from '../petitions/index.ts';
import { staff } from '../petitions/life.test-data.ts';
import { must, openCounty, type County } from '../petitions/queries/county.test-data.ts';
import { explainReviewClock, findReviewChoice, openPublicReview, openReviewView } from './index.ts';
import { body, city, dayMs, petitioner, reviewSteps } from './review.test-data.ts';

let county: County;
let steps: ReturnType<typeof reviewSteps>;

beforeAll(async () => {
  county = await openCounty();
  steps = reviewSteps(county);
}, 60_000);
afterAll(() => county.close());

describe('a petition through all three stages', () => {
  test('V-1 asked for with the code, sent back, handled again; V-2 a hearing stops the clock for its days; V-3 the procedure ends', async () => {
    const id = await steps.answered();
    const choice = must(await findReviewChoice(county.deps, petitioner(id), id, county.at.now));
    expect(choice).toMatchObject({ stage: 'review', late: false });
    expect(choice.bodies.map((each) => each.id)).toEqual(['county-government']);

    const first = await steps.open(id);
    // Twice for the same opinion is refused while it is under way.
    expect(await steps.ask(id)).toMatchObject({ ok: false, refusal: { code: 'review-pending' } });
    expect((await steps.look(id))?.reviews).toMatchObject([{ stage: 'review', state: 'pending' }]);

    // It waits on the body's desk, and only there, with a link to the record.
    const desk = must(await findDesk(county.deps, body, deskQuerySchema.parse({}), county.at.now));
    expect(desk.items.map((line) => line.case)).toEqual([{ kind: 'review', id: first }]);
    expect(desk.items[0]).toMatchObject({ id, tasks: ['review-accept'] });
    expect((await deskSummary(county.deps, body, county.at.now)).byTask['review-accept']).toBe(1);
    expect(await openReviewView(county.deps, staff('transport'), first, county.at.now)).toBeNull();

    must(await steps.accept(first, body));
    await steps.decideOn(first, 'county-government', 'handle-again');
    expect(await steps.look(id)).toMatchObject({
      status: 'handling',
      round: 2,
      roundReason: 'review',
      reviews: [{ state: 'handle-again' }],
    });
    expect((await steps.look(id))?.clocks.some((clock) => clock.key === 'handling#2')).toBe(true);

    // V-1: the same opinion on the same facts is refused; with what is new it may be given.
    await expect(steps.answer(id)).rejects.toThrow('opinion-unchanged');
    await steps.answer(id, '高峰时段复测三次，结果附后。');

    const second = await steps.open(id);
    must(await steps.accept(second, body));
    await steps.decideOn(second, 'county-government', 'upheld');
    const shown = await openPublicReview(county.deps, id, second);
    expect(shown).toMatchObject({ closing: 'upheld', mayWithdraw: false });
    expect(shown?.nextUntil).not.toBeNull();
    expect(shown?.papers.map(({ kind }) => kind)).toContain('review-opinion');

    const third = await steps.open(id);
    const asked = await openReviewView(county.deps, city, third, county.at.now);
    expect(asked).toMatchObject({ stage: 're-examination', body: { id: 'city-government' } });
    must(await steps.accept(third, city));
    const due = async () =>
      (await openReviewView(county.deps, city, third, county.at.now))?.clock?.dueDate ?? '';
    const before = await due();
    must(await steps.run(city, third, 'orderHearing', { reason: '双方对检测结果争议较大。' }));
    county.at.now += dayMs;
    const { from, to } = await steps.hold(id);
    const explained = await explainReviewClock(
      county.deps,
      city,
      third,
      're-examination',
      county.at.now,
    );
    const paused = (explained?.days ?? []).filter(({ reason }) => reason === 'pause');
    expect(paused.map(({ date }) => date)).toEqual([from, to]);
    // The same batch once more changes nothing.
    const { version } = (await openReviewView(county.deps, city, third, county.at.now)) ?? {};
    await steps.react();
    expect(await openReviewView(county.deps, city, third, county.at.now)).toMatchObject({
      version,
    });
    expect((await due()) >= addDays(localDateOf(Date.parse(before)), 2)).toBe(true);
    await steps.decideOn(third, 'city-government', 'upheld');

    expect((await steps.look(id))?.procedureEndedAt).not.toBeNull();
    expect(await steps.ask(id)).toMatchObject({ ok: false, refusal: { code: 'procedure-ended' } });

    // V-3: the same facts and reasons meet “no longer accepted”; new facts are a new petition.
    const again = await county.register();
    await county.run(staff('office'), again.id, 'noLongerAccept', {
      reason: 'procedure-ended',
      explanation: '同一事实和理由，复核已经终结。',
      endedPetition: id,
    });
    const notice = await steps.look(again.id);
    const paperId = notice?.papers.find(({ kind }) => kind === 'no-longer-accepted')?.id ?? '';
    const told = await openPaperDocument(county.deps, staff('office'), again.id, paperId);
    // The paper names what ended it, so that the petitioner can look it up.
    const earlier = displayPetitionNumber((await steps.look(id))?.number ?? '');
    expect(JSON.stringify(told?.document)).toContain(`原信访事项登记编号：${earlier}`);
    expect(JSON.stringify(told?.document)).toContain('由city-government于');
    const other = await county.register();
    await expect(
      county.run(staff('office'), other.id, 'noLongerAccept', {
        reason: 'procedure-ended',
        explanation: '同一事实和理由，复核已经终结。',
        endedPetition: again.id,
      }),
    ).rejects.toThrow('procedure-not-ended');
  }, 60_000);
});

test('V-1 where the office has no such rule, the same answer on the same facts may be given again', async () => {
  const id = await steps.answered();
  const review = await steps.open(id);
  must(await steps.accept(review, body));
  await steps.decideOn(review, 'county-government', 'handle-again');
  await expect(steps.answer(id)).rejects.toThrow('opinion-unchanged');
  const practice = parsePractice({
    sameAnswer: { rule: 'allowed', source: '本县未作规定', certainty: 'seen' },
  });
  Object.assign(county.deps, { practice });
  await steps.answer(id);
  Object.assign(county.deps, { practice: undefined });
  expect((await steps.look(id))?.status).toBe('concluded');
}, 30_000);
