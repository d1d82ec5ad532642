import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { newId } from '../../../platform/vault/index.ts';
import { rebuildCases } from '../../petitions/index.ts';
import { openCounty, staff, type County } from '../../petitions/queries/county.test-data.ts';
import type { ChooseInput, WayStep } from './contract.ts';
import {
  chooseWay,
  festivalsOf,
  festivalVisitKind,
  listFestivalVisits,
  listWays,
  openSheetFile,
  openWay,
  planFestivalVisit,
  stepFestivalVisit,
  stepWay,
  succeedWays,
  wayOutKind,
  waysOfPetition,
  waysOfPetitioner,
} from '../index.ts';

let county: County;
const officer = staff('office');
const head: StaffActor = staff('office', 'office-head');
const deputy: StaffActor = staff('office', 'office-deputy');
const leader: StaffActor = {
  ...staff('county-government', 'leader'),
  roles: ['leader'],
  readingUnits: ['county-government', 'office', 'housing'],
};

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const today = () => localDateOf(county.at.now);
const law = { way: 'law', demandId: null, reason: '所提要求超出现行政策，需要当面解释。' } as const;
const aidOf = (more: object = {}): ChooseInput => ({
  way: 'aid',
  demandId: null,
  reason: '家庭生活确有困难，需要帮扶。',
  kind: 'petition-relief',
  basis: '《信访工作条例》第二十七条。',
  circumstances: '停水期间老人住院，收入低于低保标准。',
  amount: '3,000.50',
  ...more,
});
const pathOf = (): ChooseInput => ({
  way: 'policy',
  demandId: null,
  reason: '符合二次供水改造政策。',
  steps: [
    {
      text: '完成管网勘查',
      dueDate: addDays(today(), 10),
      expert: { name: '林工', unit: '设计院', field: '给排水' },
    },
  ],
});

const choose = async (petitionId: string, input: ChooseInput, actor = officer, key = newId()) => {
  const done = await chooseWay(county.deps, petitionId, input, { actor, commandKey: key });
  return done.ok ? done.value.id : done.refusal.code;
};
const step = async (
  actor: StaffActor,
  id: string,
  type: WayStep,
  input: object,
  more: object = {},
): Promise<string> => {
  const options = { actor, commandId: newId(), uploadOwner: '', ...more };
  const done = await stepWay(county.deps, id, type, input as never, options);
  return done.ok ? 'done' : done.refusal.code;
};
const yes = { words: '情况属实，同意。' };
const paid = () => ({ on: today(), proof: '银行转账回单。', uploads: [] });
const granted = async () => {
  const { id: petitionId } = await county.register();
  const id = await choose(petitionId, aidOf({ kind: 'other' }));
  await step(head, id, 'approveAid', yes);
  await step(deputy, id, 'approveAid', yes);
  return { petitionId, id };
};

describe('S-5 three ways out (Reg. 27)', () => {
  test('S-5 policy supports it: steps with experts and days, finished when each is done', async () => {
    const { id: petitionId } = await county.register();
    const key = newId();
    const id = await choose(petitionId, pathOf(), officer, key);
    expect(await choose(petitionId, pathOf(), officer, key)).toBe(id);
    expect(
      (await waysOfPetition(county.deps, officer, petitionId, county.at.now))?.items,
    ).toHaveLength(1);
    const end = { words: '改造完成，已经恢复供水。' };
    expect(await step(officer, id, 'finishWay', end)).toBe('way-out-unfinished');
    const [path] = (await openWay(county.deps, officer, id))?.steps ?? [];
    const done = { stepId: path?.id ?? '', on: today(), note: '' };
    expect(await step(officer, id, 'recordStep', { ...done, on: addDays(today(), 1) })).toBe(
      'way-out-date',
    );
    const both = await Promise.all(
      [officer, head].map((actor) => step(actor, id, 'recordStep', done)),
    );
    expect(both.toSorted()).toEqual(['done', 'way-out-step']);
    expect(
      await step(officer, id, 'explainLaw', {
        on: today(),
        how: 'talk',
        byName: '陆明',
        byPost: '',
        provisions: ['第一条'],
        words: '解释了政策。',
        answer: '表示知道了。',
      }),
    ).toBe('way-out-not-in-status');
    expect(await step(officer, id, 'finishWay', end)).toBe('done');
    expect((await waysOfPetitioner(county.deps, petitionId))[0]).toMatchObject({
      way: 'policy',
      status: 'done',
      steps: [{ doneOn: today(), expert: { name: '林工', field: '给排水' } }],
    });
  });

  test('S-5 beyond policy: explained by whom, how, by which provisions, and what was answered', async () => {
    const { id: petitionId } = await county.register();
    const id = await choose(petitionId, law);
    expect(await step(officer, id, 'finishWay', { words: '已经当面解释清楚。' })).toBe(
      'way-out-unfinished',
    );
    const told = {
      on: today(),
      how: 'hearing',
      byName: '陆明',
      byPost: '公职律师',
      provisions: ['《城市供水条例》第二十一条'],
      words: '说明了改造资金的来源规定。',
      answer: '表示理解，希望加快进度。',
    };
    expect(await step(officer, id, 'explainLaw', { ...told, answer: '无' })).toBe(
      'explanation-required',
    );
    expect(await step(officer, id, 'explainLaw', told)).toBe('done');
    expect(await step(officer, id, 'finishWay', { words: '已经当面解释清楚。' })).toBe('done');
    expect((await openWay(county.deps, head, id))?.explanations).toMatchObject([
      { by: '陆明', how: 'hearing', answer: '表示理解，希望加快进度。' },
    ]);
  });

  test('S-5 aid is approved step by step by others than who proposed it, and paid once', async () => {
    const { id: petitionId } = await county.register();
    const id = await choose(petitionId, aidOf());
    expect(await step(officer, id, 'approveAid', yes)).toBe('aid-approver');
    // Not their turn yet.
    expect(await step(leader, id, 'approveAid', yes)).toBe('aid-approver');
    expect(await step(head, id, 'approveAid', yes)).toBe('done');
    expect(await step(head, id, 'approveAid', yes)).toBe('aid-approver');
    expect(await step(officer, id, 'payAid', paid())).toBe('way-out-not-in-status');
    expect(await openSheetFile(county.deps, head, id, 'pdf')).toBeNull();
    expect((await openWay(county.deps, deputy, id))?.mayTake).toContain('approveAid');
    expect((await openWay(county.deps, head, id))?.mayTake).not.toContain('approveAid');
    expect(await step(deputy, id, 'approveAid', yes)).toBe('done');
    expect(await step(deputy, id, 'approveAid', yes)).toBe('aid-approver');
    expect((await openWay(county.deps, leader, id))?.aid?.amount).toBe(300_050);
  });

  test('S-5 the last approval seals the sheet; two payments at once are one', async () => {
    const { id, petitionId } = await granted();
    expect((await openSheetFile(county.deps, head, id, 'pdf'))?.bytes.subarray(0, 4)).toEqual(
      Buffer.from('%PDF'),
    );
    const both = await Promise.all(
      [officer, head].map((actor) => step(actor, id, 'payAid', paid(), { expectedVersion: 4 })),
    );
    expect(both.toSorted()).toEqual(['done', 'version-conflict']);
    const [own] = await waysOfPetitioner(county.deps, petitionId);
    expect(own?.aid).toMatchObject({ amount: 300_050, paidOn: today() });
    const page = await listWays(county.deps, head, { way: 'aid', status: 'done', limit: 10 }, 0);
    expect(page.items.map((line) => line.id)).toContain(id);
  });

  test('S-5 refused aid says why; another way may be chosen instead', async () => {
    const { id: petitionId } = await county.register();
    const id = await choose(petitionId, aidOf());
    expect(await step(head, id, 'refuseAid', { words: '否' })).toBe('explanation-required');
    expect(await step(head, id, 'refuseAid', { words: '收入超过救助标准。' })).toBe('done');
    const other = await choose(petitionId, law);
    expect(await step(officer, other, 'changeWay', { reason: '另有政策依据，改走政策。' })).toBe(
      'done',
    );
    // Both were chosen at the same moment of the test's clock: their order is that of their ids.
    const own = await waysOfPetitioner(county.deps, petitionId);
    expect(own.map(({ status }) => status).toSorted()).toEqual(['changed', 'refused']);
  });

  test.each([
    [{ amount: '零' }, 'aid-amount'],
    [{ amount: '0' }, 'aid-amount'],
    [{ amount: '12.345' }, 'aid-amount'],
    [{ amount: '99999999999' }, 'aid-amount'],
    [{ basis: '无' }, 'explanation-required'],
    [{ demandId: '0190aaaa-0000-7000-8000-00000000000f' }, 'way-out-demand'],
  ])('S-5 %o is answered %s', async (more, code) => {
    const { id: petitionId } = await county.register();
    expect(await choose(petitionId, aidOf(more))).toBe(code);
  });

  test('L-5 an accusation has no way out here, and strangers read nothing', async () => {
    const accusation = await county.register({ purpose: 'accusation' }, null);
    const named: StaffActor = {
      ...officer,
      userId: 'office-named',
      roles: ['office-head', 'accusation-officer'],
    };
    expect(await choose(accusation.id, law, named)).toBe('way-out-accusation');
    expect(await choose(accusation.id, law)).toBe('not-found');
    const { id } = await granted();
    expect(await openWay(county.deps, staff('transport'), id)).toBeNull();
    expect(await openSheetFile(county.deps, staff('transport'), id, 'pdf')).toBeNull();
  });

  test('S-5 a festival visit is chosen by a person from aid that was granted, once', async () => {
    const [festival] = festivalsOf(county.deps.calendar(), today());
    const visit = { festival: festival?.from ?? '', plannedOn: today(), goes: '秦文、社区干部' };
    const plan = async (wayOutId: string, more = {}) => {
      const done = await planFestivalVisit(
        county.deps,
        wayOutId,
        { ...visit, ...more },
        { actor: officer },
      );
      return done.ok ? done.value.id : done.refusal.code;
    };
    const { id: petitionId } = await county.register();
    expect(await plan(await choose(petitionId, aidOf()))).toBe('festival-aid');
    const { id } = await granted();
    expect(await plan(id, { festival: '2026-11-03' })).toBe('festival-unknown');
    const planned = await plan(id);
    expect(await plan(id)).toBe(planned);
    const record = { on: today(), brought: '米、油', words: '' };
    const made = (input: object) =>
      stepFestivalVisit(county.deps, planned, 'recordVisit', input as never, {
        actor: officer,
        commandId: newId(),
      });
    expect(await made({ ...record, on: addDays(today(), 1) })).toMatchObject({
      refusal: { code: 'way-out-date' },
    });
    expect((await made(record)).ok).toBe(true);
    expect(await made(record)).toMatchObject({ refusal: { code: 'festival-not-in-status' } });
    const { items } = await listFestivalVisits(
      county.deps,
      officer,
      { festival: visit.festival, limit: 50 },
      county.at.now,
    );
    expect(items).toMatchObject([{ id: planned, status: 'done', brought: '米、油', wayOutId: id }]);
  });

  test('O-1 L-1 successors take over; rows follow from the records', async () => {
    await succeedWays(
      county.deps,
      { from: 'county-government', to: 'city-government' },
      new AbortController().signal,
    );
    expect(await rebuildCases(county.deps, wayOutKind, 'check')).toEqual([]);
    expect(await rebuildCases(county.deps, festivalVisitKind, 'check')).toEqual([]);
  });
});
