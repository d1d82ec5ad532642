import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dayAfter } from './office-by-program.ts';
import { phone, tooWide, visitCounty } from './visit.ts';

/* A promise to many households: from the unit's list to what one of them reads on an old telephone. */

const visits = visitCounty();

const faultsOf = async (page: Page): Promise<string[]> => {
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return [...violations.map(({ id }) => id), ...((await page.evaluate(tooWide)) ? ['wide'] : [])];
};

/** The code as it is printed. */
async function codeOn(sheet: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(sheet) }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join('');
  return /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(text)?.[0] ?? '';
}

test('S-4 a list is imported with its wrong row told, a household is moved, and reads its own state', async () => {
  const title = `桂苑办证 ${randomUUID().slice(0, 6)}`;
  const head = await visits.callAs('officehead');
  await head.must('POST', '/public-promises', {
    title,
    text: '桂苑全部住户在约定的日子以前拿到不动产权证书。',
    leaderName: '程怀民',
    unit: 'housing',
    dueDate: dayAfter(30),
    steps: [
      { name: '材料未交', need: '请带购房合同到社区二楼。' },
      { name: '审核中' },
      { name: '已发证' },
    ],
  });
  const rows = Array.from({ length: 12 }, (_, at) => `1-1-${at + 101},材料未交`);

  const unit = await visits.openAs('housing');
  await unit.goto('/console/public-promises');
  await unit.getByRole('link', { name: title }).click();
  await unit.getByText('导入各户').click();
  await unit.setInputFiles('details input[type=file]', {
    name: '各户.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`户号,进展\n${rows.join('\n')}\n1-1-999,没有的步\n`),
  });
  await unit.getByRole('button', { name: '导入（13 户）' }).click();
  await unit.getByText('新增 12，移动 0，没有变化 0，有错 1').waitFor();
  await unit.getByLabel('选中 1-1-102').check();
  await unit.selectOption('#field-to', { label: '审核中' });
  await unit.fill('#field-note', '下周三以前审完。');
  expect(await faultsOf(unit)).toEqual([]);
  await unit.getByRole('button', { name: '移动选中的 1 户' }).click();
  await unit.getByRole('cell', { name: '下周三以前审完。' }).waitFor();

  // The unit prints the slip of that household and hands it over.
  await unit.fill('#find-household', '1-1-102');
  await unit.getByRole('button', { name: '查找' }).click();
  const slip = unit.getByRole('link', { name: '查询单', exact: true });
  await expect.poll(() => slip.count()).toBe(1);
  const sheet = await unit.request.get((await slip.getAttribute('href')) ?? '');
  const code = await codeOn(await sheet.body());

  const citizen = await visits.open(phone);
  await citizen.goto('/promises');
  await citizen.getByRole('link', { name: title }).click();
  await citizen.fill('#code', '0000-0000-0000-0000');
  await citizen.click('#own-form button');
  await citizen.getByText('没有查到').first().waitFor();
  await citizen.fill('#code', code.toLowerCase());
  await citizen.click('#own-form button');
  await citizen.getByText('下周三以前审完。').waitFor();
  expect(await citizen.getByText('审核中').count()).toBe(1);
  expect(new URL(citizen.url()).search).toBe('');
}, 180_000);
