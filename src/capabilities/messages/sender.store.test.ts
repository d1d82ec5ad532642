import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '../../../test/harness/database.ts';
import {
  addresses,
  enqueue,
  mailId,
  noon,
  openOutbox,
  phone,
  phoneId,
  rowOf,
  startGateway,
  type TestOutbox,
} from '../../../test/harness/outbox.ts';
import { createOutgoing } from '../../platform/outgoing/index.ts';
import { verifyWebhook } from './channels/webhook.ts';
import {
  DeliveryFault,
  enqueueMessage,
  messagesScope,
  readInbox,
  webhookCarrier,
  type Carrier,
} from './index.ts';

let outbox: TestOutbox;
let database: TestDatabase;

beforeAll(async () => {
  outbox = await openOutbox();
  ({ database } = outbox);
});
afterEach(() => outbox.tidy());
afterAll(() => database.drop());

describe('SMS', () => {
  test('N-1 a gateway gets number and text as its body template says', async () => {
    const { carrier, received } = await outbox.smsGateway(
      (response) => response.end('{"code":0,"msgid":"sms-77"}'),
      { body: '{"phone":"{to}","content":"{text}"}', success: '"code":0.*"msgid":"([^"]+)"' },
    );
    const { messageId } = await enqueue(database);
    await outbox.senderWith([carrier]).sendDue();
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      phone,
      content:
        '【清河县信访局】您的信访事项 HY-2026-000123-7 已由清河县水务局受理，最晚 2026-12-30 答复。凭编号和查询码查看：https://petition.example.gov.cn/p',
    });
    expect(received[0]?.headers['idempotency-key']).toBe(messageId);
    expect(await rowOf(database, messageId)).toMatchObject({
      status: 'sent',
      provider_receipt: 'sms-77',
    });
  });

  test('P-3 digits for a lost code stand in the message as it leaves, and nowhere else', async () => {
    const { carrier, received } = await outbox.smsGateway(
      (response) => response.end('{"code":0,"msgid":"sms-78"}'),
      { body: '{"phone":"{to}","content":"{text}"}', success: '"code":0' },
    );
    const { messageId } = await enqueue(database, {
      template: 'code-word',
      params: { number: 'HY-2026-000123-7', office: '清河县信访局' },
    });
    await outbox.senderWith([carrier]).sendDue();
    expect(received[0]?.body).toContain('的验证数字：12345678，二十分钟内有效');
    expect(JSON.stringify(await rowOf(database, messageId))).not.toContain('12345678');
  });

  test('N-1 a failing gateway is tried with growing pauses, then the message is dead', async () => {
    const { carrier, received } = await outbox.smsGateway((response) =>
      response.writeHead(503).end(),
    );
    const { messageId } = await enqueue(database);
    const sender = outbox.senderWith([carrier], { maximumAttempts: 3 });
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await sender.sendDue();
      expect(await sender.sendDue()).toBe(0);
      const row = await rowOf(database, messageId);
      pauses.push(row.next_attempt_at.getTime() - outbox.clock.now);
      outbox.clock.now = row.next_attempt_at.getTime();
    }
    expect(pauses.slice(0, 2)).toEqual([60_000, 120_000]);
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(await rowOf(database, messageId)).toMatchObject({
      status: 'dead',
      last_error: 'http-503',
    });
    outbox.clock.now += 86_400_000;
    expect(await sender.sendDue()).toBe(0);
  });

  test('N-1 slow, refusing and talkative gateways leave a code and no words', async () => {
    const slow = await outbox.smsGateway(() => undefined);
    const one = await enqueue(database);
    await outbox.senderWith([slow.carrier]).sendDue();
    expect(await rowOf(database, one.messageId)).toMatchObject({
      status: 'failed',
      last_error: 'timeout',
    });

    const refusing = await outbox.smsGateway((response) =>
      response.writeHead(400).end(`bad ${phone}`),
    );
    const two = await enqueue(database);
    await outbox.senderWith([refusing.carrier]).sendDue();
    expect(await rowOf(database, two.messageId)).toMatchObject({
      status: 'dead',
      last_error: 'http-400',
    });

    const echoing = await outbox.smsGateway(
      (response) => response.end(`{"code":7,"id":"${phone}"}`),
      {
        success: '"code":0',
      },
    );
    const three = await enqueue(database);
    await outbox.senderWith([echoing.carrier]).sendDue();
    expect(await rowOf(database, three.messageId)).toMatchObject({
      status: 'failed',
      last_error: 'gateway-refused',
      provider_receipt: null,
    });
  });

  test('N-1 at night an SMS waits for the morning without losing an attempt, an urgent one does not', async () => {
    const { carrier, received } = await outbox.smsGateway((response) => response.end('{}'));
    outbox.clock.now = Date.parse('2026-11-20T22:15:00+08:00');
    const usual = await enqueue(database);
    const urgent = await enqueue(database, { urgent: true });
    const sender = outbox.senderWith([carrier]);
    await sender.sendDue();
    expect(received).toHaveLength(1);
    expect(await rowOf(database, urgent.messageId)).toMatchObject({ status: 'sent' });
    expect(await rowOf(database, usual.messageId)).toMatchObject({
      status: 'queued',
      attempts: 0,
      next_attempt_at: new Date('2026-11-21T08:00:00+08:00'),
    });
    outbox.clock.now = Date.parse('2026-11-21T08:00:00+08:00');
    await sender.sendDue();
    expect(received).toHaveLength(2);
  });

  test('N-1 an attempt that never comes back is repeated under the same id, and its late answer changes nothing', async () => {
    const answer = Promise.withResolvers<null>();
    const stuck: Carrier = {
      channel: 'sms',
      send: () => answer.promise,
    };
    const { carrier, received } = await outbox.smsGateway((response) => response.end('{}'));
    const { messageId } = await enqueue(database);
    const lost = outbox.senderWith([stuck]).sendDue();
    await expect.poll(async () => (await rowOf(database, messageId))['attempts']).toBe(1);
    const other = outbox.senderWith([carrier]);
    expect(await other.sendDue()).toBe(0);
    outbox.clock.now += 121_000;
    expect(await other.sendDue()).toBe(1);
    answer.reject(new DeliveryFault('timeout', false));
    await lost;
    expect(received.map(({ headers }) => headers['idempotency-key'])).toEqual([messageId]);
    expect(await rowOf(database, messageId)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  test('X-3 a gateway that is not on the allow-list is never called', async () => {
    const { carrier, received } = await outbox.smsGateway((response) => response.end('{}'), {
      allow: [],
    });
    const { messageId } = await enqueue(database);
    await outbox.senderWith([carrier]).sendDue();
    expect(received).toHaveLength(0);
    expect(await rowOf(database, messageId)).toMatchObject({
      status: 'dead',
      last_error: 'not-allowed',
    });
  });
});

describe('other ways', () => {
  test('N-1 another system gets a signed call', async () => {
    const secret = 'a-secret-that-is-long-enough-for-it';
    const gateway = await startGateway((response) => response.end());
    outbox.cleanUp.push(gateway.stop);
    const carrier = webhookCarrier(
      { url: `http://127.0.0.1:${gateway.port}/`, secret },
      createOutgoing({ allow: [`127.0.0.1:${gateway.port}`] }),
      () => outbox.clock.now,
    );
    await enqueue(database, { recipient: { kind: 'system' } });
    await outbox.senderWith([carrier]).sendDue();
    const call = {
      secret,
      signature: String(gateway.received[0]?.headers['x-huiyin-signature']),
      body: gateway.received[0]?.body ?? '',
    };
    expect(verifyWebhook(call, noon / 1000)).toBe(true);
    expect(verifyWebhook({ ...call, body: `${call.body} ` }, noon / 1000)).toBe(false);
    expect(verifyWebhook(call, noon / 1000 + 301)).toBe(false);
    expect(verifyWebhook({ ...call, secret: `${secret}!` }, noon / 1000)).toBe(false);
  });

  test('N-1 staff find their messages in the program as soon as they are written', async () => {
    await enqueue(database, {
      recipient: { kind: 'staff', unitId: 'unit-9', userId: 'user-1' },
      template: 'task-for-staff',
      params: { number: 'HY-2026-000555-1', due: '2026-12-01' },
    });
    const inboxOf = (unitId: string, userId: string) =>
      database.db.withActor(
        { actor: `staff:${userId}`, units: [unitId], roles: ['handler'] },
        'read',
        (tx) => readInbox(tx, { unitId, userId }),
      );
    expect(await inboxOf('unit-9', 'user-1')).toMatchObject([
      {
        status: 'sent',
        channel: 'in-app',
        text: '信访事项 HY-2026-000555-1 有一项待办，最晚 2026-12-01。',
      },
    ]);
    expect(await inboxOf('unit-9', 'user-2')).toEqual([]);
    expect(await inboxOf('unit-8', 'user-1')).toEqual([]);
  });

  test('N-1 without any channel messages stay in the outbox, and so do those without an address', async () => {
    const none = await enqueue(database);
    await outbox.senderWith([]).sendDue();
    expect(await rowOf(database, none.messageId)).toMatchObject({
      status: 'held',
      channel: 'outbox',
    });

    const { carrier, received } = await outbox.smsGateway((response) => response.end('{}'));
    const nowhere = await enqueue(database, { recipient: { kind: 'petitioner' } });
    const vanished = await enqueue(database, {
      recipient: { kind: 'petitioner', smsAddressId: randomUUID() },
    });
    const sender = outbox.senderWith([carrier]);
    await sender.sendDue();
    expect(received).toHaveLength(0);
    expect(await rowOf(database, nowhere.messageId)).toMatchObject({
      status: 'held',
      channel: 'outbox',
    });
    expect(await rowOf(database, vanished.messageId)).toMatchObject({
      status: 'dead',
      last_error: 'no-address',
    });
  });

  test('N-1 a message exists if and only if its transaction committed', async () => {
    const streamId = randomUUID();
    const scope = { actor: 'system:test', units: [], roles: [], streams: [streamId] };
    const messageId = randomUUID();
    await expect(
      database.db.withActor(scope, 'write', async (tx) => {
        await enqueueMessage(tx, {
          streamId,
          messageId,
          unitId: 'office-1',
          recipient: { kind: 'petitioner', smsAddressId: phoneId },
          template: 'paper-ready',
          params: { number: 'HY-2026-000123-7', office: '信访局', url: 'https://p.example/' },
        });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await expect(rowOf(database, messageId)).rejects.toThrow('no such message');
  });

  test('N-1 the loop sends by itself', async () => {
    const { carrier, letters } = await outbox.mailCarrier();
    const sender = outbox.senderWith([carrier]);
    sender.start();
    const { messageId } = await enqueue(database);
    await expect
      .poll(async () => (await rowOf(database, messageId)).status, { timeout: 3000 })
      .toBe('sent');
    await sender.stop();
    expect(letters).toHaveLength(1);
  });
});

describe('what lies in the database', () => {
  test('P-3 messages reveal no content and hold no address, in any state', async () => {
    const { carrier } = await outbox.mailCarrier();
    const refusing = await outbox.mailCarrier({ refuse: () => 550 });
    for (const carriers of [[carrier], [refusing.carrier], []]) {
      await enqueue(database);
      await outbox.senderWith(carriers).sendDue();
    }
    const rows = await database.db.withActor(messagesScope, 'read', (tx) =>
      tx.query<{ status: string; params: object }>({
        name: 'test.all',
        text: 'SELECT * FROM message',
        values: [],
      }),
    );
    expect(rows.map((row) => row.status)).toEqual(expect.arrayContaining(['sent', 'dead', 'held']));
    const dump = JSON.stringify(rows);
    for (const address of addresses.values()) expect(dump).not.toContain(address);
    expect(dump).toContain(mailId);
    const names = new Set(rows.flatMap((row) => Object.keys(row.params)));
    expect([...names].toSorted()).toEqual(['due', 'holder', 'number', 'office', 'url']);
  });

  test('P-3 messages reveal no content: a talkative parameter never gets into the outbox', async () => {
    const talkative = {
      number: 'HY-2026-000123-7',
      office: '局',
      url: 'https://p.example/',
      text: '举报',
    };
    await expect(enqueue(database, { params: talkative })).rejects.toThrow('Unrecognized');
  });
});
