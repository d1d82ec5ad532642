import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { enqueue, openAddress, rowOf } from '../../../test/harness/outbox.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { roles, rolesWith } from '../../kernel/permissions.ts';
import { buildHttp, type HttpServer } from '../../platform/http/index.ts';
import type { Inbox, OutboxPage } from './contract.ts';
import {
  createMessageSender,
  DeliveryFault,
  keepMessagesTo,
  messagesRoutes,
  type Carrier,
} from './index.ts';

const head: StaffActor = {
  kind: 'staff',
  userId: 'u-1',
  unitId: 'office-1',
  roles: ['office-head'],
  readingUnits: ['office-1'],
};
let actor: StaffActor | null = head;
let now = Date.parse('2026-11-20T12:00:00+08:00');
let database: TestDatabase;
let app: HttpServer;
let reachable = false;
const sent: string[] = [];

const carrier: Carrier = {
  channel: 'sms',
  send: async ({ messageId }) => {
    if (!reachable) throw new DeliveryFault('http-400', true);
    sent.push(messageId);
    return null;
  },
};

beforeAll(async () => {
  database = await createTestDatabase({ clock: () => new Date(now) });
  app = await buildHttp();
  await app.register(messagesRoutes({ db: database.db, actorOf: async () => actor }));
});
beforeEach(() => {
  actor = head;
  now += 1000;
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const sendDue = () =>
  createMessageSender({
    db: database.db,
    carriers: [carrier],
    openAddress,
    makeWord: async () => '12345678',
    onError: () => undefined,
  }).sendDue();

const list = async (query = ''): Promise<OutboxPage> => {
  const answer = await app.inject({ url: `/api/v1/outbox${query}` });
  expect(answer.statusCode).toBe(200);
  return answer.json<OutboxPage>();
};

const resend = (key: { streamId: string; messageId: string }) =>
  app.inject({
    method: 'POST',
    url: `/api/v1/outbox/${key.streamId}.${key.messageId}/resend`,
  });

describe('the outbox page', () => {
  test('N-1 a dead letter is listed with its reason and sent again by a person', async () => {
    const key = await enqueue(database);
    await sendDue();
    const [letter] = (await list('?status=dead')).items;
    expect(letter).toMatchObject({
      id: `${key.streamId}.${key.messageId}`,
      status: 'dead',
      lastError: 'http-400',
      attempts: 1,
      mayResend: true,
    });
    expect(letter?.text).toContain('HY-2026-000123-7');

    reachable = true;
    expect((await resend(key)).json()).toEqual({ status: 'queued' });
    await sendDue();
    expect(sent).toEqual([key.messageId]);
    expect(await rowOf(database, key.messageId)).toMatchObject({ status: 'sent', attempts: 1 });
    expect((await resend(key)).statusCode).toBe(404);
    expect((await list('?status=dead')).items).toEqual([]);
  });

  test('N-1 the record of what was sent is read page by page, newest first, nothing twice', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      now += n % 2;
      ids.push((await enqueue(database, { unitId: 'office-2' })).messageId);
    }
    actor = { ...head, unitId: 'office-2' };
    const seen: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: OutboxPage = await list(`?limit=3${after === '' ? '' : `&after=${after}`}`);
      seen.push(...page.items.map((item) => item.id.slice(37)));
      after = page.next;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set(ids));
  });

  test('O-3 another unit sees and resends nothing, other roles are told so', async () => {
    reachable = false;
    const key = await enqueue(database, { unitId: 'office-3' });
    await sendDue();
    actor = { ...head, unitId: 'office-4' };
    expect((await list()).items).toEqual([]);
    expect((await resend(key)).statusCode).toBe(404);
    expect(await rowOf(database, key.messageId)).toMatchObject({ status: 'dead' });

    actor = { ...head, unitId: 'office-3', roles: ['clerk', 'handler'] };
    const refused = await app.inject({ url: '/api/v1/outbox' });
    expect(refused.json()).toMatchObject({ status: 403, code: 'not-permitted' });
    actor = null;
    expect((await resend(key)).json()).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  test('O-3 row-level security keeps the outbox from roles without the verb', async () => {
    await enqueue(database, { unitId: 'office-5' });
    const count = async (held: string[], units: string[]): Promise<number> => {
      const scope = { actor: 'staff:u-9', units, roles: held };
      const rows = await database.db.withActor(scope, 'read', (tx) =>
        tx.query({ name: 'test.count', text: 'SELECT 1 FROM message', values: [] }),
      );
      return rows.length;
    };
    for (const role of roles)
      expect(await count([role], ['office-5'])).toBe(
        rolesWith('outbox.read').includes(role) ? 1 : 0,
      );
    expect(await count(['administrator'], [])).toBe(0);
    expect(await count([], [])).toBe(0);
  });

  test('L-5 a message about an accusation stands in the outbox for its named handlers alone', async () => {
    const named = ['staff:u-1'];
    const key = await enqueue(database, { unitId: 'office-6', named });
    const letter = await enqueue(database, {
      unitId: 'office-6',
      recipient: { kind: 'staff', unitId: 'office-6' },
      template: 'task-for-staff',
      named,
    });
    for (const held of ['office-head', 'administrator', 'accusation-officer'] as const) {
      actor = { ...head, unitId: 'office-6', roles: [held], userId: 'u-2' };
      expect((await list()).items).toEqual([]);
      expect((await app.inject({ url: '/api/v1/inbox' })).json<Inbox>().items).toEqual([]);
      expect((await resend(key)).statusCode).toBe(404);
      actor = { ...actor, userId: 'u-1' };
      expect((await list()).items).toHaveLength(2);
    }
    const scope = { actor: 'staff:u-2', units: [], roles: [], streams: [letter.streamId] };
    await database.db.withActor(scope, 'write', (tx) => keepMessagesTo(tx, letter.streamId, null));
    actor = { ...head, unitId: 'office-6', userId: 'u-2' };
    expect((await list()).items.map(({ id }) => id.slice(37))).toEqual([letter.messageId]);
  });

  test('N-1 staff read what the program told their unit or themselves, nothing else', async () => {
    const to = (unitId: string, userId?: string) =>
      enqueue(database, {
        unitId: 'office-7',
        recipient: { kind: 'staff', unitId, ...(userId === undefined ? {} : { userId }) },
        template: 'task-for-staff',
      });
    const wanted = [await to('bureau-7'), await to('bureau-7', 'u-7')];
    await to('bureau-7', 'u-8');
    await to('bureau-8');
    actor = { ...head, userId: 'u-7', unitId: 'bureau-7', roles: ['handler'] };
    const answer = await app.inject({ url: '/api/v1/inbox' });
    const { items } = answer.json<Inbox>();
    expect(items.map(({ id }) => id).toSorted()).toEqual(
      wanted.map((key) => `${key.streamId}.${key.messageId}`).toSorted(),
    );
    expect(items[0]).toMatchObject({ channel: 'in-app', status: 'sent', mayResend: false });
    actor = null;
    expect((await app.inject({ url: '/api/v1/inbox' })).statusCode).toBe(401);
  });

  test('bad ids, statuses and cursors are refused with a sentence', async () => {
    for (const url of [
      '/api/v1/outbox?status=lost',
      '/api/v1/outbox?after=1;drop',
      '/api/v1/outbox?limit=0',
      '/api/v1/outbox?limit=1e309',
    ])
      expect((await app.inject({ url })).json()).toHaveProperty('detailZh');
    const never = `9999999999999999.${'-'.repeat(36)}`;
    expect((await app.inject({ url: `/api/v1/outbox?after=${never}` })).statusCode).toBe(200);
    const dashes = '-'.repeat(36);
    const no = await app.inject({
      method: 'POST',
      url: `/api/v1/outbox/${dashes}.${dashes}/resend`,
    });
    expect(no.statusCode).toBe(404);
    const answer = await app.inject({ method: 'POST', url: '/api/v1/outbox/nonsense/resend' });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });
});
