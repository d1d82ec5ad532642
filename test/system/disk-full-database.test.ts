import { execFile } from 'node:child_process';
import { chmod, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningServer } from '../../src/main/run-server.ts';
import { withClient } from '../../src/platform/database/cluster-database.ts';
import type { Answer } from './caller.ts';
import { setUpCounty, someMatter, type County } from './county.ts';
import { newHome, openHouse, removeHome, settingsOf } from './house.ts';

const run = promisify(execFile);

/* The disk of PostgreSQL itself: a real small one where this machine lets us mount it; elsewhere
   the database answers as it does on a full disk, by an error of class 53100. */

let home: string;
let settings: Record<string, string>;
let house: RunningServer;
let county: County;
let mounted = false;

beforeAll(async () => {
  home = await newHome();
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=420m,mode=755', 'huiyin-test', home]);
    mounted = true;
  } catch {
    await chmod(home, 0o755);
  }
  settings = settingsOf(home);
  house = await openHouse(settings);
  county = await setUpCounty(house.url);
});
afterAll(async () => {
  await house?.close();
  if (mounted) await run('umount', ['-l', home]);
  await removeHome(home, settings);
});

const asOwner = (text: string): Promise<unknown> =>
  withClient(house.core.db.ownerUrl ?? '', (client) => client.query(text));

const filler = (): string => path.join(home, 'filler');

const fill = async (): Promise<void> => {
  if (!mounted) {
    await asOwner(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`);
    await asOwner(`CREATE TRIGGER full_disk BEFORE INSERT ON event
      FOR EACH STATEMENT EXECUTE FUNCTION full_disk()`);
    return;
  }
  const { bavail, bsize } = await statfs(home);
  // The last page of it may be gone meanwhile.
  await writeFile(filler(), Buffer.alloc(bavail * bsize)).catch(() => undefined);
};

const clear = async (): Promise<void> => {
  if (mounted) await rm(filler(), { force: true });
  else await asOwner('DROP FUNCTION full_disk CASCADE');
};

const long = '长'.repeat(3_000);
const send = (turn: number): Promise<Answer> =>
  county.anybody.ask('POST', '/petitions', { body: someMatter({ text: `${long}${turn}` }) });

test('X-7 the disk of the database full: a sentence, nothing acknowledged is lost, service returns by itself', async () => {
  const taken: Answer[] = [await send(0)];
  await fill();
  // Pages that are there already take a few more.
  let refused: Answer | undefined;
  for (let turn = 1; turn < 400 && refused === undefined; turn += 1) {
    const answer = await send(turn);
    if (answer.status === 201) taken.push(answer);
    else refused = answer;
  }
  expect([refused?.status, refused?.body['code']]).toEqual([507, 'storage-full']);
  expect(refused?.body['detailZh']).toMatch(/\p{Script=Han}/u);
  // Reading goes on.
  expect((await county.officer.ask('GET', '/desk?limit=5')).status).toBe(200);
  await clear();
  await expect.poll(async () => (await send(999)).status, { timeout: 60_000 }).toBe(201);
  for (const { body } of taken) {
    const headers = { 'x-lookup-code': String(body['lookupCode']) };
    const found = await county.anybody.ask('GET', `/public/petitions/${String(body['number'])}`, {
      headers,
    });
    expect(found.status).toBe(200);
  }
});
