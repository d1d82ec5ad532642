import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { choose } from './console-steps.ts';
import { phone, visitCounty } from './visit.ts';

/* Figures are looked at, opened, put together anew and taken home. */

const visits = visitCounty();

describe('T-1, T-2 a leader and the figures', () => {
  test('a number of the dashboard opens its list, and the list its matters', async () => {
    const page = await visits.openAs('leader');
    await page.goto('/console/statistics');
    const tile = page.locator('.tile', { has: page.locator('#tile-on-time-conclusion') });
    await tile.getByRole('link', { name: /^分母/ }).click();
    await page.getByRole('heading', { name: '明细：按期办结率' }).waitFor();
    const first = page.locator('main tbody tr').first();
    await first.waitFor();
    expect(page.url()).toContain('part=denominator');
    await first.getByRole('link').click();
    await page.locator('.strip h1').waitFor();
  });

  test('a chart has its table beside it, by which a keyboard goes deeper', async () => {
    const page = await visits.openAs('leader');
    await page.goto('/console/statistics?compare=');
    const topics = page.locator('.charted', { hasText: '各类内容登记件数' });
    await topics.locator('svg').waitFor();
    const rows = topics.locator('tbody tr');
    expect(await rows.count()).toBeGreaterThan(2);
    await rows.first().locator('th a').press('Enter');
    await page.waitForURL(/topic=/);
  });
});

describe('T-3 a free table', () => {
  test('is put together, kept, opened again and downloaded', async () => {
    const name = `乡镇渠道表 ${randomUUID().slice(0, 6)}`;
    const page = await visits.openAs('officehead');
    await page.goto('/console/statistics/table');
    await choose(page, 'builder-measures', '信访批次');
    await page.waitForURL(/measures=batches/);
    await page.keyboard.press('Escape');
    await page.getByLabel('行', { exact: true }).selectOption('region');
    await page.getByLabel('列', { exact: true }).selectOption('channel');
    await page.locator('.free-table tbody tr').first().waitFor();
    await page.getByLabel('名称').fill(name);
    await page.getByRole('button', { name: '保存这张表' }).click();
    await page.getByText(`已保存：${name}`).waitFor();

    await page.goto('/console/statistics/table');
    await page.getByRole('link', { name }).click();
    await page.locator('.free-table tbody tr').first().waitFor();
    const seen = await page.locator('.free-table tbody tr').count();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 XLSX' }).click(),
    ]);
    const book = new ExcelJS.Workbook();
    // exceljs was typed against an older Buffer.
    await book.xlsx.load((await readFile(await download.path())) as never);
    const lines = book.worksheets[0]?.getColumn(1).values.map(String) ?? [];
    expect(lines).toContain('信访批次');
    expect(lines.filter((line) => line === '合计')).toHaveLength(1);
    expect(lines.length).toBeGreaterThan(seen);
  });
});

describe('T-2, W-3 open figures', () => {
  test('are read on a phone without JavaScript, and by programs, without small numbers', async () => {
    const page = await visits.open(phone);
    await page.goto('/');
    await page.getByRole('link', { name: '公开数据：办得怎么样' }).click();
    const months = page.locator('.periods a');
    expect(await months.count()).toBeGreaterThan(2);
    await months.nth(1).click();
    await page.locator('.periods a[aria-current="page"]').waitFor();
    expect(await page.textContent('main')).toContain('按期办结率');
    const answer = await page.request.get('/statistics.json');
    const { figures } = (await answer.json()) as {
      figures: { numerator: number | null; denominator: number | null; hidden: boolean }[];
    };
    const counts = figures.filter(({ denominator }) => denominator === null);
    expect(counts.length).toBeGreaterThan(10);
    const small = counts.filter(
      ({ numerator }) => numerator !== null && numerator > 0 && numerator < 10,
    );
    expect(small).toEqual([]);
  });
});
