import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visitCounty, untilCount } from './visit.ts';

/* What leaves the house: a list as a file, messages, and the words of papers. */

const visits = visitCounty();

const openExport = async (page: Page): Promise<void> => {
  await page.goto('/console/petitions?status=handling');
  await page.locator('.line').first().waitFor();
  await page.getByRole('button', { name: '导出 XLSX' }).click();
  await page.getByRole('dialog').waitFor();
};

/** The server would ask after ten minutes; here it asks at once. */
const loseFreshness = async (page: Page, path: string): Promise<void> => {
  await page.route(
    path,
    (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        json: { status: 401, code: 'fresh-sign-in-required', detail: 'sign in' },
      }),
    { times: 1 },
  );
};

describe('X-2, L-4 an export with names', () => {
  test('is asked for, proved anew, approved by a second person and fetched', async () => {
    const asker = await visits.openAs('officer1');
    const reason = `季度会商 ${Date.now()}`;
    await openExport(asker);
    await loseFreshness(asker, '**/api/v1/exports');
    await asker.getByLabel('导出用途').fill(reason);
    await asker.getByLabel('包含姓名').check();
    await asker.getByRole('button', { name: '开始导出' }).click();
    await asker.locator('#sign-in-password').waitFor();
    await asker.fill('#sign-in-password', visits.password);
    await asker.press('#sign-in-password', 'Enter');
    await asker.getByText('等另一位有权人员批准').first().waitFor();

    const second = await visits.openAs('officehead');
    await openExport(second);
    const asked = second.getByRole('listitem').filter({ hasText: reason });
    await asked.getByRole('button', { name: '批准', exact: true }).click();
    await asked.getByRole('button', { name: '批准', exact: true }).waitFor({ state: 'hidden' });

    // Earlier exports stand in the list below; the one just asked for stands in the form's place.
    const own = asker.getByRole('dialog').locator('form').getByRole('link');
    await own.waitFor({ timeout: 60_000 });
    const download = asker.waitForEvent('download');
    await own.click();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await readFile(await (await download).path())) as never);
    const cells = JSON.stringify(workbook.worksheets[0]?.getSheetValues());
    expect(cells).toContain(reason);
    expect(cells).toContain('批准人');
    // The second person sees that it was made, and cannot fetch it.
    await untilCount(asked.getByRole('link'), 0);
  });
});

describe('N-1 the outbox', () => {
  test('a message that waits for a person is sent again from the page', async () => {
    const page = await visits.openAs('officehead');
    await page.goto('/console/messages?status=held');
    const row = page.locator('tbody tr').first();
    await row.waitFor();
    const answer = page.waitForResponse((each) => each.url().endsWith('/resend'));
    await row.getByRole('button', { name: '重新发送' }).click();
    expect((await answer).status()).toBe(200);
  });
});

describe('G-1 the wording of papers', () => {
  test('a passage is changed, seen on a paper, and goes back to its default', async () => {
    const page = await visits.openAs('officehead');
    await page.goto('/console/wording');
    await page.getByRole('link', { name: '交办函' }).click();
    await page.locator('.paper-sheet').waitFor();
    const passage = page.locator('.wording-slot').filter({ hasText: '{reportOn}' });
    const words = '请于{reportOn}前将办理结果书面报送{we}，并附落实情况。';
    await passage.locator('textarea').fill('办理结果请尽快报送。');
    await passage.getByText('缺少').waitFor();
    await passage.getByRole('button', { name: '保存' }).click();
    await passage.getByText('必须保留占位符').waitFor();
    await passage.locator('textarea').fill(words);
    await page.locator('.paper-sheet').getByText('并附落实情况').waitFor();
    await passage.getByRole('button', { name: '保存' }).click();
    await passage.getByText('已保存。').waitFor();
    await page.reload();
    expect(await passage.locator('textarea').inputValue()).toBe(words);
    await passage.getByRole('button', { name: '恢复原来的写法' }).click();
    await passage.getByText('已恢复。').waitFor();
    expect(await passage.locator('textarea').inputValue()).not.toBe(words);
  });
});
