import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import { addDays, localDateOf } from '../../kernel/local-date.ts';
import { scopeOf } from '../../platform/database/index.ts';
import { withClient } from '../../platform/database/cluster-database.ts';
import { loadEvents } from '../../platform/record/index.ts';
import { newId } from '../../platform/vault/index.ts';
import { systemActor } from '../petitions/index.ts';
import { must, openCounty, staff, type County } from '../petitions/queries/county.test-data.ts';
import {
  answerSubscription,
  beginDay,
  changeReceptionDay,
  changeReceptionSettings,
  listLeader,
  openSubscriber,
  openSubscription,
  subscribe,
  subscriptionToken,
  sweepSubscriptions,
  tellOfEvent,
  toldTypes,
} from './commands/index.ts';
import {
  dayPlanSchema,
  leaderSchema,
  type DayInput,
  type DayInputType,
  type SettingsInput,
} from './contract.ts';
import { readHall } from './hall/queries/overview.ts';
import { rebuildReceptions } from './rebuild.ts';
import { usualSettings } from './settings.ts';
import { contactOf } from './subscription.ts';
import { takeTicket } from './tickets/commands/take.ts';
import { takeSchema, type TakeInput } from './tickets/contract.ts';
import { readOwnTicket } from './tickets/queries/own.ts';

let county: County;
let officer: StaffActor;
let leader: string;

const inDays = (days: number) => addDays(localDateOf(county.at.now), days);
const by = () => ({ actor: officer, commandKey: newId() });
const plan = (on: string) =>
  dayPlanSchema.parse({
    kind: 'invited',
    on,
    from: '09:00',
    to: '12:00',
    place: '接待大厅',
    regionCode: '430000',
    leaders: [leader],
  });
const step = <T extends DayInputType>(id: string, type: T, input: DayInput<T>) =>
  changeReceptionDay(county.deps, id, type, input, by());

async function announced(days: number): Promise<string> {
  const { id } = must(await beginDay(county.deps, plan(inDays(days)), by()));
  must(await step(id, 'publishNotice', {}));
  return id;
}

const take = async (dayId: string, more: Partial<TakeInput> = {}) =>
  must(
    await takeTicket(county.deps, dayId, takeSchema.parse({ way: 'portal', ...more }), {
      actor: null,
      commandKey: newId(),
    }),
  ).id;

const system = systemActor('reception-days');

/** As the feed would: every event of a stream that somebody is told of, twice. */
async function tell(streamId: string): Promise<void> {
  const events = await county.deps.db.withActor(scopeOf(system, [streamId]), 'read', (tx) =>
    loadEvents(tx, streamId),
  );
  const told = events.filter(({ type }) => (toldTypes as readonly string[]).includes(type));
  for (const event of [...told, ...told]) await tellOfEvent(county.deps, event);
}

interface Sent {
  readonly template: string;
  readonly params: Readonly<Record<string, string>>;
  readonly sms_address: string | null;
  readonly stream_id: string;
}

const rows = <Row>(text: string, values: readonly unknown[]): Promise<Row[]> =>
  withClient(
    county.database.ownerUrl,
    async (client) => (await client.query(text, [...values])).rows as Row[],
  );
const sentTo = (streamId: string): Promise<Sent[]> =>
  rows<Sent>('SELECT * FROM message WHERE stream_id = $1 ORDER BY created_at', [streamId]);

beforeAll(async () => {
  county = await openCounty();
  officer = { ...staff('office'), roles: ['case-officer', 'office-head'] };
  const input = leaderSchema.parse({
    unitId: 'office',
    name: '程怀民',
    post: '县长',
    portfolio: '主持全面工作',
    from: '2020-01-01',
  });
  leader = must(await listLeader(county.deps, input, by())).id;
});
afterAll(() => county.close());

describe('R-3 a day that does not take place loses nobody', () => {
  test('R-3 it cannot be cancelled without a day that takes its tickets over, in their order', async () => {
    const day = await announced(3);
    const [first, second, third] = [
      await take(day, { telephone: '139 0000 0001', name: '甲' }),
      await take(day),
      await take(day, { telephone: '0731-1234567' }),
    ];
    expect(await step(day, 'cancelDay', { reason: '台风', carryTo: null })).toMatchObject({
      refusal: { code: 'reception-cancel-tickets', params: { count: 3 } },
    });
    const { id: secret } = must(await beginDay(county.deps, plan(inDays(6)), by()));
    for (const carryTo of [secret, day, newId()]) {
      expect(await step(day, 'cancelDay', { reason: '台风', carryTo })).toMatchObject({
        refusal: { code: 'reception-carry-to' },
      });
    }
    const other = await announced(5);
    const late = await take(other);
    must(await step(day, 'cancelDay', { reason: '台风', carryTo: other }));
    const hall = await readHall(county.deps, officer, other, county.at.now);
    expect(hall?.waiting.map(({ id }) => id)).toEqual([first, second, third, late]);
    expect(await readOwnTicket(county.deps, first)).toMatchObject({
      dayId: other,
      on: inDays(5),
      carried: 1,
    });
    for (const id of [day, first, second, third]) await tell(id);
    const told = await sentTo(first);
    expect(told).toMatchObject([
      { template: 'ticket-moved', params: { number: 'W001', due: inDays(5), until: inDays(3) } },
    ]);
    expect(told[0]?.sms_address).not.toBeNull();
    expect(await sentTo(second)).toEqual([]);
    // No message reaches a landline: it waits where the office sees it.
    expect(await sentTo(third)).toMatchObject([{ template: 'ticket-moved', sms_address: null }]);
    expect(await rebuildReceptions(county.deps, 'check')).toEqual([]);
  });

  test('R-3 a day that is moved takes hall and tickets along', async () => {
    const day = await announced(3);
    const tickets = [await take(day), await take(day)];
    const moved = { ...plan(inDays(9)), reason: '会场检修' };
    must(await step(day, 'changeDay', moved));
    const hall = await readHall(county.deps, officer, day, county.at.now);
    expect(hall).toMatchObject({ on: inDays(9), counts: { waiting: 2 } });
    expect(hall?.waiting.map(({ id, carried }) => [id, carried])).toEqual(
      tickets.map((id) => [id, 0]),
    );
    must(await step(day, 'changeDay', { ...plan(inDays(4)), reason: '提前修好' }));
    expect(await readOwnTicket(county.deps, tickets[0] ?? '')).toMatchObject({ on: inDays(4) });
    expect(await rebuildReceptions(county.deps, 'check')).toEqual([]);
  });

  test('R-3 a ticket that is taken while its day is cancelled is on one of both, never lost', async () => {
    const day = await announced(3);
    const other = await announced(5);
    await take(day);
    const [cancelled, ...taken] = await Promise.all([
      step(day, 'cancelDay', { reason: '台风', carryTo: other }),
      ...Array.from({ length: 6 }, () => take(day)),
    ]);
    must(cancelled);
    for (const id of taken) {
      const ticket = await readOwnTicket(county.deps, id);
      expect(ticket?.stage).toBe('waiting');
      expect((ticket?.on ?? '') > inDays(0)).toBe(true);
    }
  });
});

describe('R-2 news of reception days by message', () => {
  const contact = contactOf('+86 138-0000-0002');

  test('R-2 what people type as a number or an address', () => {
    expect(contact).toEqual({ way: 'sms', address: '13800000002' });
    expect(contactOf('１３８０００００００２')).toEqual(contact);
    expect(contactOf(' Wang@Example.com ')).toEqual({ way: 'email', address: 'wang@example.com' });
    for (const typed of ['', '12345', '1380000000', 'a@b', 'a b@c.cn', 'x'.repeat(200)]) {
      expect(contactOf(typed)).toBeNull();
    }
  });

  test('R-2 nothing is sent before whoever reads the address says yes, nothing after they stop', async () => {
    if (contact === null) throw new Error('no contact');
    await subscribe(county.deps, 'office', contact, 'zh-CN');
    await subscribe(county.deps, 'office', contact, 'zh-CN');
    const [row] = await rows<{ id: string; clear: string }>(
      `SELECT subscription_id AS id, reception_subscription::text || encode(ciphertext, 'escape') AS clear
         FROM reception_subscription`,
      [],
    );
    const id = row?.id ?? '';
    expect(row?.clear).not.toContain(contact.address);
    expect((await sentTo(id)).map(({ template }) => template)).toEqual(['reception-subscribe']);
    const opened = await county.deps.db.withActor(scopeOf(system, [id]), 'read', (tx) =>
      openSubscriber(county.deps, tx, id),
    );
    expect(opened).toBe(contact.address);

    const silent = await announced(2);
    await tell(silent);
    expect(await sentTo(id)).toHaveLength(1);

    const token = subscriptionToken(county.deps.keys, id);
    expect(await openSubscription(county.deps, `${token.slice(0, -1)}_`)).toBeNull();
    expect(await openSubscription(county.deps, token)).toMatchObject({ confirmed: false });
    await answerSubscription(county.deps, token, 'confirm');
    const day = await announced(4);
    await tell(day);
    must(await step(day, 'changeDay', { ...plan(inDays(6)), reason: '会场检修' }));
    must(await step(day, 'cancelDay', { reason: '台风', carryTo: null }));
    await tell(day);
    const news = (await sentTo(id)).filter(({ template }) => template !== 'reception-subscribe');
    expect(news.map(({ template }) => template).toSorted()).toEqual([
      'reception-announced',
      'reception-cancelled',
      'reception-moved',
    ]);
    expect(news.find(({ template }) => template === 'reception-moved')?.params).toMatchObject({
      due: inDays(6),
      until: inDays(4),
    });
    expect(news.every(({ params }) => params['stop']?.endsWith(token))).toBe(true);

    await answerSubscription(county.deps, token, 'end');
    expect(await openSubscription(county.deps, token)).toBeNull();
    await tell(await announced(8));
    expect(await sentTo(id)).toHaveLength(4);
  });

  test('R-2 an address that nobody confirms is forgotten', async () => {
    await subscribe(county.deps, 'office', { way: 'email', address: 'a@example.com' }, 'en');
    await sweepSubscriptions(county.deps);
    const count = () => rows('SELECT 1 FROM reception_subscription', []);
    expect(await count()).toHaveLength(1);
    await rows(`UPDATE reception_subscription SET asked_at = asked_at - interval '3 days'`, []);
    await sweepSubscriptions(county.deps);
    expect(await count()).toHaveLength(0);
  });

  test('R-2 whoever has a slot is told when the day is moved or cancelled', async () => {
    const on = { ...plan(inDays(5)), kind: 'on-line', way: 'telephone', slotMinutes: 30 } as const;
    const { id } = must(await beginDay(county.deps, on, by()));
    must(await step(id, 'publishNotice', {}));
    must(
      await step(id, 'bookSlot', {
        slot: '09:30',
        name: '顾念慈',
        telephone: '13900000077',
        topic: '转学',
      }),
    );
    must(await step(id, 'cancelDay', { reason: '会场停电', carryTo: null }));
    await tell(id);
    const [told, ...more] = await sentTo(id);
    expect(more).toEqual([]);
    expect(told).toMatchObject({ template: 'reception-cancelled', params: { due: inDays(5) } });
    expect(JSON.stringify(told)).not.toContain('13900000077');
    expect(told?.sms_address).not.toBeNull();
  });
});

test('R-1, T-1 a changed norm stands on the records of the leaders whom it concerns, once', async () => {
  const normsOf = async () => {
    const events = await county.deps.db.withActor(scopeOf(system, [leader]), 'read', (tx) =>
      loadEvents(tx, leader),
    );
    return events.map(({ data }) => (data as { norm?: unknown }).norm);
  };
  const before = await normsOf();
  expect(before).toHaveLength(1);
  const norms = [{ level: 'county', days: 2, per: 'week', source: '本单位规定' } as const];
  const sheet = { ...structuredClone(usualSettings), norms } as unknown as SettingsInput;
  must(await changeReceptionSettings(county.deps, { ...sheet, expectedVersion: 0 }, by()));
  must(await changeReceptionSettings(county.deps, { ...sheet, expectedVersion: 1 }, by()));
  expect(await normsOf()).toEqual([...before, { days: 2, per: 'week' }]);
  expect(await rebuildReceptions(county.deps, 'check')).toEqual([]);
});
