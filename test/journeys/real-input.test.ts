import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { PetitionLine } from '../../src/capabilities/petitions/view.ts';
import { settingsOf } from '../system/house.ts';
import { lookUp } from './citizen-steps.ts';
import { answerPetition, petitionOf, step } from './office-by-program.ts';
import { phone, visitCounty } from './visit.ts';

/*
 * Messages that people really wrote, where HUIYIN_REAL_DATA names a folder of them, else made-up
 * ones: imported while the program runs, then ten of them walked to their answers. Of each real
 * file the first hundred rows: whole files are the business of the import's own tests.
 */

const visits = visitCounty();
const rows = 100;
const realData = process.env['HUIYIN_REAL_DATA'];
const files =
  realData === undefined
    ? [path.resolve(import.meta.dirname, '../data/petitions.jsonl')]
    : ['open', 'replied', 'labelled'].map((name) => path.join(realData, `${name}.jsonl`));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'huiyin-real-'));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const runImport = async (file: string, source: string): Promise<string> => {
  const cli = path.resolve(import.meta.dirname, '../../src/main/cli.ts');
  const region = ['--source', source, '--region', '690121'];
  const child = spawn(process.execPath, ['--import', 'tsx', cli, 'import', file, ...region], {
    env: { ...settingsOf(''), DATA_DIR: inject('county').dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return said + complained;
};

const imported = (said: string): number => Number(/导入 (\d+)，/.exec(said)?.[1] ?? '-1');
const already = (said: string): number => Number(/已有 (\d+)，/.exec(said)?.[1] ?? '-1');

describe('P-1 P-8 what people wrote comes in, and ten of them get an answer', () => {
  test('imported once, walked to the answer, opened by number and code', async () => {
    const officer = await visits.callAs('officer1');
    const before = await officer.must('GET', '/petitions?limit=100&sort=registered');
    const known = new Set((before['items'] as PetitionLine[]).map(({ id }) => id));
    for (const file of files) {
      const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
      const slice = path.join(folder, path.basename(file));
      await writeFile(slice, `${lines.slice(0, rows).join('\n')}\n`);
      const source = `测试来件${path.basename(file, '.jsonl')}`;
      const first = await runImport(slice, source);
      expect(imported(first), first).toBeGreaterThan(0);
      const second = await runImport(slice, source);
      expect([imported(second), already(second)]).toEqual([0, imported(first)]);
    }

    const { items } = await officer.must('GET', '/petitions?limit=100&status=registered');
    const fresh = (items as PetitionLine[])
      .filter(({ id, purpose }) => !known.has(id) && purpose !== 'accusation')
      .slice(0, 10);
    expect(fresh).toHaveLength(10);
    const codes = new Map<string, string>();
    for (const { id, number } of fresh) {
      const view = await petitionOf(officer, id);
      if (view.purpose === null) {
        await step(officer, id, 'classify', { purpose: 'appeal', regionCode: view.region.code });
      }
      // Nobody wrote this code down: the window gives a new one.
      const replaced = await step(officer, id, 'replaceLookupCode');
      codes.set(number, String(replaced['lookupCode']));
      await answerPetition(visits, number);
    }

    const page = await visits.open(phone);
    for (const [number, code] of codes) {
      await lookUp(page, { number, code });
      const shown = (await page.textContent('main')) ?? '';
      expect([number, shown.includes('处理意见书')]).toEqual([number, true]);
      const link = page.getByRole('link', { name: /处理意见书/ }).first();
      const paper = await page.request.get((await link.getAttribute('href')) ?? '');
      expect([number, paper.headers()['content-type']]).toEqual([number, 'application/pdf']);
    }
  });
});
