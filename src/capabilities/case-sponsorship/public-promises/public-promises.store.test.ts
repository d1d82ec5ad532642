import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import type { RecordedEvent } from '../../../platform/record/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { lookupCode, newId } from '../../../platform/vault/index.ts';
import {
  listOfPublic,
  stepCommitment,
  succeedCommitments,
  type CommitmentStepInput,
} from '../../commitments/index.ts';
import { must, openCounty, staff, type County } from '../../petitions/queries/county.test-data.ts';
import {
  followCommitments,
  listOpenPromises,
  listPromiseHouseholds,
  makePublicPromise,
  makeSlips,
  moveHouseholds,
  openHousehold,
  openMeeting,
  openPublicPromise,
  planMeeting,
  readOpenPromise,
  readOwnHousehold,
  rebuildPublicPromises,
  replaceHouseholdCode,
  stepMeeting,
  takeHouseholdRows,
  type MakePromiseInput,
} from '../index.ts';
import type { HouseholdRowInput } from './contract.ts';

let county: County;
const office = staff('office', 'office-head');
const housing = staff('housing');

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const today = () => localDateOf(county.at.now);

const promised = (more: Partial<MakePromiseInput> = {}): MakePromiseInput => ({
  title: '云栖花苑办证',
  text: '云栖花苑全部住户今年年底以前拿到不动产权证书。',
  leaderName: '程怀民',
  unit: 'housing',
  dueDate: addDays(today(), 60),
  steps: [
    { name: '材料未交', need: '请带购房合同和身份证到社区二楼。' },
    { name: '材料已收', need: '' },
    { name: '审核中', need: '' },
    { name: '已发证', need: '' },
  ],
  ...more,
});

const made = async (more: Partial<MakePromiseInput> = {}): Promise<string> =>
  must(await makePublicPromise(county.deps, promised(more), { actor: office, commandKey: newId() }))
    .id;

const row = (place: number, more: Partial<HouseholdRowInput> = {}): HouseholdRowInput => ({
  row: place + 1,
  reference: `3-2-${place}`,
  name: '',
  mobile: '',
  step: '材料未交',
  note: '',
  ...more,
});
const rows = (count: number, more: Partial<HouseholdRowInput> = {}): HouseholdRowInput[] =>
  Array.from({ length: count }, (_, at) => row(at + 1, more));

const take = async (
  id: string,
  list: readonly HouseholdRowInput[],
  actor: StaffActor = housing,
): Promise<readonly string[] | string> => {
  const done = await takeHouseholdRows(county.deps, id, list, { actor });
  if (!done.ok) return done.refusal.code;
  return done.value.map(({ outcome }) => (typeof outcome === 'string' ? outcome : outcome.code));
};

const view = async (id: string, actor: StaffActor = housing) =>
  openPublicPromise(county.deps, actor, id, county.at.now);
const counts = async (id: string) => (await view(id))?.steps.map(({ count }) => count);
const household = async (id: string, reference: string) => {
  const page = await listPromiseHouseholds(county.deps, housing, id, {
    reference,
    after: 0,
    limit: 50,
  });
  const found = page?.items[0];
  if (found === undefined) throw new Error('no such household');
  return found;
};

/** What the feed brings: the newest event of a commitment or a petition. */
const follow = async (streamId: string): Promise<void> => {
  const scope = { actor: 'system:test', units: [], roles: ['system'], streams: [streamId] };
  const events = await county.deps.db.withActor(scope, 'write', (tx) => loadEvents(tx, streamId));
  await followCommitments(county.deps, [events.at(-1) as RecordedEvent]);
  await followCommitments(county.deps, [events.at(-1) as RecordedEvent]);
};

const stepOf = async (
  id: string,
  type: 'changeDate' | 'withdrawCommitment',
  input: CommitmentStepInput<'changeDate'> | CommitmentStepInput<'withdrawCommitment'>,
) => {
  const commitmentId = (await view(id))?.commitmentId ?? '';
  must(
    await stepCommitment(county.deps, commitmentId, type, input as never, {
      actor: office,
      commandId: newId(),
    }),
  );
  await follow(commitmentId);
};

describe('S-4 a public promise to many households', () => {
  test('S-4 it makes one commitment to the public, once, however often it is sent', async () => {
    const commandKey = newId();
    const options = { actor: office, commandKey };
    const both = await Promise.all([
      makePublicPromise(county.deps, promised(), options),
      makePublicPromise(county.deps, promised(), options),
    ]);
    expect(new Set(both.map((done) => must(done).id)).size).toBe(1);
    const other = await makePublicPromise(county.deps, promised({ title: '另一件' }), options);
    expect(other).toMatchObject({ refusal: { code: 'idempotency-key-reused' } });
    const open = await listOfPublic(county.deps, county.at.now, { limit: 100 });
    expect(open.items.filter(({ text }) => text.startsWith('云栖花苑办证'))).toHaveLength(1);
  });

  test('S-4 the office or a leader makes it; the unit keeps it; others do not know of it', async () => {
    expect(
      await makePublicPromise(county.deps, promised(), {
        actor: { ...housing, roles: ['handler'] },
        commandKey: newId(),
      }),
    ).toMatchObject({ refusal: { code: 'not-permitted' } });
    const id = await made();
    expect(await take(id, rows(1), office)).toBe('not-permitted');
    expect(await take(id, rows(1), staff('transport'))).toBe('not-found');
    expect(await view(id, staff('transport'))).toBeNull();
    expect(await view(id, office)).toMatchObject({ title: '云栖花苑办证', mayKeep: false });
    expect(await view(id)).toMatchObject({ leader: '程怀民', mayKeep: true, total: 0 });
  });

  test('S-4 rows are taken one by one: what is wrong is told by line, and a list sent twice changes nothing', async () => {
    const id = await made();
    const list = [
      row(1),
      row(2, { step: '2', name: '王小明', mobile: '13800001234' }),
      row(3, { reference: ' － ' }),
      row(4, { step: '已领证' }),
      row(5, { reference: '３－２－１' }),
      row(6, { note: '长'.repeat(201) }),
      row(7, { step: ' 已发证 ' }),
    ];
    const wrong = ['household-reference', 'household-step', 'household-twice', 'text-too-long'];
    expect(await take(id, list)).toEqual(['added', 'added', ...wrong, 'added']);
    const before = await view(id);
    expect(await take(id, list)).toEqual(['unchanged', 'unchanged', ...wrong, 'unchanged']);
    expect(await view(id)).toEqual(before);
    expect(await counts(id)).toEqual([1, 1, 0, 1]);
    expect(await take(id, [row(2, { step: '审核中', note: '下周三以前审完。' })])).toEqual([
      'moved',
    ]);
    expect(await household(id, '3-2-2')).toMatchObject({
      name: '王*',
      mobile: '138****1234',
      note: '下周三以前审完。',
      step: 2,
    });
  });

  test('S-4 1,800 households come in parts well under a minute, twice without a change, and are paged', async () => {
    const id = await made();
    const list = rows(1_800, { step: '材料已收' });
    const begun = performance.now();
    for (let at = 0; at < list.length; at += 200) await take(id, list.slice(at, at + 200));
    const took = performance.now() - begun;
    expect(took).toBeLessThan(30_000);
    expect(await take(id, list.slice(200, 400))).toEqual(Array(200).fill('unchanged'));
    expect(await counts(id)).toEqual([0, 1_800, 0, 0]);
    let [seen, after] = [0, 0 as number | null];
    while (after !== null) {
      const page = await listPromiseHouseholds(county.deps, housing, id, { after, limit: 200 });
      seen += page?.items.length ?? 0;
      after = page?.next == null ? null : Number(page.next);
    }
    expect(seen).toBe(1_800);
  });

  test('S-4 two lists at once: each household stands there once', async () => {
    const id = await made();
    await Promise.all([take(id, rows(30)), take(id, rows(30)), take(id, rows(40))]);
    expect(await counts(id)).toEqual([40, 0, 0, 0]);
  });

  test('S-4 moved by hand; who saw another step than the one that stands there moves nobody', async () => {
    const id = await made();
    await take(id, rows(3));
    const one = await household(id, '3-2-1');
    const two = await household(id, '3-2-2');
    const move = (households: readonly { id: string; from: number }[], commandId = newId()) =>
      moveHouseholds(
        county.deps,
        id,
        { households: [...households], to: 3, note: '' },
        { actor: housing, commandId },
      );
    const commandId = newId();
    must(await move([{ id: one.id, from: 0 }], commandId));
    must(await move([{ id: one.id, from: 0 }], commandId));
    expect(
      await move([
        { id: two.id, from: 0 },
        { id: one.id, from: 0 },
      ]),
    ).toMatchObject({
      refusal: { code: 'household-moved' },
    });
    expect(await counts(id)).toEqual([2, 0, 0, 1]);
    expect(await move([{ id: newId(), from: 0 }])).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });
});

describe('S-4 what a household and everybody see', () => {
  const codeNow = async (id: string, reference: string) => {
    const { id: householdId } = await household(id, reference);
    const whole = await openHousehold(county.deps, housing, id, householdId);
    return lookupCode(county.deps.keys, householdId, whole?.codeVersion ?? 0);
  };

  test('S-4 its own code opens its own state; another one, an old one and nonsense open nothing alike', async () => {
    const id = await made();
    const number = (await view(id))?.number ?? 0;
    await take(id, [row(1, { note: '请补一张身份证复印件。' }), row(2)]);
    const code = await codeNow(id, '3-2-1');
    expect(
      await readOwnHousehold(county.deps, number, ` ${code.toLowerCase().replaceAll('-', ' ')}`),
    ).toEqual({
      reference: '3-2-1',
      step: 0,
      movedOn: today(),
      note: '请补一张身份证复印件。',
    });
    const elsewhere = await made();
    await take(elsewhere, rows(1));
    expect(
      await readOwnHousehold(county.deps, number, await codeNow(elsewhere, '3-2-1')),
    ).toBeNull();
    const { id: householdId } = await household(id, '3-2-1');
    must(
      await replaceHouseholdCode(county.deps, id, householdId, {
        actor: housing,
        commandId: newId(),
      }),
    );
    for (const wrong of [code, '', 'x', '0000-0000-0000-0000']) {
      expect(await readOwnHousehold(county.deps, number, wrong)).toBeNull();
    }
    expect(await readOwnHousehold(county.deps, number, await codeNow(id, '3-2-1'))).toMatchObject({
      step: 0,
    });
  });

  test('S-4 slips are printed for the households of a sheet, and that they were stands in the record', async () => {
    const id = await made();
    await take(id, rows(12));
    const options = { actor: housing, commandId: newId() };
    const sheet = must(await makeSlips(county.deps, id, { after: 0, count: 200 }, options));
    expect(sheet.bytes.subarray(0, 4)).toEqual(Buffer.from('%PDF'));
    expect((await view(id))?.slips).toMatchObject({ times: 1 });
    expect(
      await makeSlips(
        county.deps,
        id,
        { after: 12, count: 200 },
        { ...options, commandId: newId() },
      ),
    ).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(
      await makeSlips(
        county.deps,
        id,
        { after: 0, count: 200 },
        { actor: office, commandId: newId() },
      ),
    ).toMatchObject({
      refusal: { code: 'not-permitted' },
    });
  });

  test('S-4 progress is open in numbers; a step with few households is not, nor one that would give it away', async () => {
    const id = await made();
    const number = (await view(id))?.number ?? 0;
    await take(id, [
      ...rows(40, { step: '已发证' }),
      ...Array.from({ length: 15 }, (_, at) => row(100 + at)),
      row(200, { step: '审核中' }),
    ]);
    const open = await readOpenPromise(county.deps, number, county.at.now);
    expect(open?.total).toBe(56);
    const shown = open?.steps.map(({ count }) => count) ?? [];
    expect(shown[2]).toBeNull();
    expect(shown.filter((count) => count === null).length).toBeGreaterThan(1);
    const few = await made();
    await take(few, rows(9));
    const fewNumber = (await view(few))?.number ?? 0;
    expect(await readOpenPromise(county.deps, fewNumber, county.at.now)).toMatchObject({
      total: null,
      steps: [{ count: null }, { count: null }, { count: null }, { count: null }],
    });
  });

  test('S-4 a moved day stands there with its reason; past it with households left it is late', async () => {
    const id = await made();
    const number = (await view(id))?.number ?? 0;
    await take(id, rows(20));
    const first = (await view(id))?.dueDate ?? '';
    const dueDate = addDays(today(), 1);
    await stepOf(id, 'changeDate', { dueDate, reason: '登记中心提前完成测绘。' });
    expect(await readOpenPromise(county.deps, number, county.at.now)).toMatchObject({
      dueDate,
      late: false,
      formerDates: [{ dueDate: first, reason: '登记中心提前完成测绘。' }],
    });
    expect(
      await readOpenPromise(county.deps, number, county.at.now + 3 * 86_400_000),
    ).toMatchObject({ late: true });
    await stepOf(id, 'withdrawCommitment', { reason: '开发商破产，改由管理人办理。' });
    expect(await readOpenPromise(county.deps, number, county.at.now)).toMatchObject({
      status: 'withdrawn',
      withdrawn: { reason: '开发商破产，改由管理人办理。' },
    });
    expect(await take(id, rows(1, { step: '已发证' }))).toBe('promise-closed');
  });
});

describe('S-4 beside other records', () => {
  test('S-4 from a meeting that was held and agreed something, and from no other', async () => {
    const { id: petitionId } = await county.register();
    const plan = {
      on: today(),
      time: '09:30',
      place: '县信访局二楼',
      agenda: ['办证'],
      participants: [
        { side: 'petitioner' as const, name: '王小明', post: '', unit: null, userId: null },
        { side: 'unit' as const, name: '秦文', post: '', unit: 'office', userId: null },
      ],
    };
    const meetingId = must(
      await planMeeting(county.deps, petitionId, plan, {
        actor: staff('office'),
        commandKey: newId(),
      }),
    ).id;
    const make = () =>
      makePublicPromise(county.deps, promised({ meetingId }), {
        actor: office,
        commandKey: newId(),
      });
    expect(await make()).toMatchObject({ refusal: { code: 'promise-meeting' } });
    const table = await openMeeting(county.deps, staff('office'), meetingId);
    const outcome = {
      came: table?.participants.slice(0, 1).map((each) => each.id) ?? [],
      positions: [{ side: 'petitioner', words: '希望早日办证。' }],
      actions: [
        { text: '年底前办证', unit: 'housing', responsible: '秦文', dueDate: addDays(today(), 30) },
      ],
      openPoints: [],
    };
    must(
      await stepMeeting(county.deps, meetingId, 'recordMeeting', outcome as never, {
        actor: staff('office'),
        commandId: newId(),
      }),
    );
    const { id } = must(await make());
    expect(await view(id, office)).toMatchObject({ meetingId, petition: { id: petitionId } });
  });

  test('L-5 never on an accusation; and when its petition becomes one, nobody sees it', async () => {
    const accusation = await county.register({ purpose: 'accusation' }, null);
    const named: StaffActor = {
      ...office,
      userId: 'office-named',
      roles: ['office-head', 'accusation-officer'],
    };
    expect(
      await makePublicPromise(county.deps, promised({ petitionId: accusation.id }), {
        actor: named,
        commandKey: newId(),
      }),
    ).toMatchObject({ refusal: { code: 'promise-accusation' } });
    const { id: petitionId } = await county.register();
    const id = await made({ petitionId });
    await take(id, rows(20));
    const number = (await view(id))?.number ?? 0;
    await county.run(staff('office'), petitionId, 'classify', {
      purpose: 'accusation',
      category: null,
      urgency: 'ordinary',
      regionCode: '430121',
      accusedUnits: ['housing'],
    });
    await follow(petitionId);
    expect(await view(id, office)).toBeNull();
    expect(await take(id, rows(1))).toBe('not-found');
    expect(await readOpenPromise(county.deps, number, county.at.now)).toBeNull();
    const { items } = await listOpenPromises(county.deps, county.at.now, { limit: 100 });
    expect(items.some((each) => each.number === number)).toBe(false);
  });

  test('O-1 a unit that ended leaves the promise and its households to its successor', async () => {
    const id = await made();
    await take(id, rows(3));
    const { commitmentId = '' } = (await view(id)) ?? {};
    await succeedCommitments(
      county.deps,
      { from: 'housing', to: 'transport' },
      new AbortController().signal,
    );
    await follow(commitmentId);
    expect(await view(id, staff('transport'))).toMatchObject({
      unit: { id: 'transport' },
      mayKeep: true,
    });
    expect(await take(id, rows(3, { step: '已发证' }), staff('transport'))).toEqual(
      Array(3).fill('moved'),
    );
  });
});

test('L-1 promises and households follow from their records', async () => {
  expect(await rebuildPublicPromises(county.deps, 'check')).toEqual([]);
  expect(await rebuildPublicPromises(county.deps, 'write')).toEqual([]);
  expect(await rebuildPublicPromises(county.deps, 'check')).toEqual([]);
});
