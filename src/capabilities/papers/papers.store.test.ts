import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { setStream, type Tx } from '../../platform/database/index.ts';
import { changeWording } from './commands.ts';
import { recordVoid, takeNumber } from './numbering-store.ts';
import { verifyPaper } from './queries.ts';
import { findPaper, insertPaper, listPapers, recordRendering, updateStage } from './store.ts';
import { recordVerification } from './verification-store.ts';
import { findTemplateTexts, removeTemplateText } from './wording-store.ts';

let database: TestDatabase;
const scope = { actor: 'staff:1', units: ['u-1', 'u-2', 'u-3', 'u-9'], roles: ['clerk'] };
const at = new Date('2026-03-09T02:00:00Z');
const hash = 'a'.repeat(64);

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 16 });
});
afterAll(() => database.drop());

const write = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> =>
  database.db.withActor(scope, 'write', fn);
const read = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> =>
  database.db.withActor(scope, 'read', fn);

test('G-1 numbers never repeat and leave no gap when many are taken at once', async () => {
  const taken = await Promise.all(
    Array.from({ length: 60 }, () => write((tx) => takeNumber(tx, 'u-1', 2026, '信转字'))),
  );
  expect(taken.toSorted((left, right) => left - right)).toEqual(
    Array.from({ length: 60 }, (_, index) => index + 1),
  );
});

test('G-1 each unit, year and register counts from one', async () => {
  const first = await write(async (tx) => [
    await takeNumber(tx, 'u-2', 2026, '信转字'),
    await takeNumber(tx, 'u-2', 2027, '信转字'),
    await takeNumber(tx, 'u-2', 2026, '信控转字'),
    await takeNumber(tx, 'u-2', 2026, '信转字'),
  ]);
  expect(first).toEqual([1, 1, 1, 2]);
});

test('G-1 a rolled back issue gives its number back; a printed one is voided once', async () => {
  const failed = write(async (tx) => {
    await takeNumber(tx, 'u-3', 2026, '信处字');
    throw new Error('no signature');
  });
  await expect(failed).rejects.toThrow('no signature');
  const value = await write((tx) => takeNumber(tx, 'u-3', 2026, '信处字'));
  expect(value).toBe(1);
  const gone = {
    unitId: 'u-3',
    year: 2026,
    register: '信处字',
    value,
    reason: 'misprint',
    actor: 'staff:1',
    at,
  };
  await write((tx) => recordVoid(tx, gone));
  await expect(write((tx) => recordVoid(tx, gone))).rejects.toThrow('duplicate key');
  expect(await write((tx) => takeNumber(tx, 'u-3', 2026, '信处字'))).toBe(2);
});

async function issue(streamId: string, verifyCode: string): Promise<void> {
  const paper = { streamId, paperId: 'p-1' };
  await write(async (tx) => {
    await setStream(tx, streamId);
    const number = `临信处字〔2026〕${await takeNumber(tx, 'u-9', 2026, '信处字')}号`;
    insertPaper(tx, {
      ...paper,
      kind: 'opinion',
      stage: 'signed',
      unitId: 'u-1',
      createdAt: at,
      number,
      issuedOn: '2026-03-09',
      verifyCode,
    });
    await recordRendering(tx, paper, {
      pages: 2,
      pdf: { sha256: hash, file: 'f/1' },
      docx: { sha256: hash, file: 'f/2' },
    });
    await recordVerification(tx, { ...paper, verifyCode, sha256: hash, issuedAt: at });
    await updateStage(tx, streamId, 'p-1', 'sealed');
  });
}

test('G-1 an issued paper verifies by its code and shows nothing of its content', async () => {
  const streamId = randomUUID();
  await issue(streamId, 'QH7C-2M4X-9RTA');
  const verified = await read((tx) => verifyPaper(tx, 'qh7c 2m4x 9rta'));
  expect(verified).toEqual({
    kind: 'opinion',
    number: '临信处字〔2026〕1号',
    unitId: 'u-1',
    issuedOn: '2026-03-09',
    stage: 'sealed',
    sha256: hash,
  });
  expect(await read((tx) => verifyPaper(tx, 'QH7C-2M4X-9RTB'))).toBeUndefined();
  expect(await read((tx) => verifyPaper(tx, 'x'))).toBeUndefined();
});

test('G-1 after a check no stream stays open, and a closed stream shows no paper', async () => {
  const streamId = randomUUID();
  await issue(streamId, '0000-1111-2222');
  const seen = await read(async (tx) => {
    await verifyPaper(tx, '0000-1111-2222');
    return listPapers(tx, streamId);
  });
  expect(seen).toEqual([]);
  const open = await read(async (tx) => {
    await setStream(tx, streamId);
    return [await listPapers(tx, streamId), await findPaper(tx, streamId, 'p-1')];
  });
  expect(open[0]).toEqual([open[1]]);
  expect(open[1]).toMatchObject({
    pages: 2,
    pdfFile: 'f/1',
    stage: 'sealed',
    issuedOn: '2026-03-09',
  });
});

test('G-1 a paper of a closed stream can be neither written nor moved', async () => {
  const streamId = randomUUID();
  const paper = { streamId, paperId: 'p-1', unitId: 'u-1', createdAt: at };
  const unnumbered = { number: null, issuedOn: null, verifyCode: null };
  await expect(
    write(async (tx) =>
      insertPaper(tx, { ...paper, ...unnumbered, kind: 'refusal', stage: 'draft' }),
    ),
  ).rejects.toThrow('row-level security');
  await issue(streamId, '3333-4444-5555');
  await expect(write((tx) => updateStage(tx, streamId, 'p-1', 'void'))).rejects.toThrow('not open');
});

test('G-1 two papers cannot bear the same code', async () => {
  await issue(randomUUID(), '6666-7777-8888');
  await expect(issue(randomUUID(), '6666-7777-8888')).rejects.toThrow('duplicate key');
});

test('G-1 an office keeps, changes and drops its own wording', async () => {
  const change = (text: string) =>
    write((tx) =>
      changeWording(tx, {
        unitId: 'u-1',
        kind: 'extension',
        slot: 'title',
        text,
        actor: 'staff:1',
        at,
      }),
    );
  expect(await change('延期告知书')).toEqual({ ok: true, value: undefined });
  expect(await change('延长期限告知书')).toEqual({ ok: true, value: undefined });
  expect(await change('{nobody}')).toMatchObject({
    refusal: { code: 'paper-placeholder-unknown' },
  });
  const texts = () => read((tx) => findTemplateTexts(tx, 'u-1', 'extension'));
  expect(await texts()).toEqual({ title: '延长期限告知书' });
  expect(await read((tx) => findTemplateTexts(tx, 'u-2', 'extension'))).toEqual({});
  await write((tx) => removeTemplateText(tx, 'u-1', 'extension', 'title'));
  expect(await texts()).toEqual({});
});
