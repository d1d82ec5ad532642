import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { launchOwnBrowser } from '../harness/browser.ts';
import { lookUp } from './citizen-steps.ts';
import { dayAfter } from './office-by-program.ts';
import { faultsAtRest } from './page-faults.ts';
import { phone, signInOn, visitCounty } from './visit.ts';

/* A dispute from the village to a petition at the own wish, and two recorded without network. */

const visits = visitCounty();
const telephone = { viewport: { width: 390, height: 844 } };
const opened: BrowserContext[] = [];
const homes: string[] = [];

afterEach(async () => {
  for (const context of opened.splice(0)) await context.close();
  for (const home of homes.splice(0)) await rm(home, { recursive: true, force: true });
});

test('D-1 recorded on a phone, passed up, and a petition only at the own wish, with its origin told', async () => {
  const about = `屋后水沟被填，雨天倒灌进屋 ${randomUUID().slice(0, 6)}`;
  const grid = await visits.openAs('grid1', telephone);
  await grid.goto('/console/disputes/new');
  await grid.getByText('请走检举控告渠道').waitFor();
  await grid.fill('#field-place', '东门社区粮站后');
  await grid.selectOption('#field-kind', { label: '邻里' });
  await grid.fill('#field-about', about);
  await grid.fill('#field-parties', '钱旅程 13900000009');
  expect(await faultsAtRest(grid)).toEqual([]);
  await grid.locator('form button[type=submit]').click();
  await grid.getByRole('heading', { name: about }).waitFor();
  await grid.getByRole('button', { name: '往上报' }).click();
  await grid.fill('#field-reason', '邻居不听劝，请镇里出面。');
  await grid.locator('form button[type=submit]').click();
  await grid.getByText('等待签收').waitFor();

  // It waits at the township, which takes it.
  const township = await visits.openAs('chengguan');
  await township.goto('/console/disputes');
  await township.getByRole('link', { name: about }).click();
  await township.getByRole('button', { name: '签收' }).click();
  await township.locator('form button[type=submit]').click();
  await township.getByRole('button', { name: '化解了' }).waitFor();

  // The person concerned wants a petition and says so to the grid member.
  await grid.reload();
  await grid.getByRole('button', { name: '本人要求转为信访' }).click();
  await grid.selectOption('#field-ownWish', { label: '是，本人提出' });
  await grid.selectOption('#field-way', { label: '当面口头' });
  await grid.fill('#field-saidOn', dayAfter(0));
  await grid.fill('#field-wish', '我想请信访局来管这件事。');
  await grid.fill('#field-title', about);
  await grid.fill('#field-name', '钱旅程');
  expect(await faultsAtRest(grid)).toEqual([]);
  await grid.locator('form button[type=submit]').click();
  const slip = grid.getByRole('status').filter({ hasText: '查询码' });
  await slip.locator('dd').nth(1).waitFor();
  const [number = '', code = ''] = await slip.locator('dd').allTextContents();

  // Number and code open the progress page as always, on a phone without scripts.
  const citizen = await visits.open(phone);
  await lookUp(citizen, { number, code });
  expect(await citizen.textContent('main')).toContain('按您本人当面说的意思，转成了信访件');
  await grid.reload();
  await grid.getByText('已转为信访事项').first().waitFor();
}, 180_000);

/** The same telephone, switched on: what its browser kept is there. */
const switchOn = async (home: string, network: boolean): Promise<Page> => {
  const context = await launchOwnBrowser(home, {
    ...telephone,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: visits.base,
    // Without network every request ends where nobody is, also those of the service worker.
    ...(network ? {} : { proxy: { server: 'http://127.0.0.1:9', bypass: '<-loopback>' } }),
  });
  context.setDefaultTimeout(30_000);
  opened.push(context);
  return context.pages()[0] ?? context.newPage();
};

/** The telephone dies: nothing is closed, nothing is written any more. */
const die = async (page: Page): Promise<void> => {
  const context = page.context();
  const closed = new Promise((resolve) => context.once('close', resolve));
  const session = await context.newCDPSession(page);
  await session.send('Browser.crash').catch(() => undefined);
  await closed;
};

test('D-1 two disputes recorded without network on a phone that dies, sent twice, are there once', async () => {
  const word = '东门-二号-排查';
  const mark = randomUUID().slice(0, 6);
  const home = await mkdtemp(path.join(tmpdir(), 'huiyin-disputes-'));
  homes.push(home);
  const before = await switchOn(home, true);
  await before.goto('/console/field/disputes');
  await signInOn(before, 'grid1', visits.password);
  await before.fill('#take-word', word);
  await before.getByRole('button', { name: '在这台手机上开始' }).click();
  await before.getByRole('button', { name: '新登记一件' }).waitFor();
  await before.getByText('已带上').waitFor();
  expect(await faultsAtRest(before)).toEqual([]);
  await before.context().close();

  const outside = await switchOn(home, false);
  const openByWord = async (page: Page): Promise<void> => {
    await page.goto('/console/field/disputes');
    await page.locator('#field-word').fill(word);
    await page.getByRole('button', { name: '打开' }).click();
    await page.getByRole('button', { name: '新登记一件' }).waitFor();
  };
  await openByWord(outside);
  for (const place of ['一', '二']) {
    await outside.getByRole('button', { name: '新登记一件' }).click();
    await outside.fill('#field-place', `东门社区${place}号楼`);
    await outside.selectOption('#field-kind', 'neighbours');
    await outside.fill('#field-about', `楼道堆物，两家争执 ${mark}${place}`);
    await outside.getByRole('button', { name: '登记完成，等待送出' }).click();
    await outside.getByText(`${mark}${place}`).waitFor();
  }
  await die(outside);

  const again = await switchOn(home, false);
  await openByWord(again);
  await expect.poll(() => again.getByText(mark).count()).toBe(2);
  await again.context().close();

  // Still signed in: sent from two windows at once, as often as anybody presses.
  const online = await switchOn(home, true);
  const other = await online.context().newPage();
  const windows = [online, other];
  for (const page of windows) {
    await page.goto('/console/field/disputes');
    await page.getByRole('heading', { name: '登记纠纷（可离线）' }).waitFor();
  }
  const press = (page: Page) =>
    page.evaluate(`
      [...document.querySelectorAll('button')]
        .find((button) => button.textContent?.includes('现在发送'))?.click()`);
  // What the server has stays on no telephone: only that it was sent.
  const sent = online.locator('.field-list li').getByText('已发送');
  await expect
    .poll(
      async () => {
        await Promise.all(windows.map(press));
        return sent.count();
      },
      { timeout: 60_000 },
    )
    .toBe(2);
  const caller = await visits.callAs('grid1');
  const { items } = await caller.must('GET', '/disputes?whose=line&kind=neighbours&limit=100');
  const mine = (items as readonly { readonly about: string }[]).filter((line) =>
    line.about.includes(mark),
  );
  expect(mine).toHaveLength(2);
}, 240_000);
