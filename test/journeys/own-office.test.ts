import { generate } from 'otplib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/main/run-server.ts';
import { launchBrowser } from '../harness/browser.ts';
import { newHome, openHouse, removeHome, settingsOf } from '../system/house.ts';
import { signInOn, untilCount } from './visit.ts';

/* An office begins with an empty server: its place, its first administrator, the second factor. */

const password = 'lantern-river-mountain-88';
let home: string;
let settings: ReturnType<typeof settingsOf>;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  home = await newHome();
  settings = settingsOf(home, { REQUIRE_SECOND_FACTOR: 'yes' });
  server = await openHouse(settings);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await removeHome(home, settings);
});

const signIn = async (page: Page, code: string): Promise<void> => {
  await page.locator('#sign-in-name').waitFor();
  await signInOn(page, 'zhou.admin', password);
  await page.getByText('请输入动态码完成登录').waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('sign-in-code');
  await page.fill('#sign-in-code', code);
  await page.press('#sign-in-code', 'Enter');
};

describe('X-2, O-1 an own office', () => {
  test('is set up in the browser; its administrator binds a code and signs in with it', async () => {
    const context = await browser.newContext({ baseURL: server.url, locale: 'zh-CN' });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    // Whoever opens the console of an empty server comes to the set-up.
    await page.goto('/console/');
    await page.waitForURL('**/console/setup');
    await page.getByLabel('地区代码').fill('341525');
    await page.getByLabel('地区名称').fill('霍山县');
    await page.getByLabel('信访部门名称').fill('霍山县信访局');
    await page.getByLabel('用户名').fill('zhou.admin');
    await page.getByLabel('姓名').fill('周管理');
    await page.getByLabel('密码').fill('short');
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByText('密码太容易被猜到').waitFor();
    expect(await page.getByLabel('地区名称').inputValue()).toBe('霍山县');
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByRole('link', { name: '去登录' }).click();

    await page.locator('#sign-in-name').waitFor();
    await signInOn(page, 'zhou.admin', password);
    const secret = (await page.locator('code.break').textContent()) ?? '';
    const box = page.getByLabel('输入应用上显示的 6 位数字');
    await box.fill('000000');
    await page.getByRole('button', { name: '绑定' }).click();
    await page.getByText('动态码不对').waitFor();
    const code = await generate({ secret });
    await box.fill(code);
    await page.getByRole('button', { name: '绑定' }).click();
    const recovery = page.locator('.codes code');
    await recovery.first().waitFor();
    await untilCount(recovery, 10);
    const spare = (await recovery.first().textContent()) ?? '';
    await page.getByRole('button', { name: '已记好' }).click();
    await page.locator('.side-unit').getByText('霍山县信访局').waitFor();

    await page.getByRole('button', { name: '退出' }).click();
    // A one-time code works once; the next one, or a spare one, opens.
    await signIn(page, code);
    await page.getByText('用户名、密码或动态码不对').waitFor();
    await page.fill('#sign-in-code', spare);
    await page.press('#sign-in-code', 'Enter');
    await page.locator('.side-unit').waitFor();
    await context.close();
  });
});
