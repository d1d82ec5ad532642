import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runServer, type RunningServer } from '../../src/main/run-server.ts';
import { findBreak } from '../../src/platform/log/security-log.ts';
import { Caller } from './caller.ts';
import { setUpCounty, signIn, type County } from './county.ts';
import { freePort, newHome, openHouse, removeHome, settingsOf } from './house.ts';

let home: string;
let settings: Record<string, string>;
let house: RunningServer;
let county: County;
let metricsPort: number;

beforeAll(async () => {
  home = await newHome();
  metricsPort = await freePort();
  settings = settingsOf(home, { METRICS_PORT: String(metricsPort), TRUSTED_PROXY: '' });
  house = await openHouse(settings);
  county = await setUpCounty(house.url);
});
afterAll(async () => {
  await house.close();
  await removeHome(home, settings);
});

test.each(['0.0.0.0', '::', '192.0.2.7', 'office.example'])(
  'X-1 the server refuses HOST=%s without TLS or a declared proxy, and touches nothing',
  async (host) => {
    const said: string[] = [];
    const elsewhere = path.join(home, 'never');
    const started = await runServer({ ...settings, HOST: host, DATA_DIR: elsewhere }, (text) =>
      said.push(text),
    );
    expect(started).toBeUndefined();
    expect(said.join('')).toContain(host);
    expect(said.join('')).toMatch(/\p{Script=Han}[\s\S]*TLS/u);
    await expect(readFile(path.join(elsewhere, 'database.json'))).rejects.toThrow('ENOENT');
  },
);

test('X-3 metrics stand on a port of their own, and only there', async () => {
  const own = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
  expect(own.status).toBe(200);
  expect(await own.text()).toContain('huiyin_database_connections');
  expect((await fetch(`http://127.0.0.1:${metricsPort}/api/v1/setup`)).status).toBe(404);
  const anybody = new Caller(house.url);
  for (const url of ['/metrics', '/api/v1/metrics']) {
    const answer = await anybody.open(url);
    expect([url, answer.status, answer.text.includes('huiyin_database')]).toEqual([
      url,
      404,
      false,
    ]);
  }
});

test('X-4 sign-ins, wrong ones and locks stand in the security log, chained, without personal data', async () => {
  await signIn(house.url, 'officer');
  const stranger = new Caller(house.url);
  const tries = [];
  for (let at = 0; at < 12; at += 1) {
    const body = { userName: 'handler', password: `诸葛试密码${at}` };
    tries.push((await stranger.ask('POST', '/session', { body })).body['code']);
  }
  expect(tries).toContain('sign-in-wrong');
  expect(tries.at(-1)).toBe('account-locked');
  const text = await readFile(path.join(settings['DATA_DIR'] ?? '', 'security.log'), 'utf8');
  expect(findBreak(text)).toBeUndefined();
  const events = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);
  const me = await county.officer.must('GET', '/session');
  expect(events).toContainEqual(
    expect.objectContaining({
      action: 'sign-in',
      actor: `staff:${String(me['userId'])}`,
      outcome: 'done',
    }),
  );
  const wrong = events.filter(({ action }) => action === 'sign-in-failed');
  const locks = events.filter(({ action }) => action === 'lock');
  expect([wrong.length > 0, locks.length > 0]).toEqual([true, true]);
  // Tries at one name show as tries at one name.
  expect(new Set([...wrong, ...locks].map(({ subject }) => subject)).size).toBe(1);
  for (const secret of ['handler', 'officer', '诸葛', '工作人员', '127.0.0.1', 'lamps']) {
    expect(text).not.toContain(secret);
  }
});

test('X-4 a changed line of the security log shows', async () => {
  const file = path.join(settings['DATA_DIR'] ?? '', 'security.log');
  const text = await readFile(file, 'utf8');
  expect(findBreak(text.replace('"outcome":"refused"', '"outcome":"done"'))).toBeGreaterThan(0);
});
