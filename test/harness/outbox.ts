import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { createOutgoing } from '../../src/platform/outgoing/index.ts';
import type { TestCertificate } from './certificate.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import type { NewMessage } from '../../src/capabilities/messages/message.ts';
import {
  createMessageSender,
  emailCarrier,
  enqueueMessage,
  holdOutbox,
  messagesScope,
  smsCarrier,
  type Carrier,
  type SenderOptions,
} from '../../src/capabilities/messages/index.ts';

/** What stands sealed in the vault in these tests. */
export const phone = '13800138000';
export const mail = 'zhang.san@example.cn';
export const addresses = new Map([
  ['11111111-1111-4111-8111-111111111111', phone],
  ['22222222-2222-4222-8222-222222222222', mail],
]);
const [phoneId = '', mailId = ''] = [...addresses.keys()];
export { mailId, phoneId };

export const openAddress = async (
  _tx: unknown,
  _streamId: string,
  sealedId: string,
): Promise<string | null> => addresses.get(sealedId) ?? null;

/** Puts a message into the outbox as a petition's command does. */
export const enqueue = async (
  database: TestDatabase,
  message: Partial<NewMessage> = {},
): Promise<{ streamId: string; messageId: string }> => {
  const whole: NewMessage = {
    streamId: randomUUID(),
    messageId: randomUUID(),
    unitId: 'office-1',
    recipient: { kind: 'petitioner', smsAddressId: phoneId, emailAddressId: mailId },
    template: 'accepted',
    params: {
      number: 'HY-2026-000123-7',
      office: '清河县信访局',
      holder: '清河县水务局',
      due: '2026-12-30',
      url: 'https://petition.example.gov.cn/p',
    },
    ...message,
  };
  const scope = { actor: 'system:test', units: [], roles: [], streams: [whole.streamId] };
  await database.db.withActor(scope, 'write', (tx) => enqueueMessage(tx, whole));
  return whole;
};

export type Row = Readonly<Record<string, unknown>> & {
  readonly status: string;
  readonly next_attempt_at: Date;
};

/** A row as it lies in the database. */
export const rowOf = async (database: TestDatabase, messageId: string): Promise<Row> => {
  const rows = await database.db.withActor(messagesScope, 'read', (tx) =>
    tx.query<Row>({
      name: 'test.message',
      text: 'SELECT * FROM message WHERE message_id = $1',
      values: [messageId],
    }),
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no such message');
  return row;
};

export type Received = { readonly headers: IncomingMessage['headers']; readonly body: string };

/** A gateway that answers as it is told. */
export const startGateway = async (
  answer: (response: ServerResponse, received: Received) => void,
): Promise<{ port: number; received: Received[]; stop: () => void }> => {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      answer(response, { headers: request.headers, body });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    received,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

export type Letter = { readonly to: string; readonly source: string; readonly secure: boolean };

export type MailServerOptions = {
  readonly tls?: TestCertificate;
  readonly implicitTls?: boolean;
  readonly refuse?: (to: string) => number | undefined;
};

/** A real mail server on a free port. */
export const startMailServer = async (
  options: MailServerOptions = {},
): Promise<{ port: number; letters: Letter[]; stop: () => Promise<void> }> => {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    secure: options.implicitTls ?? false,
    ...options.tls,
    disabledCommands: options.tls ? [] : ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, callback) => {
      const responseCode = options.refuse?.(address);
      callback(
        responseCode === undefined
          ? null
          : Object.assign(new Error(`${address} is not welcome`), { responseCode }),
      );
    },
    onData: (stream, session, callback) => {
      void text(stream).then((source) => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        letters.push({ to, source, secure: session.secure });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

/** Noon of a day in Asia/Shanghai, where every test of the outbox begins. */
export const noon = Date.parse('2026-11-20T12:00:00+08:00');

/** An outbox of its own database, with senders, gateways and mail servers that clean up. */
export const openOutbox = async () => {
  const clock = { now: noon };
  const database = await createTestDatabase({ clock: () => new Date(clock.now) });
  const cleanUp: (() => unknown)[] = [];

  return {
    database,
    clock,
    cleanUp,
    /** Between two tests: stops servers, holds what waits and turns the clock back. */
    tidy: async () => {
      for (const undo of cleanUp.splice(0)) await undo();
      await database.db.withActor(messagesScope, 'write', (tx) => holdOutbox(tx));
      clock.now = noon;
    },
    senderWith: (carriers: readonly Carrier[], more: Partial<SenderOptions> = {}) =>
      createMessageSender({
        db: database.db,
        carriers,
        openAddress,
        makeWord: async () => '12345678',
        chance: () => 0,
        onError: (error) => {
          throw error;
        },
        ...more,
      }),
    mailCarrier: async (options: MailServerOptions = {}, trusted?: string) => {
      const server = await startMailServer(options);
      cleanUp.push(server.stop);
      const scheme = options.implicitTls ? 'smtps' : 'smtp';
      const carrier = emailCarrier(
        {
          url: `${scheme}://127.0.0.1:${server.port}`,
          from: '清河县信访局 <office@qinghe.example>',
          ...(trusted ? { ca: trusted } : {}),
        },
        createOutgoing({ allow: [`127.0.0.1:${server.port}`] }),
      );
      return { carrier, letters: server.letters };
    },
    smsGateway: async (
      answer: Parameters<typeof startGateway>[0],
      more: { readonly body?: string; readonly success?: string; readonly allow?: string[] } = {},
    ) => {
      const gateway = await startGateway(answer);
      cleanUp.push(gateway.stop);
      const { allow, ...settings } = more;
      const carrier = smsCarrier(
        { url: `http://127.0.0.1:${gateway.port}/send`, timeout: 400, ...settings },
        createOutgoing({ allow: allow ?? [`127.0.0.1:${gateway.port}`] }),
      );
      return { carrier, received: gateway.received };
    },
  };
};

export type TestOutbox = Awaited<ReturnType<typeof openOutbox>>;
