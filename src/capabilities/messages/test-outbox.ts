import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { TestCertificate } from '../../../test/harness/certificate.ts';
import type { TestDatabase } from '../../../test/harness/database.ts';
import type { NewMessage } from './message.ts';
import { enqueueMessage, messagesScope } from './index.ts';

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

/** A real mail server on a free port. */
export const startMailServer = async (
  options: {
    tls?: TestCertificate;
    implicitTls?: boolean;
    refuse?: (to: string) => number | undefined;
  } = {},
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
