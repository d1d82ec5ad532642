import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../../kernel/local-date.ts';
import { lookupCode, newId } from '../../../platform/vault/index.ts';
import { must, openCounty, type County } from '../../petitions/queries/county.test-data.ts';
import {
  makeSlips,
  openHousehold,
  readOpenPromise,
  readOwnHousehold,
  rebuildPublicPromises,
  replaceHouseholdCode,
} from '../index.ts';
import { housing, office, promiseRoom, row, rows } from './public-promises.test-data.ts';

let county: County;
const { today, made, take, view, household, stepOf } = promiseRoom(() => county);

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

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

test('L-1 promises and households follow from their records', async () => {
  expect(await rebuildPublicPromises(county.deps, 'check')).toEqual([]);
  expect(await rebuildPublicPromises(county.deps, 'write')).toEqual([]);
  expect(await rebuildPublicPromises(county.deps, 'check')).toEqual([]);
});
