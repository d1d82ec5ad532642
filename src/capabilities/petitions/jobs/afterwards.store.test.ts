import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PetitionerActor } from '../../../kernel/actor.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { run, scopeOf } from '../../../platform/database/index.ts';
import { consumeFeed, createSequencer } from '../../../platform/feed/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { mergePetition, runCommand } from '../commands/index.ts';
import { fold } from '../evolve.ts';
import { petitionJobs } from '../jobs.ts';
import { head, must, openCounty, staff, type County } from '../queries/county.test-data.ts';
import { openPetitionView } from '../queries/open-petition.ts';
import { openPublicProgress } from '../queries/progress.ts';
import { petitionReactions } from '../reactions.ts';
import { openPetition } from '../store.ts';
import { upcast } from '../upcast.ts';

const day = 24 * 3600 * 1000;
const system = scopeOf({ kind: 'system', name: 'test' });
const onError = (error: unknown): never => {
  throw error;
};

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const petitioner = (petitionId: string): PetitionerActor => ({ kind: 'petitioner', petitionId });

const eventsOf = (id: string) =>
  county.deps.db.withActor(system, 'read', async (tx) => {
    await openPetition(tx, id);
    return (await loadEvents(tx, id)).map(upcast);
  });
const stateOf = async (id: string) => {
  const petition = fold(id, await eventsOf(id));
  if (petition === null) throw new Error('no petition');
  return petition;
};
const count = async (id: string, type: string): Promise<number> =>
  (await eventsOf(id)).filter((event) => event.type === type).length;

const tend = async (): Promise<void> => {
  const job = petitionJobs(() => county.deps).find(({ name }) => name.endsWith('tend-ratings'));
  const { signal } = new AbortController();
  await job?.perform({}, { jobId: randomUUID(), attempt: 1, signal });
};

/** Reads the feed to its end, as the worker does. */
const react = async (): Promise<void> => {
  const sequencer = createSequencer({ db: county.deps.db, onError });
  const reactions = consumeFeed({
    db: county.deps.db,
    consumers: {
      'test.afterwards': petitionReactions(county.deps, { enqueue: () => Promise.resolve('') }),
    },
    onError,
  });
  while ((await sequencer.step()) > 0);
  while ((await reactions.step()) > 0);
};

const today = () => localDateOf(county.at.now);

/** The opinion reaches the petitioner. */
const answer = async (id: string): Promise<void> => {
  await county.run(staff('office'), id, 'refer', { to: 'housing' });
  await county.run(staff('housing'), id, 'accept', {});
  const { demands } = await stateOf(id);
  await county.run(staff('housing'), id, 'draftOpinion', {
    demands: demands.map(({ id: demandId }) => ({
      demandId,
      outcome: 'explained' as const,
      facts: '经现场核查属实。',
      basis: '《物业管理条例》第三十五条',
      answer: '请业主委员会协商。',
    })),
  });
  const draft = (await stateOf(id)).papers.find(({ kind }) => kind === 'opinion')?.id ?? '';
  await county.run(head('housing'), id, 'issuePaper', { paperId: draft });
  await county.run(staff('housing'), id, 'servePaper', {
    paperId: draft,
    way: 'hand',
    servedOn: today(),
    proof: '本人签收',
  });
};

const rating = async (id: string, reason?: string) => ({
  office: 'satisfied',
  unit: 'not',
  demands: (await stateOf(id)).demands.map((demand) => ({
    demandId: demand.id,
    solved: 'not' as const,
  })),
  ...(reason === undefined ? {} : { reason }),
});

describe('P-11 rating on the record', () => {
  test('P-11 is reminded of twice, closes without a word, and silence stays silence', async () => {
    const { id } = await county.register();
    await answer(id);
    await tend();
    expect(await count(id, 'RatingReminded')).toBe(0);
    county.at.now += 11 * day;
    await tend();
    await tend();
    expect(await count(id, 'RatingReminded')).toBe(1);
    county.at.now += 15 * day;
    await tend();
    expect(await count(id, 'RatingReminded')).toBe(2);
    const told = await county.deps.db.withActor(system, 'read', (tx) =>
      run<{ template: string }>(tx, {
        name: 'test.messages',
        text: 'SELECT template FROM message WHERE stream_id = $1 ORDER BY created_at',
        values: [id],
      }),
    );
    const templates = told.map(({ template }) => template);
    expect(templates.filter((name) => name === 'rating-reminder')).toHaveLength(2);
    expect(templates).toContain('rating-open');
    county.at.now += 6 * day;
    await tend();
    const { afterwards, outcome } = await stateOf(id);
    expect(afterwards.ratings).toMatchObject([{ first: null, current: null }]);
    expect(afterwards.ratings[0]?.closedAt).not.toBeNull();
    expect(outcome.petitionerView).toBeNull();
  });

  test('P-11 L-3 words of a bad rating lie sealed; staff cannot rate; the head sees it', async () => {
    const { id } = await county.register();
    await answer(id);
    const secret = '窗口的人答应了又不认账';
    const body = await rating(id, secret);
    const options = { actor: staff('housing'), commandId: newId() };
    const refused = await runCommand(county.deps, id, 'rate', body, options);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-permitted' } });
    await county.run(petitioner(id), id, 'rate', body);
    expect(JSON.stringify(await eventsOf(id))).not.toContain(secret);
    const view = await openPetitionView(county.deps, head('office'), id, county.at.now);
    expect(view?.afterwards?.rating?.current).toMatchObject({
      unit: { code: 'not', bad: true },
      reason: secret,
    });
    const look = view?.allowances.find(({ command }) => command === 'noteRating');
    expect(look?.allowed).toBe(true);
    const progress = await openPublicProgress(county.deps, id, county.at.now);
    expect(progress?.actions).toContain('rate');
    // The right that a bad rating leads to stands beside it, with its last day.
    expect(progress?.reviewUntil).not.toBeNull();
    expect(progress?.reviewUntil).toBe(progress?.afterwards.rating?.until);
  });
});

describe('what a merge does to the rating, and a contest to the merge', () => {
  const merged = async () => {
    const [into, member] = [await county.register(), await county.register()];
    must(
      await mergePetition(
        county.deps,
        member.id,
        { into: into.id, explanation: '与先前的事项相同。' },
        { actor: staff('office'), commandId: newId() },
      ),
    );
    return { into: into.id, member: member.id };
  };

  test('P-4 each person keeps an own rating when the petition that goes on is answered', async () => {
    const { into, member } = await merged();
    await answer(into);
    await react();
    await react();
    expect(await count(member, 'RatingOpened')).toBe(1);
    await county.run(petitioner(member), member, 'rate', await rating(member));
    expect((await stateOf(into)).afterwards.ratings[0]?.current).toBeNull();
    expect((await stateOf(member)).afterwards.ratings[0]?.current?.bad).toBe(true);
  });

  test('P-19 an upheld contest takes the petition out again, on both sides', async () => {
    const { into, member } = await merged();
    await county.run(petitioner(member), member, 'contest', { signed: false });
    const own = { actor: staff('office'), commandId: newId() };
    const decision = { decision: 'upheld' as const, reasons: '反映的是另一栋楼，应当单独办理。' };
    const refused = await runCommand(county.deps, member, 'decideContest', decision, own);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'contest-involved' } });
    await county.run(staff('office', 'office-other'), member, 'decideContest', decision);
    await react();
    expect(await stateOf(member)).toMatchObject({ status: 'registered', conclusion: null });
    expect((await stateOf(into)).absorbed).toEqual([]);
    const progress = await openPublicProgress(county.deps, member, county.at.now);
    expect(progress?.afterwards.contest).toMatchObject({ state: 'upheld' });
    // The letter goes its way through check, signature and seal.
    const paperId = await county.issue('office', member);
    expect((await stateOf(member)).papers.find(({ id }) => id === paperId)).toMatchObject({
      kind: 'contest-decision',
      stage: 'sealed',
    });
  });
});
