import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { to as copyTo } from 'pg-copy-streams';
import type { RunningServer } from '../../src/main/run-server.ts';
import { runRotateKeys } from '../../src/main/rotate-keys.ts';
import { withClient } from '../../src/platform/database/cluster-database.ts';
import { findBreak } from '../../src/platform/log/security-log.ts';
import { setUpCounty, signIn, someMatter, type County } from './county.ts';
import { Caller } from './caller.ts';
import { Finder } from './encodings.ts';
import { newHome, openHouse, removeHome, settingsOf } from './house.ts';
import { leadToOpinion, viewOf } from './life.ts';

/* Everything here is invented; nobody bears these numbers. */
const person = {
  name: '欧阳查无此人',
  documentType: 'identity-card',
  documentNumber: '430121198804177312',
  mobile: '17699402815',
  landline: '0731-86420957',
  email: 'wuciren-ouyang@example.org',
  address: '虚构路九百九十九号幽兰苑七栋',
  safeContact: '请打给隔壁磨剪刀的师傅',
  authority: '受祖父书面委托前来',
};
const latin = { name: 'Xylophina Quagmire', address: '77 Nonesuch Crescent' };
const matter = {
  title: '幽兰苑东门石狮倒伏挡路',
  text: '石狮自清明倒伏至今，轮椅无法通行。The granite lion blocks every wheelchair since April.',
  demands: ['将石狮扶正并加固底座', 'Reimburse the cracked zither'],
  place: '幽兰苑东门石狮旁',
  earlierSteps: '曾向磨坊街道口头反映三回',
  policyNamed: '石狮安全管理暂行规定',
};
const words = {
  instruction: '请先派人把石狮围起来',
  talk: '面谈时申请人拄着竹杖落泪',
  supplement: '请补交古筝购买小票原件',
  material: '小票已被雨水泡烂只剩半张',
  facts: '经查石狮底座确有三道裂纹',
  basis: '依据虚构的石狮条例第八条',
  answer: '本月内由石匠重新安放石狮',
  proof: '本人在家门口签收并按了手印',
};
const draft = { title: '草稿里的荷塘淤泥', text: '荷塘淤泥没过膝盖的草稿正文' };
const fileText = '附件正文写着青瓦滴漏十八处';
const fileName = '青瓦滴漏照片说明';

const secrets = [
  ...Object.values(person).filter((value) => value !== 'identity-card'),
  ...Object.values(latin),
  matter.title,
  matter.place,
  matter.earlierSteps,
  matter.policyNamed,
  ...matter.demands,
  ...matter.text.split(/[。.，]/).filter((part) => part.length > 3),
  ...Object.values(words),
  ...Object.values(draft),
  fileText,
  fileName,
];

let home: string;
let settings: Record<string, string>;
let house: RunningServer;
let county: County;
let petition: { readonly id: string; readonly number: string; readonly lookupCode: string };

/** A small PDF with a sentence that no compression hides. */
const pdf = (sentence: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.from(
      `%PDF-1.4\n% ${sentence}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`,
    ),
  );

beforeAll(async () => {
  home = await newHome();
  settings = settingsOf(home, { LOG_LEVEL: 'debug' });
  house = await openHouse(settings);
  county = await setUpCounty(house.url);
  const { officer } = county;
  const uploaded = await officer.upload([{ name: `${fileName}.pdf`, bytes: pdf(fileText) }]);
  const [file] = uploaded.body['uploads'] as { id: string }[];
  // A second one that stays staged.
  await officer.upload([{ name: `${fileName}.pdf`, bytes: pdf(`${fileText} `) }]);
  const people = [person, { ...latin, role: 'representative' }];
  const more = { ...matter, channel: 'letter', purpose: 'appeal', people, uploads: [file?.id] };
  const registered = await officer.must('POST', '/registrations', someMatter(more));
  petition = {
    id: String(registered['id']),
    number: String(registered['number']),
    lookupCode: String(registered['lookupCode']),
  };
  await leadToOpinion(county, petition.id, words);
  // A refused one leaves traces in the logs, if anything does.
  await county.anybody.ask('POST', '/petitions', {
    body: someMatter({ ...matter, people, regionCode: '99' }),
  });
  await county.anybody.ask('POST', '/petitions', {
    body: someMatter({ ...matter, people, purpose: 'accusation' }),
  });
  await officer.ask('GET', `/search?q=${encodeURIComponent(matter.title.slice(0, 4))}`);
  await officer.ask('POST', '/similar', { body: { mobile: person.mobile, text: matter.text } });
  await officer.ask('POST', '/session', { body: { userName: person.name, password: 'x' } });
  const view = await viewOf(officer, petition.id);
  await officer.must('POST', `/petitions/${petition.id}/people/${view.people[0]?.id}/reveal`);
  const citizen = new Caller(house.url);
  await citizen.open('/submit/helper');
  for (const [step, fields] of [
    ['helper', { helping: 'self' }],
    ['purpose', { purpose: 'appeal' }],
    ['story', draft],
  ] as const) {
    const { status } = await citizen.sendForm(`/submit/${step}`, fields);
    if (status !== 303) throw new Error(`${step} answered ${status}`);
  }
});
afterAll(async () => {
  await house.close();
  await removeHome(home, settings);
});

const ownerUrl = (): string => house.core.db.ownerUrl ?? '';

test('L-3 the search itself finds a value in every form', async () => {
  for (const secret of secrets) {
    const lying = (text: string | Buffer) => Readable.from([Buffer.from('..'), Buffer.from(text)]);
    const finder = new Finder([secret]);
    const shown = [
      secret,
      Buffer.from(secret, 'utf16le'),
      Buffer.from(`x${secret}y`).toString('base64'),
      Buffer.from(`xy${secret}`).toString('base64url'),
      JSON.stringify({ secret }),
      encodeURIComponent(secret),
      Buffer.from(secret).toString('hex'),
    ];
    for (const text of shown) {
      const one = new Finder([secret]);
      await pipeline(lying(text), one);
      expect([text, one.found.size]).toEqual([text, 1]);
    }
    await pipeline(lying('nothing'), finder);
    expect(finder.found.size).toBe(0);
  }
});

test('L-3 no column of any table holds a name, number, telephone, address or text in any encoding', async () => {
  const leaks: string[] = [];
  await withClient(ownerUrl(), async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_toast', 'information_schema')`,
    );
    expect(tables.rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['public.event', 'public.sealed', 'public.message']),
    );
    expect(tables.rows.some(({ name }) => name.startsWith('pgboss.'))).toBe(true);
    const counted = await client.query<{ n: number }>(
      `SELECT (SELECT count(*) FROM portal_draft) * (SELECT count(*) FROM staged_upload)
              * (SELECT count(*) FROM message) * (SELECT count(*) FROM paper) AS n`,
    );
    expect(Number(counted.rows[0]?.n)).toBeGreaterThan(0);
    for (const { name } of tables.rows) {
      // Some types of the catalogue have no binary form; ours are read in both.
      for (const form of name.startsWith('pg_catalog.') ? ['text'] : ['text', 'binary']) {
        const finder = new Finder(secrets);
        await pipeline(client.query(copyTo(`COPY ${name} TO STDOUT (FORMAT ${form})`)), finder);
        leaks.push(...[...finder.found].map((secret) => `${name}: ${secret}`));
      }
    }
  });
  expect(leaks).toEqual([]);
});

const filesBelow = async (directory: string): Promise<string[]> =>
  (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

test('L-3 no file of the data directory holds them: database, its log, attachments, our logs', async () => {
  await withClient(ownerUrl(), (client) => client.query('CHECKPOINT'));
  const leaks: string[] = [];
  const files = await filesBelow(settings['DATA_DIR'] ?? '');
  expect(files.length).toBeGreaterThan(500);
  expect(files.some((file) => file.endsWith('security.log'))).toBe(true);
  expect(files.some((file) => /\/files\/[0-9a-f]{2}\//.test(file))).toBe(true);
  for (const file of files) {
    const finder = new Finder(secrets);
    await pipeline(createReadStream(file, { highWaterMark: 1 << 22 }), finder).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      },
    );
    leaks.push(...[...finder.found].map((secret) => `${path.relative(home, file)}: ${secret}`));
  }
  expect(leaks).toEqual([]);
});

test('L-3 keys rotate by one command: everything opens, the code stays, the mobile is found', async () => {
  const before = await viewOf(county.officer, petition.id);
  await house.close();
  const said: string[] = [];
  expect(await runRotateKeys(settings, [], (text) => said.push(text))).toBe(0);
  expect(said.join('')).toContain('version 2');
  house = await openHouse(settings);
  const officer = await signIn(house.url, 'officer');
  const after = await viewOf(officer, petition.id);
  expect(after.title).toBe(matter.title);
  expect(after.text).toBe(before.text);
  expect(after.demands).toEqual(before.demands);
  const headers = { 'x-lookup-code': petition.lookupCode };
  const progress = await officer.ask('GET', `/public/petitions/${petition.number}`, { headers });
  expect(progress.status).toBe(200);
  const found = await officer.must('GET', `/search?q=${person.mobile}`);
  expect((found['items'] as { id: string }[]).map(({ id }) => id)).toEqual([petition.id]);
  const byIdentity = await officer.must('GET', `/search?q=${person.documentNumber}`);
  expect((byIdentity['items'] as { id: string }[]).map(({ id }) => id)).toEqual([petition.id]);
  const byWord = await officer.must('GET', `/search?q=${encodeURIComponent('石狮倒伏')}`);
  expect((byWord['items'] as { id: string }[]).map(({ id }) => id)).toEqual([petition.id]);
  const versions = await withClient(ownerUrl(), (client) =>
    client.query<{ v: number }>(
      'SELECT key_version AS v FROM case_key UNION SELECT key_version FROM blind_index',
    ),
  );
  expect(versions.rows).toEqual([{ v: 2 }]);
});

test('X-4 what happened stands in the security log, chained and without a name', async () => {
  const text = await readFile(path.join(settings['DATA_DIR'] ?? '', 'security.log'), 'utf8');
  expect(findBreak(text)).toBeUndefined();
  const actions = text
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { action: string }).action);
  expect(new Set(actions)).toEqual(
    new Set(['account-added', 'sign-in', 'sign-in-failed', 'reveal', 'key-rotation']),
  );
  expect(text).not.toContain('127.0.0.1');
  expect(text).not.toContain('officer');
});
