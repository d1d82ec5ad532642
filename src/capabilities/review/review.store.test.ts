import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, localDate, localDateOf } from '../../kernel/local-date.ts';
import type { Actor } from '../../kernel/actor.ts';
import { withClient } from '../../platform/database/cluster-database.ts';
import { run as runSql } from '../../platform/database/index.ts';
import { newId } from '../../platform/vault/index.ts';
import { deskSummary, findDesk } from '../desk/index.ts';
import { deskQuerySchema } from '../desk/contract.ts';
import { listMember, listOfPetition, stepProceeding } from '../hearings-mediation/index.ts';
import type { NewMember, StepInput, StepType } from '../hearings-mediation/contract.ts';
import { openPaperDocument, openPetitionView } from '../petitions/index.ts';
import { staff } from '../petitions/life.test-data.ts';
import { head, must, openCounty, type County } from '../petitions/queries/county.test-data.ts';
import {
  addReviewBody,
  carryReview,
  completeReviewAnnouncements,
  endReviewBody,
  explainReviewClock,
  findReviewChoice,
  openPublicReview,
  openReviewPaper,
  openReviewView,
  rebuildReviews,
  requestReview,
  reviewReactions,
  runReviewCommand,
  type ReviewInput,
  type ReviewInputType,
} from './index.ts';

let county: County;
const day = 24 * 3_600_000;
const body = staff('county-government');
const city = staff('city-government');

beforeAll(async () => {
  county = await openCounty();
}, 60_000);
afterAll(() => county.close());

const today = (): string => localDateOf(county.at.now);
const petitioner = (petitionId: string): Actor => ({ kind: 'petitioner', petitionId });

async function answered(): Promise<string> {
  const { id } = await county.register();
  await county.run(staff('office'), id, 'refer', { to: 'housing' });
  await county.run(staff('housing'), id, 'accept', {});
  await answer(id);
  return id;
}

async function answer(id: string, changed?: string): Promise<void> {
  const view = await openPetitionView(county.deps, staff('housing'), id, county.at.now);
  await county.run(staff('housing'), id, 'draftOpinion', {
    demands: (view?.demands ?? []).map((demand) => ({
      demandId: demand.id,
      outcome: 'not-supported' as const,
      facts: '经现场核查，水压符合标准。',
      basis: '《城市供水条例》第二十二条',
      answer: '不予支持，理由已当面说明。',
    })),
    ...(changed === undefined ? {} : { changed }),
  });
  const drafted = await openPetitionView(county.deps, head('housing'), id, county.at.now);
  const paperId =
    drafted?.papers.findLast(({ kind, stage }) => kind === 'opinion' && stage === 'drafted')?.id ??
    '';
  await county.run(head('housing'), id, 'issuePaper', { paperId });
  await county.run(staff('housing'), id, 'servePaper', {
    paperId,
    way: 'hand',
    servedOn: today(),
    proof: '本人签收，回证归档。',
  });
}

const ask = (id: string, more: object = {}) =>
  requestReview(
    county.deps,
    { caseId: newId(), petitionId: id },
    { grounds: '水压检测时间不对，高峰时六楼没有水。', uploads: [], ...more },
    { actor: petitioner(id), commandId: newId() },
  );

const run = async <T extends ReviewInputType>(
  actor: Actor,
  reviewId: string,
  type: T,
  input: ReviewInput<T>,
) => {
  const done = await runReviewCommand(county.deps, reviewId, type, input, {
    actor,
    commandId: newId(),
  });
  must(await carryReview(county.deps, reviewId));
  return done;
};

const open = async (id: string, more: object = {}): Promise<string> => {
  const asked = must(await ask(id, more));
  must(await carryReview(county.deps, asked.id));
  return asked.id;
};

async function decideOn(
  reviewId: string,
  unit: 'county-government' | 'city-government',
  finding: 'upheld' | 'changed' | 'handle-again',
): Promise<void> {
  const actor = staff(unit);
  const view = await openReviewView(county.deps, actor, reviewId, county.at.now);
  must(
    await run(actor, reviewId, 'draftDecision', {
      outcome: finding,
      points: (view?.demands ?? []).map((demand) => ({
        demandId: demand.id,
        finding,
        facts: '高峰时段复测，六楼以上水压不足。',
        basis: '《城市供水条例》第二十二条',
        answer: '原意见认定的事实需要重新查清。',
      })),
      conclusion: '综合以上审查，作出本结论。',
    }),
  );
  const drafted = await openReviewView(county.deps, head(unit), reviewId, county.at.now);
  const paper = drafted?.papers.findLast(({ kind }) => kind.endsWith('opinion'));
  const paperId = paper?.id ?? '';
  must(await run(head(unit), reviewId, 'issuePaper', { paperId }));
  must(
    await run(actor, reviewId, 'servePaper', {
      paperId,
      way: 'hand',
      servedOn: today(),
      proof: '本人签收，回证归档。',
    }),
  );
}

/** Everything that was ever recorded, as the feed brings it. */
async function react(): Promise<void> {
  const entries = await county.database.db.withActor(
    { actor: 'system:test', units: [], roles: ['system'] },
    'read',
    (tx) =>
      runSql<{ stream_id: string; seq: number }>(tx, {
        name: 'test.all-events',
        text: 'SELECT stream_id, seq FROM event ORDER BY at, stream_id, seq',
        values: [],
      }),
  );
  await reviewReactions(county.deps)(
    entries.map(({ stream_id: streamId, seq }, place) => ({ streamId, seq, leafIndex: place })),
  );
}

/** The body holds the hearing that its order has convened, on two days. */
async function hold(petitionId: string): Promise<{ readonly from: string; readonly to: string }> {
  const listed = await listOfPetition(county.deps, city, petitionId);
  const [hearing] = listed?.items ?? [];
  expect(hearing).toMatchObject({ kind: 'hearing', unit: { id: 'city-government' } });
  const place = { petitionId, id: hearing?.id ?? '' };
  const take = async <T extends StepType<'hearing'>>(type: T, input: StepInput<'hearing', T>) => {
    const options = { actor: city, commandId: newId() };
    must(await stepProceeding(county.deps, place, 'hearing', type, input, options));
  };
  for (const name of ['甲', '乙', '丙']) {
    const member: NewMember = {
      name,
      kinds: ['deputy'],
      profession: '',
      regionCode: '430121',
      from: '2025-01-01',
    };
    must(
      await listMember(county.deps, member, { actor: staff('city-office'), commandKey: newId() }),
    );
  }
  const [from, to] = [today(), addDays(localDateOf(county.at.now), 1)];
  await take('drawPanel', { seats: 3, kinds: [], region: 'any', professions: [] });
  await take('schedule', { date: from, time: '09:30', mode: 'room', place: '三楼听证室' });
  await take('waiveNotice', { on: from, proof: '各方当场签署的同意书，存卷。' });
  await take('draftNotice', {});
  await take('open', {});
  county.at.now += 2 * day;
  await take('close', { days: [from, to], came: [], record: '各方陈述意见，出示检测报告。' });
  await react();
  return { from, to };
}

const accept = (reviewId: string, actor: typeof body) => run(actor, reviewId, 'acceptReview', {});
const look = (id: string) => openPetitionView(county.deps, staff('office'), id, county.at.now);

describe('a petition through all three stages', () => {
  test('V-1 asked for with the code, sent back, handled again; V-2 a hearing stops the clock for its days; V-3 the procedure ends', async () => {
    const id = await answered();
    const choice = must(await findReviewChoice(county.deps, petitioner(id), id, county.at.now));
    expect(choice).toMatchObject({ stage: 'review', late: false });
    expect(choice.bodies.map((each) => each.id)).toEqual(['county-government']);

    const first = await open(id);
    // Twice for the same opinion is refused while it is under way.
    expect(await ask(id)).toMatchObject({ ok: false, refusal: { code: 'review-pending' } });
    expect((await look(id))?.reviews).toMatchObject([{ stage: 'review', state: 'pending' }]);

    // It waits on the body's desk, and only there, with a link to the record.
    const desk = must(await findDesk(county.deps, body, deskQuerySchema.parse({}), county.at.now));
    expect(desk.items.map((line) => line.case)).toEqual([{ kind: 'review', id: first }]);
    expect(desk.items[0]).toMatchObject({ id, tasks: ['review-accept'] });
    expect((await deskSummary(county.deps, body, county.at.now)).byTask['review-accept']).toBe(1);
    expect(await openReviewView(county.deps, staff('transport'), first, county.at.now)).toBeNull();

    must(await accept(first, body));
    await decideOn(first, 'county-government', 'handle-again');
    expect(await look(id)).toMatchObject({
      status: 'handling',
      round: 2,
      roundReason: 'review',
      reviews: [{ state: 'handle-again' }],
    });
    expect((await look(id))?.clocks.some((clock) => clock.key === 'handling#2')).toBe(true);

    // V-1: the same opinion on the same facts is refused; with what is new it may be given.
    await expect(answer(id)).rejects.toThrow('opinion-unchanged');
    await answer(id, '高峰时段复测三次，结果附后。');

    const second = await open(id);
    must(await accept(second, body));
    await decideOn(second, 'county-government', 'upheld');
    const shown = await openPublicReview(county.deps, id, second);
    expect(shown).toMatchObject({ closing: 'upheld', mayWithdraw: false });
    expect(shown?.nextUntil).not.toBeNull();
    expect(shown?.papers.map(({ kind }) => kind)).toContain('review-opinion');

    const third = await open(id);
    const asked = await openReviewView(county.deps, city, third, county.at.now);
    expect(asked).toMatchObject({ stage: 're-examination', body: { id: 'city-government' } });
    must(await accept(third, city));
    const due = async () =>
      (await openReviewView(county.deps, city, third, county.at.now))?.clock?.dueDate ?? '';
    const before = await due();
    must(await run(city, third, 'orderHearing', { reason: '双方对检测结果争议较大。' }));
    county.at.now += day;
    const { from, to } = await hold(id);
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
    await react();
    expect(await openReviewView(county.deps, city, third, county.at.now)).toMatchObject({
      version,
    });
    expect((await due()) >= addDays(localDateOf(Date.parse(before)), 2)).toBe(true);
    await decideOn(third, 'city-government', 'upheld');

    expect((await look(id))?.procedureEndedAt).not.toBeNull();
    expect(await ask(id)).toMatchObject({ ok: false, refusal: { code: 'procedure-ended' } });

    // V-3: the same facts and reasons meet “no longer accepted”; new facts are a new petition.
    const again = await county.register();
    await county.run(staff('office'), again.id, 'noLongerAccept', {
      reason: 'procedure-ended',
      explanation: '同一事实和理由，复核已经终结。',
      endedPetition: id,
    });
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

describe('rules at the door', () => {
  test('V-1 late requests are taken in and decided with a reason, a refusal leaves on paper', async () => {
    const id = await answered();
    const at = county.at.now;
    county.at.now += 40 * day;
    expect(await ask(id)).toMatchObject({
      ok: false,
      refusal: { code: 'explanation-required', field: 'lateReason' },
    });
    const review = await open(id, { lateReason: '在外地住院，有住院证明。' });
    const view = await openReviewView(county.deps, body, review, county.at.now);
    expect(view).toMatchObject({ status: 'late', next: 'decideLateness' });
    must(
      await run(body, review, 'decideLateness', {
        admitted: false,
        reason: '住院时间不在申请期限之内。',
      }),
    );
    const drafted = await openReviewView(county.deps, head('county-government'), review, at);
    const paperId = drafted?.papers[0]?.id ?? '';
    must(await run(head('county-government'), review, 'issuePaper', { paperId }));
    expect((await look(id))?.reviews).toMatchObject([{ state: 'refused' }]);
    const document = await openReviewPaper(county.deps, body, review, paperId);
    expect(JSON.stringify(document)).toContain('超过了规定的期限');
    county.at.now = at;
  });

  test('V-1 never the people that decided before: conflict has its own reason', async () => {
    const id = await answered();
    const review = await open(id);
    const same = { ...body, userId: 'housing-officer' };
    expect(await accept(review, same)).toMatchObject({
      ok: false,
      refusal: { code: 'review-person-conflict' },
    });
  });

  test('V-1 only the petitioner takes a request back, and may ask again in time', async () => {
    const id = await answered();
    const review = await open(id);
    expect(await run(staff('office'), review, 'withdrawReview', { signed: false })).toMatchObject({
      ok: false,
      refusal: { code: 'withdrawal-own' },
    });
    must(await run(petitioner(id), review, 'withdrawReview', { signed: false }));
    expect((await look(id))?.reviews).toMatchObject([{ state: 'withdrawn' }]);
    expect((await ask(id)).ok).toBe(true);
  });

  test('V-1 two clerks at once: one request is taken in, the other is told', async () => {
    const id = await answered();
    const both = await Promise.all([ask(id), ask(id)]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(both.find((each) => !each.ok)).toMatchObject({ refusal: { code: 'review-pending' } });
  });

  test('V-1 an opinion names the bodies that the form offers, not simply the level above', async () => {
    Object.assign(county.deps, { reviewBodies: () => Promise.resolve(['city-office']) });
    const id = await answered();
    Object.assign(county.deps, { reviewBodies: undefined });
    const paperId = (await look(id))?.papers.find(({ kind }) => kind === 'opinion')?.id ?? '';
    const opened = await openPaperDocument(county.deps, staff('housing'), id, paperId);
    expect(JSON.stringify(opened?.document)).toContain('向city-office请求复查');
  });

  test('V-1 nothing is reviewed before an opinion was served', async () => {
    const { id } = await county.register();
    expect(await ask(id)).toMatchObject({ ok: false, refusal: { code: 'review-nothing' } });
  });
});

describe('how a paper of a review reaches the petitioner', () => {
  /** A review whose opinion is sealed and waits to be served. */
  async function sealed(): Promise<{ readonly review: string; readonly paperId: string }> {
    const review = await open(await answered());
    must(await run(body, review, 'acceptReview', {}));
    const demands = (await openReviewView(county.deps, body, review, county.at.now))?.demands ?? [];
    must(
      await run(body, review, 'draftDecision', {
        outcome: 'upheld',
        points: demands.map(({ id: demandId }) => ({
          demandId,
          finding: 'upheld' as const,
          facts: '高峰时段复测，水压达到标准。',
          basis: '《城市供水条例》第二十二条',
          answer: '原意见认定的事实清楚。',
        })),
        conclusion: '综合以上审查，予以维持。',
      }),
    );
    const drafted = await openReviewView(county.deps, head('county-government'), review, 0);
    const paperId = drafted?.papers.findLast(({ kind }) => kind === 'review-opinion')?.id ?? '';
    must(await run(head('county-government'), review, 'issuePaper', { paperId }));
    return { review, paperId };
  }
  const serve = (review: string, input: Omit<ReviewInput<'servePaper'>, 'servedOn'>) =>
    run(body, review, 'servePaper', { servedOn: today(), ...input });
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
    const announced = today();
    const way = 'announcement';
    expect(await serve(review, { paperId, way })).toMatchObject({
      refusal: { code: 'service-place' },
    });
    must(await serve(review, { paperId, way, place: '甲县人民政府网站', proof: '两次邮寄退回。' }));
    county.at.now = before + 29 * day;
    await completeReviewAnnouncements(county.deps, county.at.now, never);
    const opinion = async () =>
      (await openReviewView(county.deps, body, review, county.at.now))?.papers.find(
        ({ id }) => id === paperId,
      );
    expect((await opinion())?.stage).toBe('sealed');
    county.at.now = before + 40 * day;
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

describe('the record and what follows from it', () => {
  const asOwner = (text: string, ...values: readonly unknown[]) =>
    withClient(county.database.ownerUrl, (client) => client.query(text, [...values]));

  test('L-1 rows of reviews and lawful bodies that are lost or say otherwise are found, named and made again', async () => {
    const administrator = { ...staff('office'), roles: ['administrator'] as const };
    const source = '甲县复查复核办法第六条';
    const entry = { unitId: 'transport', bodyId: 'county-government', source } as const;
    const from = today();
    const entered = must(
      await addReviewBody(county.deps, administrator, { ...entry, stage: 'review', from }),
    );
    must(await endReviewBody(county.deps, administrator, entered, from));
    const lost = await open(await answered());
    const spoilt = await open(await answered());
    expect(await rebuildReviews(county.deps, 'check')).toEqual([]);

    await asOwner('DELETE FROM case_record WHERE stream_id = $1', lost);
    await asOwner('DELETE FROM case_item WHERE case_id = $1', lost);
    await asOwner(
      `UPDATE case_record SET reader_units = reader_units || '{transport}' WHERE stream_id = $1`,
      spoilt,
    );
    // A line where nothing waits, and one that is due another day.
    await asOwner(
      `INSERT INTO case_item SELECT (jsonb_populate_record(c, '{"unit_id": "transport"}')).*
         FROM case_item c WHERE case_id = $1`,
      spoilt,
    );
    await asOwner(`UPDATE case_item SET due_date = due_date + 1 WHERE case_id = $1`, spoilt);
    await asOwner('UPDATE review_body SET valid_to = NULL WHERE id = $1', entered.id);
    const found = await rebuildReviews(county.deps, 'check');
    const told = found.map(({ streamId, what, detail }) => `${streamId} ${what} ${detail}`);
    expect(told).toContain(`${lost} items county-government`);
    expect(told.find((line) => line.startsWith(`${lost} case`))).toBeDefined();
    expect(told).toContain(`${spoilt} case readers`);
    expect(told.find((line) => line.startsWith(`${spoilt} items`))).toBeDefined();
    expect(found.filter(({ what }) => what === 'bodies')).toHaveLength(1);
    expect(found).toHaveLength(5);
    // Looking changes nothing.
    expect(await rebuildReviews(county.deps, 'check')).toEqual(found);
    expect(await rebuildReviews(county.deps, 'write')).toEqual([]);
    expect(await rebuildReviews(county.deps, 'check')).toEqual([]);
  });

  test('L-1 a changed byte in the record of a review is found, and nothing is made of it', async () => {
    const review = await open(await answered());
    const change = (one: string, other: string) =>
      asOwner(
        'UPDATE event SET data = replace(data::text, $2, $3)::jsonb WHERE stream_id = $1',
        review,
        one,
        other,
      );
    await change('county-government', 'count1-government');
    for (const mode of ['check', 'write', 'check'] as const) {
      expect(await rebuildReviews(county.deps, mode)).toMatchObject([
        { streamId: review, what: 'chain' },
      ]);
    }
    await change('count1-government', 'county-government');
    expect(await rebuildReviews(county.deps, 'check')).toEqual([]);
  });
});
