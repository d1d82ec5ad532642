import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeCertificate } from '../../../test/harness/certificate.ts';
import type { TestDatabase } from '../../../test/harness/database.ts';
import {
  enqueue,
  mail,
  noon,
  openOutbox,
  rowOf,
  startMailServer,
  type TestOutbox,
} from '../../../test/harness/outbox.ts';
import { createOutgoing } from '../../platform/outgoing/index.ts';
import { emailCarrier, type Carrier } from './index.ts';

let outbox: TestOutbox;
let database: TestDatabase;

beforeAll(async () => {
  outbox = await openOutbox();
  ({ database } = outbox);
});
afterEach(() => outbox.tidy());
afterAll(() => database.drop());

describe('e-mail', () => {
  test('N-1 a mail reaches a real mail server with what it must say, and its receipt is kept', async () => {
    const { carrier, letters } = await outbox.mailCarrier();
    const { messageId } = await enqueue(database);
    expect(await outbox.senderWith([carrier]).sendDue()).toBe(1);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.to).toBe(mail);
    expect(letters[0]?.source).toContain(`Message-ID: <${messageId}@qinghe.example>`);
    expect(await rowOf(database, messageId)).toMatchObject({
      status: 'sent',
      channel: 'email',
      attempts: 1,
      last_error: null,
      sent_at: new Date(noon),
    });
  });

  test('N-1 a message written twice and taken up by two senders is one mail', async () => {
    const { carrier, letters } = await outbox.mailCarrier();
    const key = await enqueue(database);
    await enqueue(database, key);
    const [one, other] = [outbox.senderWith([carrier]), outbox.senderWith([carrier])];
    await Promise.all([one.sendDue(), other.sendDue(), one.sendDue(), other.sendDue()]);
    await one.sendDue();
    expect(letters).toHaveLength(1);
  });

  test('N-1 a mail whose success was lost goes again under the same Message-ID', async () => {
    const { carrier, letters } = await outbox.mailCarrier();
    let lost = false;
    const forgetful: Carrier = {
      channel: 'email',
      send: async (delivery) => {
        const receipt = await carrier.send(delivery);
        if (!lost) {
          lost = true;
          throw new Error('the line broke after the mail was taken');
        }
        return receipt;
      },
    };
    const { messageId } = await enqueue(database);
    const sender = outbox.senderWith([forgetful], { onError: () => undefined });
    await sender.sendDue();
    outbox.clock.now += 61_000;
    await sender.sendDue();
    const ids = letters.map(({ source }) => /Message-ID: (\S+)/i.exec(source)?.[1]);
    expect(ids).toEqual([`<${messageId}@qinghe.example>`, `<${messageId}@qinghe.example>`]);
    expect(await rowOf(database, messageId)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  test('N-1 a refused address is given up at once, a busy server is tried again', async () => {
    const { carrier } = await outbox.mailCarrier({ refuse: () => 550 });
    const refused = await enqueue(database);
    await outbox.senderWith([carrier]).sendDue();
    expect(await rowOf(database, refused.messageId)).toMatchObject({
      status: 'dead',
      last_error: 'smtp-550',
    });
    const busy = await outbox.mailCarrier({ refuse: () => 451 });
    const waiting = await enqueue(database);
    await outbox.senderWith([busy.carrier]).sendDue();
    expect(await rowOf(database, waiting.messageId)).toMatchObject({
      status: 'failed',
      last_error: 'smtp-451',
      next_attempt_at: new Date(noon + 60_000),
    });
  });

  test('X-3 a mail server that is not on the allow-list is never called', async () => {
    const server = await startMailServer();
    outbox.cleanUp.push(server.stop);
    const url = `smtp://127.0.0.1:${server.port}`;
    const carrier = emailCarrier({ url, from: 'a@b.example' }, createOutgoing({ allow: [] }));
    const { messageId } = await enqueue(database);
    await outbox.senderWith([carrier]).sendDue();
    expect(server.letters).toHaveLength(0);
    expect(await rowOf(database, messageId)).toMatchObject({
      status: 'dead',
      last_error: 'not-allowed',
    });
  });

  test.each([
    ['from the first byte', true],
    ['by STARTTLS', false],
  ])(
    'X-1 a mail goes encrypted %s to a server whose certificate verifies',
    async (_, implicitTls) => {
      const tls = makeCertificate();
      const { carrier, letters } = await outbox.mailCarrier({ tls, implicitTls }, tls.cert);
      const { messageId } = await enqueue(database);
      await outbox.senderWith([carrier]).sendDue();
      expect(await rowOf(database, messageId)).toMatchObject({ status: 'sent', last_error: null });
      expect(letters[0]?.secure).toBe(true);
    },
  );

  test.each([
    ['unknown', makeCertificate(), undefined],
    ['expired', makeCertificate(-1), 'itself'],
  ])('X-1 a mail server with an %s certificate gets nothing', async (_, tls, trusted) => {
    for (const implicitTls of [true, false]) {
      const { carrier, letters } = await outbox.mailCarrier(
        { tls, implicitTls },
        trusted && tls.cert,
      );
      const { messageId } = await enqueue(database);
      await outbox.senderWith([carrier]).sendDue();
      expect(letters).toHaveLength(0);
      expect(await rowOf(database, messageId)).toMatchObject({
        status: 'failed',
        last_error: 'certificate',
      });
    }
  });
});
