import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { makeCertificate, type TestCertificate } from '../../../test/harness/certificate.ts';
import { mayConnect } from './addresses.ts';
import { createOutgoing } from './index.ts';

const servers: Server[] = [];

const serve = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

const serveTls = async (tls: TestCertificate): Promise<string> => {
  const server = createTlsServer(tls, (_request, response) => response.end('sealed'));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
};

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A name server that answers whatever it is told. */
const answering =
  (address: string): LookupFunction =>
  (_host, _options, callback) =>
    callback(null, [{ address, family: address.includes(':') ? 6 : 4 }]);

describe('outgoing connections follow an allow-list', () => {
  test('X-3 a configured host is reached, any other host or port is not', async () => {
    const port = await serve((_request, response) => response.end('yes'));
    const outgoing = createOutgoing({ allow: [`127.0.0.1:${port}`] });
    expect(await outgoing.request(`http://127.0.0.1:${port}/`)).toMatchObject({
      status: 200,
      body: 'yes',
    });
    for (const url of [
      `http://localhost:${port}/`,
      `http://127.0.0.1:${port + 1}/`,
      'https://example.com/',
      'http://169.254.169.254/latest/meta-data',
      'file:///etc/passwd',
    ])
      await expect(outgoing.request(url)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(outgoing.connect('example.com', 25)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  test('X-3 a redirect is not followed', async () => {
    let reached = false;
    const other = await serve((_request, response) => {
      reached = true;
      response.end();
    });
    const port = await serve((_request, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${other}/` }).end(),
    );
    const outgoing = createOutgoing({ allow: [`127.0.0.1:${port}`, `127.0.0.1:${other}`] });
    await expect(outgoing.request(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({
      code: 'redirected',
    });
    expect(reached).toBe(false);
  });

  test.each([
    '169.254.169.254',
    '100.100.100.200',
    'fe80::1',
    'fd00:ec2::254',
    '127.0.0.1',
    '::ffff:169.254.169.254',
    '0.0.0.0',
  ])('X-3 an allowed name that leads to %s is not connected to', async (address) => {
    const outgoing = createOutgoing({
      allow: ['gateway.example'],
      lookup: answering(address),
    });
    await expect(outgoing.request('https://gateway.example/')).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(outgoing.connect('gateway.example', 587)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  test("X-3 an office's own network and an address written down as such are allowed", () => {
    expect(mayConnect('gateway.office', '10.1.2.3')).toBe(true);
    expect(mayConnect('gateway.office', '192.168.7.1')).toBe(true);
    expect(mayConnect('127.0.0.1', '127.0.0.1')).toBe(true);
    expect(mayConnect('localhost', '127.0.0.1')).toBe(true);
    expect(mayConnect('localhost', '169.254.169.254')).toBe(false);
  });

  test('X-1 plain HTTP leaves for nowhere but this machine', async () => {
    const outgoing = createOutgoing({ allow: ['gateway.office:80'] });
    await expect(outgoing.request('http://gateway.office/')).rejects.toMatchObject({
      code: 'not-encrypted',
    });
  });

  test('X-1 a gateway over TLS is spoken to only when its certificate verifies', async () => {
    const [known, expired] = [makeCertificate(), makeCertificate(-1)];
    const [good, old] = [await serveTls(known), await serveTls(expired)];
    const trusting = createOutgoing({ allow: [good, old], ca: [known.cert, expired.cert] });
    expect((await trusting.request(`https://${good}/`)).body).toBe('sealed');
    await expect(trusting.request(`https://${old}/`)).rejects.toMatchObject({
      code: 'certificate',
    });
    const stranger = createOutgoing({ allow: [good] });
    await expect(stranger.request(`https://${good}/`)).rejects.toMatchObject({
      code: 'certificate',
    });
  });

  test('slow, endless and closed servers end in a fault', async () => {
    const slow = await serve(() => undefined);
    const endless = await serve((_request, response) => {
      response.write('x'.repeat(300 * 1024));
    });
    const closed = await serve(() => undefined);
    servers.pop()?.close();
    const allow = [slow, endless, closed].map((port) => `127.0.0.1:${port}`);
    const outgoing = createOutgoing({ allow });
    const call = (port: number) => outgoing.request(`http://127.0.0.1:${port}/`, { timeout: 300 });
    await expect(call(slow)).rejects.toMatchObject({ code: 'timeout' });
    await expect(call(endless)).rejects.toMatchObject({ code: 'answer-too-long' });
    await expect(call(closed)).rejects.toMatchObject({ code: 'unreachable' });
  });
});
