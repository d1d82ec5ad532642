import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import { addDays, localDateOf } from '../../kernel/local-date.ts';
import { withClient } from '../../platform/database/cluster-database.ts';
import { newId } from '../../platform/vault/index.ts';
import { must, openCounty, staff, type County } from '../petitions/queries/county.test-data.ts';
import { beginDay, changeReceptionDay, listLeader } from './commands/index.ts';
import { dayPlanSchema, leaderSchema, type DayInput, type DayInputType } from './contract.ts';
import { listDays, openDayView, openInside, openPublicDay } from './queries/index.ts';
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

const onTelephone = { kind: 'on-line', way: 'telephone', slotMinutes: 60 };

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
    expect(view).toMatchObject({ state: 'closed', noticeVersion: 1 });
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

  test('R-1 a visit with a case does not begin without its preparation sheet', async () => {
    const id = await begin({ kind: 'with-case', on: inDays(0) });
    expect(await step(id, 'openDay', {})).toMatchObject({
      refusal: { code: 'reception-preparation-missing' },
    });
    const sheet = { background: '渠道淤塞', demands: '清淤', proposal: '十日内清淤', basis: '' };
    must(await step(id, 'writePreparation', { petitionId: null, ...sheet }));
    must(await step(id, 'openDay', {}));
  });

  test('R-1 a slot is booked once, and who booked lies sealed', async () => {
    const id = await begin(onTelephone);
    must(await step(id, 'publishNotice', {}));
    const visitor = { slot: '10:00', name: '某甲乙丙', telephone: '13900000000', topic: '工资' };
    const both = await Promise.all([step(id, 'bookSlot', visitor), step(id, 'bookSlot', visitor)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await openPublicDay(county.deps, id, county.at.now))?.slots).toContainEqual({
      at: '10:00',
      free: 0,
    });
    expect((await openInside(county.deps, officer, id))?.bookings[0]).toMatchObject(visitor);
    const stranger: StaffActor = { ...staff('housing'), roles: ['unit-head'] };
    expect(await openInside(county.deps, stranger, id)).toBeNull();
    const found = await withClient(county.database.ownerUrl, async (client) =>
      client.query(`SELECT FROM event WHERE data::text LIKE '%某甲乙丙%'`),
    );
    expect(found.rowCount).toBe(0);
  });

  test('R-1 a slot that has begun is offered to nobody', async () => {
    const id = await begin({ ...onTelephone, on: inDays(0), from: '08:00', to: '11:00' });
    must(await step(id, 'publishNotice', {}));
    const visitor = { name: '某甲', telephone: '13900000000', topic: '' };
    // It is nine o'clock.
    expect(await step(id, 'bookSlot', { slot: '08:00', ...visitor })).toMatchObject({
      refusal: { code: 'reception-slot-past' },
    });
    const page = await openPublicDay(county.deps, id, county.at.now);
    expect(page?.slots.map(({ at }) => at)).toEqual(['10:00']);
    must(await step(id, 'bookSlot', { slot: '10:00', ...visitor }));
  });

  test('R-2 a channel counts with its proof; the portal shows announced days alone', async () => {
    const id = await begin();
    expect(await openPublicDay(county.deps, id, county.at.now)).toBeNull();
    must(await step(id, 'publishNotice', {}));
    const proof = {
      channel: 'tv',
      outlet: '电视台',
      on: inDays(0),
      link: null,
      upload: null,
    } as const;
    expect(await step(id, 'recordChannel', proof)).toMatchObject({
      refusal: { code: 'reception-proof-missing' },
    });
    must(await step(id, 'recordChannel', { ...proof, link: 'https://tv.example/notice' }));
    expect((await openPublicDay(county.deps, id, county.at.now))?.channels).toMatchObject([
      { outlet: '电视台' },
    ]);
  });

  test('R-4 minutes are issued by somebody else; a task force keeps its ledger until closed', async () => {
    const id = await begin({ kind: 'invited', on: inDays(0) });
    must(await step(id, 'openDay', {}));
    must(await step(id, 'closeDay', {}));
    const head: StaffActor = { ...officer, userId: newId(), roles: ['office-head'] };
    must(
      await step(
        id,
        'draftMinutes',
        { attending: '县长', heard: '房产证', decided: '成立专班' },
        head,
      ),
    );
    expect(await step(id, 'issueMinutes', {}, head)).toMatchObject({
      refusal: { code: 'reception-minutes-drafter' },
    });
    const other: StaffActor = { ...head, userId: newId() };
    must(await step(id, 'issueMinutes', {}, other));
    const force = must(
      await step(id, 'formTaskForce', {
        leaderId: leader,
        petitionId: null,
        matter: '小区办证',
        units: ['housing'],
        members: '组长：县长',
      }),
    ).made;
    must(await step(id, 'noteTaskForce', { id: force, note: '已核对资料' }));
    must(await step(id, 'closeTaskForce', { id: force, outcome: '已全部办证' }));
    expect(await step(id, 'noteTaskForce', { id: force, note: '又一条' })).toMatchObject({
      refusal: { code: 'reception-task-force-closed' },
    });
    const inside = await openInside(county.deps, officer, id);
    expect(inside?.minutes?.number).toMatch(/信纪字〔\d{4}〕1号/);
    expect(inside?.taskForces[0]).toMatchObject({
      matter: '小区办证',
      closed: { outcome: '已全部办证' },
    });
    expect(await rebuildReceptions(county.deps, 'check')).toEqual([]);
  });
});

describe('R-1, R-2 a day that moves or does not take place', () => {
  const visitor = { name: '某甲', telephone: '13900000000', topic: '工资' };
  const booked = async () => {
    const id = await begin(onTelephone);
    must(await step(id, 'publishNotice', {}));
    must(await step(id, 'bookSlot', { slot: '09:00', ...visitor }));
    must(await step(id, 'bookSlot', { slot: '11:00', ...visitor }));
    return id;
  };
  const bookingsOf = async (id: string) =>
    (await openInside(county.deps, officer, id))?.bookings.map(({ slot, movedFrom }) => ({
      slot,
      movedFrom,
    }));

  test('R-1 who booked keeps a slot: the same where it is, else the nearest', async () => {
    const id = await booked();
    const changed = {
      ...plan({ ...onTelephone, on: inDays(9), from: '10:00' }),
      reason: '会议冲突',
    };
    must(await step(id, 'changeDay', changed));
    expect(await openPublicDay(county.deps, id, county.at.now)).toMatchObject({
      change: {
        reason: '会议冲突',
        movedFrom: { on: inDays(8), from: '09:00', to: '12:00' },
      },
    });
    expect(await bookingsOf(id)).toEqual([
      { slot: '10:00', movedFrom: { on: inDays(8), at: '09:00' } },
      { slot: '11:00', movedFrom: { on: inDays(8), at: '11:00' } },
    ]);
    expect((await openPublicDay(county.deps, id, county.at.now))?.slots).toEqual([
      { at: '10:00', free: 0 },
      { at: '11:00', free: 0 },
    ]);
    expect(await rebuildReceptions(county.deps, 'check')).toEqual([]);
  });

  test('R-1 a change that leaves somebody without a slot is refused', async () => {
    const id = await booked();
    const shorter = plan({ ...onTelephone, from: '11:00' });
    const atTheDoor = plan({ kind: 'invited' });
    for (const wanted of [shorter, atTheDoor]) {
      expect(await step(id, 'changeDay', { ...wanted, reason: '改动' })).toMatchObject({
        refusal: { code: 'reception-slots-too-few', params: { count: 2 } },
      });
    }
    const { bookings } = (await openInside(county.deps, officer, id)) ?? { bookings: [] };
    must(await step(id, 'cancelBooking', { id: bookings[0]?.id ?? '' }));
    must(await step(id, 'changeDay', { ...shorter, reason: '改动' }));
  });

  test('R-1 who had said that they come is asked again; who had not answered still is', async () => {
    const id = await begin({ kind: 'invited' });
    const one = must(await step(id, 'inviteVisitor', { ...visitor, petitionId: null })).made;
    must(await step(id, 'inviteVisitor', { ...visitor, petitionId: null }));
    must(await step(id, 'answerInvitation', { id: one, answer: 'coming' }));
    must(await step(id, 'changeDay', { ...plan({ kind: 'invited', on: inDays(9) }), reason: '' }));
    expect((await openInside(county.deps, officer, id))?.invitees).toMatchObject([
      { answer: null, movedFrom: { on: inDays(8), at: '09:00' } },
      { answer: null, movedFrom: null },
    ]);
    must(await step(id, 'answerInvitation', { id: one, answer: 'not-coming' }));
    expect((await openInside(county.deps, officer, id))?.invitees[0]?.movedFrom).toBeNull();
  });

  test('R-2 a moved open day needs its seven days again, and new proof of its channels', async () => {
    const id = await begin({ on: inDays(10) });
    must(await step(id, 'publishNotice', {}));
    const proof = {
      channel: 'tv',
      outlet: '',
      link: 'https://tv.example/1',
      upload: null,
    } as const;
    must(await step(id, 'recordChannel', { ...proof, on: inDays(0) }));
    const early = { ...plan({ on: inDays(5) }), reason: '提前' };
    expect(await step(id, 'changeDay', early)).toMatchObject({
      refusal: { code: 'reception-notice-late' },
    });
    county.at.now += 86_400_000;
    must(await step(id, 'changeDay', { ...plan({ on: inDays(8) }), reason: '改期' }));
    must(await step(id, 'recordChannel', { ...proof, on: inDays(-1) }));
    must(await step(id, 'recordChannel', { ...proof, on: inDays(0) }));
    county.at.now += 86_400_000;
    must(await step(id, 'recordChannel', { ...proof, on: inDays(0) }));
    const inside = await openInside(county.deps, officer, id);
    expect(
      inside?.channels.map(({ noticeVersion, current, inTime }) => [
        noticeVersion,
        current,
        inTime,
      ]),
    ).toEqual([
      [1, false, true],
      [1, false, true],
      [2, true, true],
      [2, true, false],
    ]);
  });

  test('R-2 a cancelled day keeps who booked on record, and calendars learn of it', async () => {
    const id = await booked();
    county.at.now += 3_600_000;
    must(await step(id, 'cancelDay', { reason: '领导外出', carryTo: null }));
    expect(await step(id, 'bookSlot', { slot: '10:00', ...visitor })).toMatchObject({
      refusal: { code: 'reception-not-in-state' },
    });
    expect(await bookingsOf(id)).toHaveLength(2);
    expect(await openPublicDay(county.deps, id, county.at.now)).toMatchObject({
      state: 'cancelled',
      cancelledBecause: '领导外出',
      changedAt: county.at.now,
    });
  });
});
