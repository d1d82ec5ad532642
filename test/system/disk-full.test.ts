import { execFile } from 'node:child_process';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeCore, type Core } from '../../src/main/core.ts';
import { openAll, type Opened } from '../../src/main/open.ts';
import { composeServer } from '../../src/main/server.ts';
import { seedCalendar } from '../../src/platform/calendar/index.ts';
import { createDatabase, type Database } from '../../src/platform/database/pool.ts';
import { UploadInspector } from '../../src/platform/files/index.ts';
import { LetterReader } from '../../src/platform/ocr/index.ts';
import type { HttpServer } from '../../src/platform/http/index.ts';
import { setUpCounty, someMatter, type County } from './county.ts';
import { newHome, removeHome, settingsOf } from './house.ts';
import { countRows } from './rows.ts';

const run = promisify(execFile);
const megabyte = 1024 * 1024;

/** A small disk below the files: a real one where this machine lets us mount it. */
interface SmallDisk {
  readonly real: boolean;
  readonly free: (directory: string) => Promise<number>;
  readonly fill: () => Promise<void>;
  readonly clear: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

async function smallDisk(directory: string): Promise<SmallDisk> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'huiyin-test', directory]);
  } catch {
    let full = false;
    return {
      real: false,
      free: async () => (full ? megabyte : 1024 * megabyte),
      fill: async () => void (full = true),
      clear: async () => void (full = false),
      remove: async () => undefined,
    };
  }
  const filler = path.join(directory, 'filler');
  const free = async (): Promise<number> => {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize;
  };
  return {
    real: true,
    free,
    fill: async () => writeFile(filler, Buffer.alloc(100 * megabyte, 1)),
    clear: () => rm(filler, { force: true }),
    remove: async () => void (await run('umount', [directory])),
  };
}

let home: string;
let settings: Record<string, string>;
let disk: SmallDisk;
let opened: Opened;
let core: Core;
let http: HttpServer;
let database: Database;
let county: County;
let inspector: UploadInspector;
let reader: LetterReader;
/** How far this machine's clock seems to be ahead, in ms. */
let ahead = 0;

beforeAll(async () => {
  home = await newHome();
  settings = settingsOf(home);
  const all = await openAll(settings, 'server');
  if (!all.ok) throw new Error(all.refusal.map(({ en }) => en).join('\n'));
  opened = all.value;
  const { url, ownerUrl } = opened.database.db;
  database = createDatabase({
    url,
    ...(ownerUrl === undefined ? {} : { ownerUrl }),
    machineClock: () => Date.now() + ahead,
  });
  await seedCalendar(opened.database.db, () => Promise.resolve());
  const { dataDir } = opened.config;
  disk = await smallDisk(path.join(dataDir, 'files'));
  core = await composeCore({
    db: database,
    keys: opened.keys,
    dataDir,
    publicUrl: 'http://127.0.0.1',
    requireSecondFactor: false,
    ...(disk.real ? {} : { freeBytes: disk.free }),
  });
  inspector = new UploadInspector();
  reader = new LetterReader();
  http = await composeServer({
    core,
    config: opened.config,
    inspector,
    reader,
    migrations: [],
    onNewCalendar: () => Promise.resolve(),
  });
  county = await setUpCounty(await http.listen({ host: '127.0.0.1', port: 0 }));
});
afterAll(async () => {
  await http.close();
  core.stop();
  inspector.close();
  reader.close();
  await database.close();
  await disk.remove();
  await opened.database.close();
  await removeHome(home, settings);
});

const picture = async () => {
  const colour = { r: 200, g: 30, b: 30 };
  const made = sharp({ create: { width: 64, height: 64, channels: 3, background: colour } });
  return [{ name: '照片.png', bytes: new Uint8Array(await made.png().toBuffer()) }];
};

const rows = () => countRows(database.ownerUrl ?? '');

test('X-7 disk full: files are refused, typed text is taken, and files again by itself', async () => {
  const { officer, anybody } = county;
  expect((await officer.upload(await picture())).status).toBe(200);
  await disk.fill();
  const before = await rows();
  const refused = await officer.upload(await picture());
  expect([refused.status, refused.body['code']]).toEqual([507, 'storage-full']);
  expect(refused.body['detailZh']).toMatch(/\p{Script=Han}/u);
  expect(refused.body['detailEn']).toMatch(/^[A-Z]/);
  expect(await rows()).toEqual(before);
  const taken = await anybody.ask('POST', '/petitions', { body: someMatter() });
  expect(taken.status).toBe(201);
  const { id } = await officer.must('POST', '/registrations', someMatter({ channel: 'letter' }));
  await officer.must('GET', `/petitions/${String(id)}`);
  await disk.clear();
  expect((await officer.upload(await picture())).status).toBe(200);
});

test('X-7 clocks more than 2 s apart stop every command with a sentence, and reading goes on', async () => {
  const { officer, anybody, admin } = county;
  const body = someMatter({ channel: 'letter', purpose: 'appeal' });
  const { id } = await officer.must('POST', '/registrations', body);
  const before = await rows();
  for (const skew of [-3_000, 3_000]) {
    ahead = skew;
    const input = { to: county.bureau, instruction: '请办理' };
    const commands = [
      await anybody.ask('POST', '/petitions', { body: someMatter() }),
      await officer.ask('POST', '/registrations', { body }),
      await officer.ask('POST', `/petitions/${String(id)}/commands/refer`, { body: { input } }),
      await admin.ask('POST', '/regions', {
        body: { code: '430121001', name: '城关镇', level: 'township', parentCode: '430121' },
      }),
    ];
    for (const { status, body: problem } of commands) {
      expect([status, problem['code']]).toEqual([503, 'clock-skew']);
      expect(problem['detailZh']).toMatch(/\p{Script=Han}/u);
      expect(problem['detailEn']).toMatch(/^[A-Z]/);
    }
    expect((await officer.ask('GET', `/petitions/${String(id)}`)).status).toBe(200);
  }
  expect(await rows()).toEqual(before);
  ahead = 1_500;
  expect((await anybody.ask('POST', '/petitions', { body: someMatter() })).status).toBe(201);
  ahead = 0;
});
