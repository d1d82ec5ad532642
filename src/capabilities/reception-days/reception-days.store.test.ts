import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import { addDays, localDateOf } from '../../kernel/local-date.ts';
import { newId } from '../../platform/vault/index.ts';
import { must, openCounty, staff, type County } from '../petitions/queries/county.test-data.ts';
import { beginDay, changeReceptionDay, listLeader } from './commands/index.ts';
import { dayPlanSchema, leaderSchema, type DayInput, type DayInputType } from './contract.ts';
import { listDays, openDayView } from './queries/index.ts';
import { rebuildReceptions } from './rebuild.ts';

let county: County;
let leader: string;
let officer: StaffActor;

const inDays = (days: number) => addDays(localDateOf(county.at.now), days);

const plan = (more: object = {}) =>
  dayPlanSchema.parse({
    kind: 'open',
    on: inDays(8),
    from: '09:00',
    to: '12:00',
    place: '接待大厅',
    regionCode: '430000',
    leaders: [leader],
    ...more,
  });

const begin = async (more: object = {}) =>
  must(await beginDay(county.deps, plan(more), { actor: officer, commandKey: newId() })).id;

const step = <T extends DayInputType>(id: string, type: T, input: DayInput<T>, actor = officer) =>
  changeReceptionDay(county.deps, id, type, input, { actor, commandKey: newId() });

beforeAll(async () => {
  county = await openCounty();
  officer = staff('office');
  const head: StaffActor = { ...officer, userId: newId(), roles: ['office-head'] };
  const input = leaderSchema.parse({
    unitId: 'office',
    name: '程怀民',
    post: '县长',
    portfolio: '主持县政府全面工作',
    from: '2020-01-01',
  });
  leader = must(await listLeader(county.deps, input, { actor: head, commandKey: newId() })).id;
});
afterAll(() => county.close());

describe('R-1, R-2 the life of a reception day', () => {
  test('R-2 planned, announced eight days before, opened on its day, closed', async () => {
    const id = await begin();
    expect(await step(id, 'openDay', {})).toMatchObject({
      refusal: { code: 'reception-not-today' },
    });
    must(await step(id, 'publishNotice', {}));
    county.at.now += 8 * 86_400_000;
    must(await step(id, 'openDay', {}));
    must(await step(id, 'closeDay', {}));
    const view = await openDayView(county.deps, officer, id);
    expect(view).toMatchObject({ state: 'closed', noticeVersion: 1, steps: [] });
    expect(await rebuildReceptions(county.deps, 'check')).toEqual([]);
  });

  test('R-2 an open day announced too late cannot be called open', async () => {
    const id = await begin({ on: inDays(7) });
    expect(await step(id, 'publishNotice', {})).toMatchObject({
      refusal: { code: 'reception-notice-late', params: { first: inDays(8) } },
    });
    must(await step(id, 'changeDay', { ...plan({ on: inDays(7), kind: 'invited' }), reason: '' }));
    must(await step(id, 'publishNotice', {}));
    const back = await step(id, 'changeDay', {
      ...plan({ on: inDays(7) }),
      reason: '改回公开接访',
    });
    expect(back).toMatchObject({ refusal: { code: 'reception-notice-late' } });
  });

  test('R-2 an open day without notice does not begin', async () => {
    const id = await begin({ on: inDays(0) });
    expect(await step(id, 'openDay', {})).toMatchObject({
      refusal: { code: 'reception-not-noticed' },
    });
  });

  test('R-1 the same form sent twice plans one day', async () => {
    const options = { actor: officer, commandKey: newId() };
    const [one, other] = [
      await beginDay(county.deps, plan(), options),
      await beginDay(county.deps, plan(), options),
    ];
    expect(one).toEqual(other);
    expect(await beginDay(county.deps, plan({ place: '别处' }), options)).toMatchObject({
      refusal: { code: 'idempotency-key-reused' },
    });
  });

  test('R-1 another unit reads the days of all and changes those of its own only', async () => {
    const id = await begin();
    const stranger: StaffActor = { ...staff('housing'), roles: ['unit-head'] };
    expect(await step(id, 'publishNotice', {}, stranger)).toMatchObject({
      refusal: { code: 'not-permitted' },
    });
    const days = await listDays(county.deps, stranger, inDays(0), inDays(30));
    expect(days?.map((day) => day.id)).toContain(id);
  });
});
