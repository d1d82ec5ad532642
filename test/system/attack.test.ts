import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/main/run-server.ts';
import { withClient } from '../../src/platform/database/cluster-database.ts';
import { Caller } from './caller.ts';
import { addPerson, setUpCounty, signIn, someMatter, type County } from './county.ts';
import { newHome, openHouse, removeHome, settingsOf } from './house.ts';
import { viewOf } from './life.ts';

/* What somebody tries who wants to know or do more than is theirs, over real HTTP. */

let home: string;
let settings: Record<string, string>;
let house: RunningServer;
let county: County;

beforeAll(async () => {
  home = await newHome();
  settings = settingsOf(home);
  house = await openHouse(settings);
  county = await setUpCounty(house.url);
});
afterAll(async () => {
  await house.close();
  await removeHome(home, settings);
});

const sql = <Row extends object>(text: string): Promise<readonly Row[]> =>
  withClient(house.core.db.ownerUrl ?? '', async (client) => (await client.query<Row>(text)).rows);

/** Accuses the bureau as a citizen; the named officer alone learns its id. */
async function accuse(): Promise<{ readonly id: string; readonly number: string }> {
  const matter = someMatter({ purpose: 'accusation', accusedUnits: [county.bureau] });
  const number = String((await county.anybody.must('POST', '/petitions', matter))['number']);
  const found = await county.head.must('GET', `/search?q=${number}`);
  return { id: (found['items'] as { id: string }[])[0]?.id ?? '', number };
}

const registerLetter = async () => {
  const body = someMatter({ channel: 'letter', purpose: 'appeal' });
  const { id, lookupCode } = await county.officer.must('POST', '/registrations', body);
  return { id: String(id), lookupCode: String(lookupCode) };
};

describe('L-5 an accusation shows by nothing beside it either', () => {
  test('its messages stand in no outbox but that of the officer named for it', async () => {
    const { number } = await accuse();
    expect((await county.head.ask('GET', '/outbox?limit=100')).text).toContain(number);
    for (const name of ['admin', 'officer', 'handler', 'unitHead'] as const) {
      for (const url of ['/outbox?limit=100', '/inbox?limit=100', '/exports', '/access-log']) {
        const { text } = await county[name].ask('GET', url);
        expect([name, url, text.includes(number)]).toEqual([name, url, false]);
      }
    }
  });

  test('P-6 an officer for accusations who also serves the accused unit is not named', async () => {
    await addPerson(county.admin, 'both', [
      [county.bureau, 'unit-head'],
      [county.office, 'accusation-officer'],
    ]);
    const both = await signIn(house.url, 'both');
    // Who watches over accusations is told in the program; others are not.
    expect((await county.head.ask('GET', '/inbox')).text).toContain('工作人员both');
    expect((await county.officer.ask('GET', '/inbox')).text).not.toContain('工作人员both');
    const { id, number } = await accuse();
    for (const unitId of [county.bureau, county.office]) {
      await both.must('PUT', '/session/unit', { unitId });
      expect((await both.ask('GET', `/petitions/${id}`)).status).toBe(404);
      expect((await both.ask('GET', '/petitions?limit=100')).text).not.toContain(number);
      expect((await both.ask('GET', '/outbox')).text).not.toContain(number);
    }
    const users = await county.head.must('GET', `/units/${county.office}/officers`);
    const officers = users['officers'] as { userId: string; displayName: string }[];
    const userId = officers.find(({ displayName }) => displayName.endsWith('both'))?.userId;
    const asked = { body: { input: { userId } } };
    const naming = await county.head.ask('POST', `/petitions/${id}/commands/name-handler`, asked);
    expect(naming.body['code']).toBe('handler-outside-unit');
  });

  test('a batch, a merge and a command answer as they do for an id that nobody has', async () => {
    const { id } = await accuse();
    const letter = await registerLetter();
    const nobody = '0179be83-d3c5-894a-8701-c7adb4434f17';
    const answers = await Promise.all(
      [id, nobody].map(async (petition) => {
        const papers = [{ petitionId: petition, paperId: letter.id }];
        const batch = { step: 'issuePaper', papers };
        const merge = { input: { into: petition, explanation: '与前件为同一事项，合并办理。' } };
        const asked = [
          await county.officer.ask('POST', '/papers/batch', { body: batch }),
          await county.officer.ask('POST', `/petitions/${letter.id}/commands/merge`, {
            body: merge,
          }),
          await county.unitHead.ask('POST', `/petitions/${petition}/commands/accept`, {
            body: { input: {} },
          }),
          await county.unitHead.ask('GET', `/petitions/${petition}/papers/receipt`),
          await county.admin.ask('GET', `/petitions/${petition}/presence`),
        ];
        return asked.map(({ status, text }) => [status, text.replaceAll(petition, '…')]);
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe('L-4 the auditors see every look', () => {
  test('with the number of the petition, or with the reason why there is none', async () => {
    const auditor = await addPerson(county.admin, 'watcher', [[county.office, 'auditor']]);
    const { id, number } = await accuse();
    const letter = await registerLetter();
    await county.officer.must('GET', `/petitions/${letter.id}/papers/receipt`);
    await county.head.must('GET', `/petitions/${id}/papers/receipt`);
    await county.officer.must('GET', '/search?q=13700000000');
    const { items, next } = await auditor.must('GET', '/access-log');
    const looks = items as { what: string; petition: string; unnamed: string | null }[];
    const shown = (await viewOf(county.officer, letter.id))['number'];
    expect(looks[0]).toMatchObject({ what: 'search-person', unnamed: 'nothing-found' });
    expect(looks[1]).toMatchObject({ what: 'receipt', petition: '', unnamed: 'accusation' });
    expect(looks[2]).toMatchObject({ what: 'receipt', petition: shown, unnamed: null });
    expect(looks.every(({ petition, unnamed }) => (petition === '') === (unnamed !== null))).toBe(
      true,
    );
    expect(JSON.stringify({ items, next })).not.toContain(number);
  });
});

describe('X-2 an accusation opens to a fresh proof alone', () => {
  test('the officer named for it is asked again after ten minutes, others meet nothing', async () => {
    const { id } = await accuse();
    const letter = await registerLetter();
    const named = await signIn(house.url, 'head');
    const stranger = await signIn(house.url, 'officer');
    expect((await named.ask('GET', `/petitions/${id}`)).status).toBe(200);
    await sql(`UPDATE session SET fresh_until = now() - interval '1 minute'`);
    // Sessions are remembered for a second.
    await wait(1_200);
    for (const url of ['', '/papers/receipt']) {
      const answer = await named.ask('GET', `/petitions/${id}${url}`);
      expect(answer.body['code']).toBe('fresh-sign-in-required');
      expect((await stranger.ask('GET', `/petitions/${id}${url}`)).body['code']).toBe('not-found');
      expect((await named.ask('GET', `/petitions/${letter.id}${url}`)).status).toBe(200);
    }
    const adding = { input: { text: '又想起一张收据', uploads: [] } };
    const add = (caller: typeof named, petition: string) =>
      caller.ask('POST', `/petitions/${petition}/commands/add-material`, { body: adding });
    const paper = { petitionId: id, paperId: randomUUID() };
    const other = { petitionId: letter.id, paperId: randomUUID() };
    const step = (caller: typeof named, papers: readonly object[]) =>
      caller.ask('POST', '/papers/batch', { body: { step: 'checkPaper', papers } });
    expect((await add(named, id)).body['code']).toBe('fresh-sign-in-required');
    expect((await step(named, [other, paper])).body['code']).toBe('fresh-sign-in-required');
    expect((await add(stranger, id)).body['code']).toBe('not-found');
    expect((await step(stranger, [paper])).status).toBe(200);
    expect((await add(named, letter.id)).status).toBe(200);
    expect((await step(named, [other])).status).toBe(200);
    await named.must('POST', '/session/fresh', { password: 'quiet river seven lamps' });
    expect((await named.ask('GET', `/petitions/${id}`)).status).toBe(200);
    expect((await add(named, id)).status).toBe(200);
  });
});

describe('P-14 nobody signs as the petitioner', () => {
  test('a code that a colleague gave shows on no receipt; a new one is told to the petitioner', async () => {
    const { id, lookupCode } = await registerLetter();
    const receipt = `/petitions/${id}/papers/receipt?format=preview`;
    expect((await county.officer.ask('GET', receipt)).text).toContain(lookupCode);
    const other = await addPerson(county.admin, 'window2', [[county.office, 'clerk']]);
    expect((await other.ask('GET', receipt)).text).not.toContain(lookupCode);
    const replace = `/petitions/${id}/commands/replace-lookup-code`;
    const given = String((await other.must('POST', replace, { input: {} }))['lookupCode']);
    expect((await other.ask('GET', receipt)).text).toContain(given);
    expect((await county.officer.ask('GET', receipt)).text).not.toContain(given);
    const outbox = await county.head.must('GET', '/outbox?limit=100');
    const { number } = await viewOf(county.officer, id);
    const told = (outbox['items'] as { number: string; template: string }[]).filter(
      (message) => message.number === number,
    );
    expect(told.map(({ template }) => template)).toContain('code-replaced');
  });
});

describe('X-4 changes of accounts stand in the security log', () => {
  test('an administrator who takes a post, or lets himself in by another name, is seen', async () => {
    const admin = await signIn(house.url, 'admin');
    const me = String((await admin.must('GET', '/session'))['userId']);
    const posts = [{ unitId: county.bureau, role: 'handler' }];
    const account = { userName: 'taken', displayName: '被冒用者', posts };
    const taken = String((await admin.must('POST', '/users', account))['userId']);
    await admin.must('PUT', `/users/${taken}/password`, { password: 'seven lamps at the weir' });
    const post = { unitId: county.office, role: 'auditor' };
    await admin.must('POST', `/users/${me}/posts`, post);
    expect((await admin.ask('GET', '/session')).status).toBe(401);
    const log = await readFile(path.join(settings['DATA_DIR'] ?? '', 'security.log'), 'utf8');
    const entries = log.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: 'post-given',
          actor: `staff:${me}`,
          subject: `${me}:${county.office}:auditor`,
        }),
        expect.objectContaining({ action: 'password-reset', subject: taken }),
      ]),
    );
    expect(log).not.toContain('seven lamps');
  });
});

describe('what people send in addresses', () => {
  const nasty = [
    '\u0000',
    `' OR 1=1 --`,
    '9'.repeat(190),
    '1e309',
    '<script>',
    '8640000000000001.00000000-0000-0000-0000-000000000000',
    `9999999999999999.${'-'.repeat(36)}`,
    '9999-99-99T99:99:99Z_ffffffff-ffff-ffff-ffff-ffffffffffff',
    `2026-01-01T00:00:00Z_${'-'.repeat(36)}`,
  ];
  const lists: Readonly<Record<string, readonly string[]>> = {
    '/desk': ['task', 'colour', 'mine', 'purpose', 'channel', 'first', 'q', 'after', 'limit'],
    '/petitions': ['status', 'holder', 'region', 'first', 'from', 'to', 'q', 'sort', 'after'],
    '/search': ['q', 'after', 'limit'],
    '/units': ['kind', 'q'],
    '/outbox': ['status', 'after', 'limit'],
    '/inbox': ['limit'],
    '/access-log': ['after'],
  };
  test.each(Object.entries(lists))('no parameter of %s breaks it', async (url, names) => {
    const caller = await signIn(house.url, url === '/access-log' ? 'admin' : 'head');
    for (const name of names) {
      for (const value of nasty) {
        const asked = `${url}?${name}=${encodeURIComponent(value)}`;
        const { status } = await caller.ask('GET', asked);
        expect([asked, status < 500]).toEqual([asked, true]);
      }
    }
  });

  test.each(['/console/', '/console/assets/', '/assets/'])('%s serves nothing else', async (at) => {
    for (const way of ['../', '..%2f', '%2e%2e/', '..%5c', '%00']) {
      const answer = await fetch(`${house.url}${at}${way.repeat(3)}package.json`);
      expect(await answer.text()).not.toContain('"dependencies"');
      expect(answer.status).toBeLessThan(500);
    }
  });
});

describe('P-2 what others sent is theirs', () => {
  test('no upload, key or saved search of another person can be used', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const { body } = await county.officer.upload([
      { name: 'a\r\nSet-Cookie: x".png', bytes: new Uint8Array(png) },
    ]);
    const upload = (body['uploads'] as { id: string }[])[0]?.id;
    const matter = someMatter({ channel: 'letter', uploads: [upload] });
    const stolen = await county.handler.ask('POST', '/registrations', { body: matter });
    expect(stolen.body['code']).toBe('draft-expired');

    const key = 'the-same-key-of-two-people';
    const letter = someMatter({ channel: 'letter' });
    const [first, second] = [
      await county.officer.ask('POST', '/registrations', {
        body: letter,
        key,
      }),
      await county.head.ask('POST', '/registrations', {
        body: letter,
        key,
      }),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body['number']).not.toBe(first.body['number']);

    const saved = await county.officer.must('POST', '/saved-searches', { name: 'x', query: {} });
    const gone = await county.head.ask('DELETE', `/saved-searches/${String(saved['id'])}`);
    expect(gone.status).toBe(404);
  });

  test('X-2 a session that an attacker set beforehand is not the one that is opened', async () => {
    const victim = new Caller(house.url);
    const known = 'A'.repeat(43);
    victim.cookies.set('huiyin_session', known);
    await victim.must('POST', '/session', {
      userName: 'officer',
      password: 'quiet river seven lamps',
    });
    expect(victim.cookies.get('huiyin_session')).not.toBe(known);
  });
});

describe('L-3 jobs carry ids only', () => {
  test('nothing in the queue is more than a code or an id', async () => {
    const rows = await sql<{ data: Readonly<Record<string, unknown>> | null }>(
      'SELECT data FROM pgboss.job WHERE data IS NOT NULL',
    );
    for (const { data } of rows) {
      for (const value of Object.values(data ?? {})) {
        expect(String(value)).toMatch(/^[A-Za-z0-9:_.-]{0,80}$/);
      }
    }
  });
});
