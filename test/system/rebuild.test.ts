import { spawn } from 'node:child_process';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningServer } from '../../src/main/run-server.ts';
import { withClient } from '../../src/platform/database/cluster-database.ts';
import { atRest } from '../harness/at-rest.ts';
import { ended, newHome, openHouse, removeHome, settingsOf } from './house.ts';
import { setUpCounty, someMatter } from './county.ts';
import { leadToOpinion } from './life.ts';

let home: string;
let settings: Record<string, string>;
let house: RunningServer;
let walked: string;
let waiting: string;
let withPicture: string;

const words = {
  instruction: '请依法办理并答复',
  talk: '当面听取了信访人的意见',
  supplement: '请补充购买票据复印件',
  material: '票据复印件一份随信附上',
  facts: '经查路灯线路老化属实',
  basis: '城市照明管理规定第八条',
  answer: '本月内更换线路并修好路灯',
  proof: '信访人本人当面签收',
};

beforeAll(async () => {
  home = await newHome();
  settings = settingsOf(home);
  house = await openHouse(settings);
  const county = await setUpCounty(house.url);
  const register = async (more = {}) => {
    const body = someMatter({ channel: 'letter', purpose: 'appeal', ...more });
    return String((await county.officer.must('POST', '/registrations', body))['id']);
  };
  walked = await register();
  waiting = await register({ title: '井盖松动' });
  const colour = { r: 200, g: 30, b: 30 };
  const made = sharp({ create: { width: 64, height: 64, channels: 3, background: colour } });
  const bytes = new Uint8Array(await made.png().toBuffer());
  const { body } = await county.officer.upload([{ name: '井盖.png', bytes }]);
  const uploads = (body['uploads'] as { id: string }[]).map(({ id }) => id);
  withPicture = await register({ title: '井盖照片', uploads });
  await register({ purpose: 'accusation', accusedPersons: '某人' });
  for (let at = 0; at < 5; at += 1) await county.anybody.must('POST', '/petitions', someMatter());
  await leadToOpinion(county, walked, words);
  await atRest(house.core.db.ownerUrl ?? '');
});
afterAll(async () => {
  await house.close();
  await removeHome(home, settings);
});

/** `npm run rebuild`, beside the running server as an operator runs it. */
const rebuild = async (
  ...args: readonly string[]
): Promise<{ code: number | null; said: string }> => {
  const cli = path.join(import.meta.dirname, '../../src/main/cli.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', cli, 'rebuild', ...args], {
    env: settings,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  await ended(child);
  return { code: child.exitCode, said: Buffer.concat(pieces).toString('utf8') };
};

const asOwner = async (text: string, ...values: readonly unknown[]): Promise<void> => {
  await withClient(house.core.db.ownerUrl ?? '', async (client) => {
    const { rowCount } = await client.query(text, [...values]);
    expect(rowCount).toBeGreaterThan(0);
  });
};

test('L-1 rebuild --check agrees with what people did', async () => {
  const { code, said } = await rebuild('--check');
  expect(said).toContain('Everything agrees with the record');
  expect(code).toBe(0);
});

test('L-1 a clock, a line of the desk and a petition that say otherwise are each found, named and mended', async () => {
  await asOwner(
    `UPDATE petition_clock SET due_date = due_date + 1
      WHERE stream_id = $1 AND key = (SELECT min(key) FROM petition_clock WHERE stream_id = $1)`,
    waiting,
  );
  await asOwner('UPDATE desk_item SET officer = $2 WHERE stream_id = $1', waiting, 'somebody');
  await asOwner('DELETE FROM desk_item WHERE stream_id = $1', walked);
  // A line in a list where the petition must not stand.
  await asOwner(
    `INSERT INTO desk_item
     SELECT (jsonb_populate_record(d, '{"unit_id": "office-4301"}')).*
       FROM desk_item d WHERE stream_id = $1 LIMIT 1`,
    waiting,
  );
  await asOwner('UPDATE petition SET holder = $2 WHERE stream_id = $1', walked, 'nobody');
  const found = await rebuild('--check');
  expect(found.code).toBe(2);
  expect(found.said).toMatch(new RegExp(`${waiting}  clocks  \\S+`));
  expect(found.said).toMatch(new RegExp(`${waiting}  lists  \\S+`));
  expect(found.said).toMatch(new RegExp(`${walked}  lists  \\S+`));
  expect(found.said).toContain(`${walked}  petition  holder`);
  // Looking changes nothing.
  expect((await rebuild('--check')).said).toBe(found.said);
  expect((await rebuild()).code).toBe(0);
  expect((await rebuild('--check')).code).toBe(0);
});

test('L-1 numbers, words, people and files that were lost come back from the record and its sealed texts', async () => {
  const lost = ['petition_number', 'search_entry', 'blind_index', 'stored_file'];
  const rowsOf = (table: string) =>
    withClient(house.core.db.ownerUrl ?? '', async (client) => {
      const text = `SELECT array_to_string(array_agg(r::text ORDER BY r::text), '') AS all
                      FROM (SELECT * FROM ${table}) r`;
      return (await client.query<{ all: string }>(text)).rows[0]?.all;
    });
  const sortWords = `UPDATE search_entry
    SET words = (SELECT array_agg(DISTINCT word ORDER BY word) FROM unnest(words) word)`;
  await asOwner(sortWords);
  const before = await Promise.all(lost.map(rowsOf));
  expect(before.every((rows) => (rows ?? '').length > 10)).toBe(true);
  for (const table of lost) await asOwner(`DELETE FROM ${table}`);
  // What was never there must go: an accusation is found by nothing.
  const [accused] = await withClient(
    house.core.db.ownerUrl ?? '',
    async (client) =>
      (await client.query<{ id: string }>('SELECT stream_id AS id FROM petition WHERE accusation'))
        .rows,
  );
  await asOwner(`INSERT INTO search_entry (stream_id, words) VALUES ($1, '{7}')`, accused?.id);
  const found = await rebuild('--check');
  expect(found.code).toBe(2);
  for (const what of ['number', 'words', 'people'])
    expect(found.said).toContain(`${walked}  ${what}`);
  expect(found.said).toMatch(new RegExp(`${withPicture}  files`));
  expect(found.said).toContain(`${accused?.id ?? ''}  words`);
  expect((await rebuild()).code).toBe(0);
  expect((await rebuild('--check')).code).toBe(0);
  await asOwner(sortWords);
  expect(await Promise.all(lost.map(rowsOf))).toEqual(before);
});

test('L-1 a sealed text put in the place of another is found', async () => {
  const swap = (kept: string) =>
    asOwner(
      `UPDATE sealed SET ciphertext = CASE WHEN $2 THEN ciphertext || '\\x00' ELSE
              substring(ciphertext FROM 1 FOR length(ciphertext) - 1) END
        WHERE stream_id = $1 AND id = 'content'`,
      waiting,
      kept === 'spoil',
    );
  await swap('spoil');
  const found = await rebuild('--check');
  expect(found.said).toContain(`${waiting}  sealed`);
  expect(found.code).toBe(2);
  await swap('mend');
  expect((await rebuild('--check')).code).toBe(0);
});

test('L-1 one changed byte of the record is found, and no rebuild hides it', async () => {
  const seq = await withClient(house.core.db.ownerUrl ?? '', async (client) => {
    const { rows } = await client.query<{ seq: number }>(
      `SELECT min(seq) AS seq FROM event WHERE stream_id = $1 AND data::text LIKE '%"housing"%'`,
      [walked],
    );
    return rows[0]?.seq ?? 0;
  });
  const change = (from: string, to: string) =>
    asOwner(
      `UPDATE event SET data = replace(data::text, $3, $4)::jsonb WHERE stream_id = $1 AND seq = $2`,
      walked,
      seq,
      from,
      to,
    );
  await change('housing', 'housinh');
  const found = await rebuild('--check');
  expect(found.code).toBe(2);
  expect(found.said).toContain(`${walked}  chain  event ${seq}`);
  const written = await rebuild();
  expect(written.code).toBe(2);
  expect(written.said).toContain(`${walked}  chain  event ${seq}`);
  expect((await rebuild('--check')).said).toContain(`${walked}  chain  event ${seq}`);
  await change('housinh', 'housing');
  expect((await rebuild('--check')).code).toBe(0);
});
