import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays } from '../../../kernel/local-date.ts';
import { newId } from '../../../platform/vault/index.ts';
import { listOfPublic, succeedCommitments } from '../../commitments/index.ts';
import { must, openCounty, staff, type County } from '../../petitions/queries/county.test-data.ts';
import {
  listOpenPromises,
  listPromiseHouseholds,
  makePublicPromise,
  moveHouseholds,
  openMeeting,
  planMeeting,
  readOpenPromise,
  rebuildPublicPromises,
  stepMeeting,
} from '../index.ts';
import { housing, office, promiseRoom, row, rows } from './public-promises.test-data.ts';

let county: County;
const { today, promised, made, take, view, counts, household, follow } = promiseRoom(() => county);

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

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
