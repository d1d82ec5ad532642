import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lookUp, press, type Slip } from './citizen-steps.ts';
import { answerPetition, dayAfter, petitionOf } from './office-by-program.ts';
import { tooWide, visitCounty } from './visit.ts';

/* One review: asked for on the portal with the code, decided by the body in the console. */

const visits = visitCounty();

const registration = {
  channel: 'visit',
  title: '小区外墙脱落无人维修',
  text: '外墙瓷砖连续脱落，砸坏车辆，请依法处理。',
  demands: ['修好脱落的外墙'],
  purpose: 'appeal',
  regionCode: '690121100',
  people: [{ role: 'petitioner', name: '柳复查' }],
};

/** One grey pixel. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
const photograph = {
  name: '西侧外墙.png',
  mimeType: 'image/png',
  buffer: Buffer.from(picture, 'base64'),
};

const faultsOf = async (page: Page): Promise<string[]> => {
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const wide = await page.evaluate(tooWide);
  return [...violations.map(({ id }) => id), ...(wide ? ['too wide'] : [])];
};

/** Sends the form of a step; it goes away when the step was taken. */
const send = async (page: Page, step: string): Promise<void> => {
  const form = page.getByRole('form', { name: step, exact: true });
  await form.getByRole('button', { name: '确定' }).click();
  await form.waitFor({ state: 'detached' }).catch(async (error: unknown) => {
    throw new Error(`not done: ${await page.textContent('main')}`, { cause: error });
  });
};

const open = async (page: Page, step: string, from: Page | ReturnType<Page['locator']> = page) => {
  await from.getByRole('button', { name: step, exact: true }).click();
  await page.getByRole('form', { name: step, exact: true }).waitFor();
};

test('V-1 asked for with the code, accepted and sent back by the chosen body, handled in a new round', async () => {
  const clerk = await visits.callAs('clerk');
  const registered = await clerk.must('POST', '/registrations', registration);
  const slip: Slip = {
    number: String(registered['number']),
    code: String(registered['lookupCode']),
  };
  const id = await answerPetition(visits, slip.number, 'housing');

  const phone = await visits.open({ viewport: { width: 360, height: 740 } });
  await lookUp(phone, slip);
  await phone.locator('main a[href$="/review"]').first().click();
  await phone.getByRole('heading', { level: 1, name: '申请复查' }).waitFor();
  expect(await faultsOf(phone)).toEqual([]);
  await phone.getByRole('link', { name: '开始填写' }).click();
  await phone.getByLabel('临澄县信访事项复查委员会').check();
  expect(await faultsOf(phone)).toEqual([]);
  await press(phone, 'next');
  await phone.fill('#grounds', '维修方案没有包括西侧外墙。');
  expect(await faultsOf(phone)).toEqual([]);
  await press(phone, 'next');
  await phone.setInputFiles('#files', photograph);
  await press(phone, 'upload');
  await phone.getByText('西侧外墙.png').waitFor();
  expect(await faultsOf(phone)).toEqual([]);
  await press(phone, 'next');
  await phone.getByRole('heading', { level: 1, name: '请核对后提出' }).waitFor();
  expect(await faultsOf(phone)).toEqual([]);
  await phone.getByRole('button', { name: '提出申请' }).click();
  await phone.getByRole('heading', { level: 1, name: '复查进度' }).waitFor();
  await phone.getByText('已收到申请，等待受理').waitFor();
  expect(await faultsOf(phone)).toEqual([]);

  const page = await visits.openAs('review');
  const place = `/console/reviews/${new URL(phone.url()).pathname.split('/').at(-1) ?? ''}`;
  await page.goto(place);
  await page.getByRole('heading', { level: 1, name: '复查 · 待受理' }).waitFor();
  await open(page, '受理');
  await send(page, '受理');
  await page.getByRole('heading', { level: 1, name: '复查 · 审查中' }).waitFor();
  await open(page, '拟写决定');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('审查意见').selectOption('handle-again');
  await page.getByLabel('查明的事实').fill('西侧外墙未经勘验，原意见遗漏。');
  await page.getByLabel('依据', { exact: true }).fill('《住宅专项维修资金管理办法》第二十四条');
  await page.getByLabel('对本项的意见').fill('请查清西侧外墙后重新答复。');
  await page.getByLabel('总的结论').fill('原意见事实不清，退回重新办理。');
  await send(page, '拟写决定');

  const head = await visits.openAs('review-head');
  await head.goto(place);
  const opinion = (of: Page) => of.getByRole('listitem').filter({ hasText: '复查意见书' });
  await open(head, '审核、签发并用印', opinion(head));
  await send(head, '审核、签发并用印');
  await page.reload();
  await open(page, '送达', opinion(page));
  await page.getByLabel('送达日期').fill(dayAfter(0));
  await page.getByLabel('送达凭证').fill('本人签收，送达回证归档。');
  await send(page, '送达');
  await page.getByRole('heading', { level: 1, name: '复查 · 重新办理' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  const housing = await visits.callAs('housing');
  await expect
    .poll(async () => (await petitionOf(housing, id)).round, { timeout: 60_000, interval: 500 })
    .toBe(2);
  await phone.reload();
  await phone.getByText('要求原单位重新办理').waitFor();
  expect(await faultsOf(phone)).toEqual([]);
});
