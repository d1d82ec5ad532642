import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { Keyboard } from './console-steps.ts';
import { letterScan } from '../../scripts/letter-scan.ts';
import { signInOn, visitCounty, untilCount } from './visit.ts';

/* A clerk registers with the keyboard alone. */

const visits = visitCounty();

const scan = async () => ({
  name: '来信第一页.png',
  mimeType: 'image/png',
  buffer: Buffer.from(await letterScan()),
});

interface Told {
  readonly channel: string;
  readonly name: string;
  readonly document: string;
  readonly mobile: string;
  readonly title: string;
  readonly text: string;
  readonly demands: readonly string[];
}

/** From the desk to the last field, with keys alone. */
const typeMatter = async (page: Page, keys: Keyboard, told: Told): Promise<void> => {
  await keys.press('n');
  await page.locator('#registration-channel').waitFor();
  await keys.press(told.channel);
  await keys.type(told.name);
  await keys.press('Tab');
  await keys.type(told.document);
  await keys.press('Tab');
  await keys.type(told.mobile);
  await keys.tabTo('registration-title');
  await keys.type(told.title);
  await keys.press('Tab');
  await keys.type(told.text);
  await keys.press('Tab');
  for (const [at, demand] of told.demands.entries()) {
    await keys.type(demand);
    if (at < told.demands.length - 1) await keys.press('Enter');
  }
};

const numberOn = async (page: Page): Promise<string> => {
  const number = await page.locator('.receipt dd').first().textContent();
  return (number ?? '').replaceAll(/\D/g, '');
};

describe('P-2 registration with the keyboard alone', () => {
  test.each([
    ['a visit', '1'],
    ['a letter with its scan', '2'],
    ['a telephone call', '3'],
  ])('%s takes no more than 60 key presses beyond its text', async (kind, channel) => {
    const page = await visits.openAs('clerk');
    const keys = new Keyboard(page);
    await typeMatter(page, keys, {
      channel,
      name: '孙建国',
      document: '11010519491231002X',
      mobile: '13800138000',
      title: `拖欠工资 ${kind} ${randomUUID().slice(0, 6)}`,
      text: '去年三月到十月在城东工地做木工，工头拖欠工资两万三千元，多次讨要无果。',
      demands: ['支付拖欠的工资', '追究拖欠的责任'],
    });
    if (kind.includes('scan')) {
      await keys.tabTo('registration-uploads');
      const chooser = page.waitForEvent('filechooser');
      const uploading = page.waitForRequest('**/api/v1/uploads');
      await keys.press('Enter');
      await (await chooser).setFiles(await scan());
      // Sent while the scan is still on its way: the form waits for it.
      await uploading;
    }
    await keys.press('Control+Enter');
    await page.locator('.receipt').waitFor();
    expect(await numberOn(page)).toMatch(/^\d{13}$/);
    expect(await page.locator('.receipt dd').nth(1).textContent()).toMatch(/^[0-9A-Z-]{19}$/);
    await page.locator('.receipt img').waitFor();
    expect(keys.presses).toBeLessThanOrEqual(60);
    if (kind.includes('scan')) {
      await page.getByRole('link', { name: '打开事项' }).click();
      await page.locator('main').getByText('来信第一页').first().waitFor();
      return;
    }
    // The next one is one key away.
    await keys.press('n');
    await page.locator('#registration-channel').waitFor();
  });

  test('a wrong identity number warns and does not block; earlier matters appear', async () => {
    const page = await visits.openAs('clerk');
    const mobile = `137${String(Date.now()).slice(-8)}`;
    const title = `水管爆裂 ${randomUUID().slice(0, 6)}`;
    const told = {
      channel: '1',
      name: '李淑芬',
      document: '',
      mobile,
      title,
      text: '厨房水管爆裂，物业一直没有来修。',
    };
    const keys = new Keyboard(page);
    await typeMatter(page, keys, { ...told, demands: ['修好水管'] });
    await keys.press('Control+Enter');
    await page.locator('.receipt').waitFor();
    const first = await numberOn(page);
    await keys.press('n');
    await page.locator('#registration-channel').waitFor();
    await keys.press('1');
    await keys.type('李淑芬');
    await keys.press('Tab');
    await keys.type('110105194912310021');
    await keys.press('Tab');
    await keys.type(mobile);
    await page.getByText('证件号码校验位不对').waitFor();
    await page.locator('.register-side').getByText(title).waitFor();
    await keys.tabTo('registration-title');
    await keys.type('又漏水了，请再来看');
    await keys.press('Tab');
    await keys.type('修好的水管又漏水了。');
    await keys.press('Control+Enter');
    await page.locator('.receipt').waitFor();
    await page.locator('.receipt .warning').first().waitFor();
    expect(await numberOn(page)).not.toBe(first);
  });

  test('P-1 the machine reads the scanned letter into what is still empty', async () => {
    const page = await visits.openAs('clerk');
    const keys = new Keyboard(page);
    await keys.press('n');
    await page.locator('#registration-channel').waitFor();
    await keys.press('2');
    await keys.type('王富根');
    await keys.tabTo('registration-uploads');
    const chooser = page.waitForEvent('filechooser');
    await keys.press('Enter');
    await (await chooser).setFiles(await scan());
    await page.getByRole('button', { name: '读出信件文字' }).click();
    await page.getByText('已读出').waitFor({ timeout: 60_000 });
    expect(await page.inputValue('#registration-text')).toContain('占了我们三户的耕地');
    expect(await page.locator('.person-name input').inputValue()).toBe('王富根');
    const marks = page.getByText('机器读出，请对照原件核对');
    await marks.first().waitFor();
    await page.fill('#registration-text', '鱼塘占了耕地。');
    await untilCount(page.locator('#registration-text-mark'), 0);
    await page.getByRole('button', { name: '放弃草稿' }).click();
  });

  test('L-3 the draft outlives a reload and a crash of the page', async () => {
    const page = await visits.openAs('clerk');
    const keys = new Keyboard(page);
    await typeMatter(page, keys, {
      channel: '1',
      name: '周大山',
      document: '',
      mobile: '13912340002',
      title: '写到一半停电了',
      text: '说到一半，电脑关机了。',
      demands: ['恢复供电'],
    });
    const lies: string = await page.evaluate('JSON.stringify({ ...localStorage })');
    expect(lies).toContain(':registration');
    for (const word of ['周大山', '13912340002', '停电', '电脑', '供电']) {
      expect(lies).not.toContain(word);
    }
    await page.reload();
    await page.locator('#registration-title').waitFor();
    expect(await page.inputValue('#registration-title')).toBe('写到一半停电了');
    const address = page.url();
    const other = await page.context().newPage();
    // The page dies without a word.
    await page.goto('chrome://crash').catch(() => undefined);
    await other.goto(address);
    await other.locator('#registration-title').waitFor();
    expect(await other.inputValue('#registration-title')).toBe('写到一半停电了');
    expect(await other.inputValue('#demand-0')).toBe('恢复供电');
    await other.getByText('已恢复上次没有提交的内容').waitFor();
    // The session ends; the draft waits for the same person to sign in again.
    await other.context().clearCookies();
    await other.goto(address);
    await signInOn(other, 'clerk', visits.password);
    await other.locator('#registration-title').waitFor();
    expect(await other.inputValue('#registration-text')).toBe('说到一半，电脑关机了。');
    await other.getByRole('button', { name: '放弃草稿' }).click();
    expect(await other.inputValue('#registration-title')).toBe('');
  });
});
